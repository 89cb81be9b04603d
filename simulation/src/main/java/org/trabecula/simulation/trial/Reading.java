package org.trabecula.simulation.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.trabecula.study.endpoint.ImagedVisit.Look;
import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Judgements;
import org.trabecula.study.imaging.KnownDiameters;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.protocol.Timepoint;

/**
 * What happens to the images of one visit: two reads, a third where they differ, a CT where the charter calls for one. Findings
 * on which all readers agree are settled once and remembered, since most visits of most studies look alike; belongs to one
 * thread.
 */
final class Reading {
    private static final ImagingStudyId IMAGES = new ImagingStudyId("virtual0");

    private final Rules rules;
    private final ImagedVisit visit;
    private final Sight radiograph;
    private final Sight ct;
    private final double ctDone;
    private final Map<Agreed, Look> agreed = new HashMap<>();

    Reading(Rules rules, Assumptions given) {
        this.rules = rules;
        this.visit = new ImagedVisit(rules.fused());
        this.radiograph = new Sight(given, Modality.RADIOGRAPH);
        this.ct = new Sight(given, Modality.CT);
        this.ctDone = given.value(Parameter.CT_DONE);
    }

    /** Everything that a reader says of an image. */
    private record Said(List<ScrewLook> screws, List<SegmentLook> segments) {}

    /** What all first readers say of images of a kind. */
    private record Agreed(Anatomy anatomy, Modality modality, Said said) {}

    /** What the visit's images come to, so many months after surgery. */
    VisitOutcomes outcomes(
            Participant one,
            boolean titanium,
            Construct construct,
            Timepoint at,
            double months,
            RandomGenerator chance) {
        Look plain = new Image(one, titanium, construct, months, Modality.RADIOGRAPH, radiograph, chance).settled();
        boolean called = !plain.settlement().unclear().isEmpty();
        List<Look> looks = called && chance.nextDouble() < ctDone
                ? List.of(new Image(one, titanium, construct, months, Modality.CT, ct, chance).settled(), plain)
                : List.of(plain);
        return visit.outcomes(at, List.of(), looks).orElseThrow();
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

        /** The images with as many reads as they need. */
        Look settled() {
            List<Said> said = new ArrayList<>();
            for (int reader = 0; reader < rules.charter().terms().readers(); reader++) {
                said.add(read());
            }
            Said first = said.getFirst();
            if (said.stream().allMatch(first::equals)) {
                return agreed.computeIfAbsent(new Agreed(anatomy, modality, first), _ -> look(said, Optional.empty()));
            }
            Look undecided = look(said, Optional.empty());
            return undecided.settlement().needsAdjudication() ? look(said, Optional.of(read())) : undecided;
        }

        private Said read() {
            List<ScrewLook> around = new ArrayList<>(screws.size());
            for (ScrewLook screw : screws) {
                around.add(sight.screw(screw, chance));
            }
            List<SegmentLook> between = new ArrayList<>(segments.size());
            for (SegmentLook segment : segments) {
                between.add(sight.segment(segment, chance));
            }
            return new Said(around, between);
        }

        private Look look(List<Said> said, Optional<Said> third) {
            List<Read> reads = new ArrayList<>();
            said.forEach(one -> reads.add(submitted(one, reads.size() + 1)));
            ReadingCase reading = new ReadingCase(
                    IMAGES,
                    modality,
                    Images.of(List.of()),
                    true,
                    anatomy.sites(),
                    anatomy.segments(),
                    KnownDiameters.NONE,
                    new Judgements(
                            List.of(),
                            reads,
                            List.of(),
                            List.of(),
                            third.map(one -> submitted(one, reads.size() + 1))));
            return Look.of(reading, rules.charter(), 1);
        }

        private Read submitted(Said said, int reader) {
            List<ScrewFinding> around = new ArrayList<>();
            for (int screw = 0; screw < said.screws().size(); screw++) {
                around.add(anatomy.finding(screw, said.screws().get(screw)));
            }
            List<SegmentFinding> between = new ArrayList<>();
            for (int segment = 0; segment < said.segments().size(); segment++) {
                between.add(anatomy.finding(segment, said.segments().get(segment)));
            }
            return new Read(
                    "reader" + reader,
                    new Findings(rules.charter().terms().version(), around, between, Findings.NO_IDEA, ""),
                    reader,
                    Instant.EPOCH,
                    Optional.empty());
        }
    }
}
