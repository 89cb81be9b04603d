package org.trabecula.simulation.trial;

import java.util.random.RandomGenerator;
import org.trabecula.simulation.mechanism.Construct;
import org.trabecula.simulation.mechanism.Sight;
import org.trabecula.simulation.mechanism.Sight.ScrewLook;
import org.trabecula.simulation.mechanism.Sight.SegmentLook;

/** One examination as it looks, and what its readers say of each screw and segment. */
final class Image {
    private final Sight sight;
    private final RandomGenerator chance;
    private final ScrewLook[] screws;
    private final SegmentLook[] segments;
    private final long[] saidOfScrews;
    private final long[] saidOfSegments;
    private int readers;

    Image(Construct construct, boolean titanium, double months, Sight sight, RandomGenerator chance) {
        this.sight = sight;
        this.chance = chance;
        this.screws = new ScrewLook[construct.screws()];
        this.segments = new SegmentLook[construct.segments()];
        this.saidOfScrews = new long[screws.length];
        this.saidOfSegments = new long[segments.length];
        for (int screw = 0; screw < screws.length; screw++) {
            screws[screw] = sight.screw(construct.loose(screw, months), chance);
        }
        for (int segment = 0; segment < segments.length; segment++) {
            boolean metal = titanium && segment == segments.length - 1;
            segments[segment] = sight.segment(construct.grade(segment, months), metal, chance);
        }
    }

    /** Lets one more reader look. */
    void read() {
        for (int screw = 0; screw < screws.length; screw++) {
            saidOfScrews[screw] = Said.and(
                    saidOfScrews[screw],
                    readers,
                    sight.screw(screws[screw], chance).ordinal());
        }
        for (int segment = 0; segment < segments.length; segment++) {
            saidOfSegments[segment] = Said.and(
                    saidOfSegments[segment],
                    readers,
                    sight.segment(segments[segment], chance).ordinal());
        }
        readers++;
    }

    int screws() {
        return screws.length;
    }

    int segments() {
        return segments.length;
    }

    /** As {@link Said} has it. */
    long ofScrew(int screw) {
        return saidOfScrews[screw];
    }

    /** As {@link Said} has it. */
    long ofSegment(int segment) {
        return saidOfSegments[segment];
    }
}
