package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Construct;
import org.trabecula.simulation.mechanism.Parameter;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.mechanism.Sight;
import org.trabecula.simulation.mechanism.Sight.ScrewLook;
import org.trabecula.simulation.mechanism.Sight.SegmentLook;
import org.trabecula.study.endpoint.ImagedVisit;
import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.protocol.Timepoint;

/** What happens to the images of one visit: two reads, a third where they differ, a CT where the charter calls for one. */
final class Reading {
    private static final ImagingStudyId IMAGES = new ImagingStudyId("virtual0");

    private final Rules rules;
    private final ImagedVisit visit;
    private final Sight radiograph;
    private final Sight ct;
    private final double ctDone;

    Reading(Rules rules, Assumptions given) {
        this.rules = rules;
        this.visit = new ImagedVisit(rules.charter(), rules.fused());
        this.radiograph = new Sight(given, Modality.RADIOGRAPH);
        this.ct = new Sight(given, Modality.CT);
        this.ctDone = given.value(Parameter.CT_DONE);
    }

    /** What the visit's images come to, so many months after surgery. */
    VisitOutcomes outcomes(
            Participant one,
            boolean titanium,
            Construct construct,
            Timepoint at,
            double months,
            RandomGenerator chance) {
        Image first = new Image(one, titanium, construct, months, Modality.RADIOGRAPH, radiograph, chance);
        ReadingCase plain = first.settled();
        boolean called = !Settlement.of(plain, rules.charter()).unclear().isEmpty();
        List<ImagedVisit.Filed> filed = called && chance.nextDouble() < ctDone
                ? List.of(
                        new ImagedVisit.Filed(
                                new Image(one, titanium, construct, months, Modality.CT, ct, chance).settled(), 2),
                        new ImagedVisit.Filed(plain, 1))
                : List.of(new ImagedVisit.Filed(plain, 1));
        return visit.outcomes(at, List.of(), filed).orElseThrow();
    }

    /** One examination as it looks, before anybody reads it. */
    private final class Image {
        private final Anatomy anatomy;
        private final Modality modality;
        private final Sight sight;
        private final RandomGenerator chance;
        private final List<ScrewLook> screws = new ArrayList<>();
        private final List<SegmentLook> segments = new ArrayList<>();

        Image(
                Participant one,
                boolean titanium,
                Construct construct,
                double months,
                Modality modality,
                Sight sight,
                RandomGenerator chance) {
            this.anatomy = Anatomy.of(one);
            this.modality = modality;
            this.sight = sight;
            this.chance = chance;
            for (int screw = 0; screw < construct.screws(); screw++) {
                screws.add(sight.screw(construct.loose(screw, months), chance));
            }
            for (int segment = 0; segment < construct.segments(); segment++) {
                boolean metal = titanium && segment == construct.segments() - 1;
                segments.add(sight.segment(construct.grade(segment, months), metal, chance));
            }
        }

        /** The case with as many reads as it needs. */
        ReadingCase settled() {
            List<Read> reads = new ArrayList<>();
            for (int reader = 1; reader <= rules.charter().terms().readers(); reader++) {
                reads.add(read(reader));
            }
            ReadingCase first = reading(reads, Optional.empty());
            return Settlement.of(first, rules.charter()).needsAdjudication()
                    ? reading(reads, Optional.of(read(reads.size() + 1)))
                    : first;
        }

        private ReadingCase reading(List<Read> reads, Optional<Read> adjudication) {
            return new ReadingCase(
                    IMAGES, modality, List.of(), true, anatomy.sites(), anatomy.segments(), reads, adjudication);
        }

        private Read read(int reader) {
            List<ScrewFinding> around = new ArrayList<>();
            for (int screw = 0; screw < screws.size(); screw++) {
                around.add(anatomy.finding(screw, sight.screw(screws.get(screw), chance)));
            }
            List<SegmentFinding> between = new ArrayList<>();
            for (int segment = 0; segment < segments.size(); segment++) {
                between.add(anatomy.finding(segment, sight.segment(segments.get(segment), chance)));
            }
            Findings findings = new Findings(rules.charter().terms().version(), around, between, Findings.NO_IDEA, "");
            return new Read("reader" + reader, findings, reader);
        }
    }
}
