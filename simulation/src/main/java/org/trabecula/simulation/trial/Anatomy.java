package org.trabecula.simulation.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.mechanism.Sight.ScrewLook;
import org.trabecula.simulation.mechanism.Sight.SegmentLook;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.spine.Side;

/** Where a construct's screws and segments are, with every finding there can be of each, made once. */
final class Anatomy {
    private static final BigDecimal WIDE = BigDecimal.valueOf(15, 1);
    private static final BigDecimal NARROW = BigDecimal.ZERO;
    private static final List<Anatomy> ALL = Stream.of(false, true)
            .flatMap(sacrum -> Stream.of(1, 2, 3).map(segments -> new Anatomy(segments, sacrum)))
            .toList();

    private final List<ScrewSite> sites = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<Verdicts.Place> screwPlaces = new ArrayList<>();
    private final List<Verdicts.Place> segmentPlaces = new ArrayList<>();
    private final List<Map<ScrewLook, ScrewFinding>> screwFindings = new ArrayList<>();
    private final List<Map<SegmentLook, SegmentFinding>> segmentFindings = new ArrayList<>();

    private Anatomy(int count, boolean sacrum) {
        int lowest = (sacrum ? Level.S1 : Level.L5).ordinal();
        for (int level = lowest - count; level <= lowest; level++) {
            for (Side side : Side.values()) {
                screwPlaces.add(new Verdicts.Place(this, true, sites.size()));
                ScrewSite site = new ScrewSite(Level.values()[level], side);
                sites.add(site);
                screwFindings.add(screw(site));
            }
            if (level < lowest) {
                segmentPlaces.add(new Verdicts.Place(this, false, segments.size()));
                Segment segment = new Segment(Level.values()[level], Level.values()[level + 1]);
                segments.add(segment);
                segmentFindings.add(segment(segment));
            }
        }
    }

    static Anatomy of(Participant one) {
        return ALL.get((one.sacrum() ? Participant.MOST_SEGMENTS : 0) + one.segments() - 1);
    }

    private static Map<ScrewLook, ScrewFinding> screw(ScrewSite site) {
        Map<ScrewLook, ScrewFinding> findings = new EnumMap<>(ScrewLook.class);
        findings.put(ScrewLook.FIRM, new ScrewFinding(site, true, Optional.of(NARROW), false, false));
        findings.put(ScrewLook.LOOSE, new ScrewFinding(site, true, Optional.of(WIDE), false, false));
        findings.put(ScrewLook.HIDDEN, new ScrewFinding(site, false, Optional.empty(), false, false));
        return findings;
    }

    private static Map<SegmentLook, SegmentFinding> segment(Segment segment) {
        Map<SegmentLook, SegmentFinding> findings = new EnumMap<>(SegmentLook.class);
        for (SegmentLook look : SegmentLook.values()) {
            findings.put(
                    look,
                    new SegmentFinding(
                            segment,
                            look == SegmentLook.UNCLEAR ? Optional.empty() : Optional.of(look.grade()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
        return findings;
    }

    Verdicts.Place screw(int index) {
        return screwPlaces.get(index);
    }

    Verdicts.Place segment(int index) {
        return segmentPlaces.get(index);
    }

    List<ScrewSite> sites() {
        return sites;
    }

    List<Segment> segments() {
        return segments;
    }

    ScrewFinding finding(int screw, ScrewLook look) {
        return Objects.requireNonNull(screwFindings.get(screw).get(look));
    }

    SegmentFinding finding(int segment, SegmentLook look) {
        return Objects.requireNonNull(segmentFindings.get(segment).get(look));
    }
}
