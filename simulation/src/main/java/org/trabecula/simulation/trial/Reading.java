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
import org.trabecula.study.endpoint.ScrewOutcome;
import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.protocol.Timepoint;

/**
 * What happens to the images of one visit: two reads, a third where they differ, a CT where the charter calls for one. Belongs to
 * one thread.
 */
final class Reading {
    private final Verdicts verdicts;
    private final int readers;
    private final Sight radiograph;
    private final Sight ct;
    private final double ctDone;

    Reading(Rules rules, Assumptions given) {
        this.verdicts = new Verdicts(rules);
        this.readers = rules.charter().terms().readers();
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
        Anatomy anatomy = Anatomy.of(one);
        Image plain = new Image(construct, titanium, months, radiograph, chance);
        read(anatomy, Modality.RADIOGRAPH, plain);
        if (unclear(anatomy, plain) && chance.nextDouble() < ctDone) {
            Image sliced = new Image(construct, titanium, months, ct, chance);
            read(anatomy, Modality.CT, sliced);
            return outcomes(at, anatomy, plain, Optional.of(sliced));
        }
        return outcomes(at, anatomy, plain, Optional.empty());
    }

    /** Lets as many read it as it needs. */
    private void read(Anatomy anatomy, Modality modality, Image image) {
        for (int reader = 0; reader < readers; reader++) {
            image.read();
        }
        if (disputed(anatomy, modality, image)) {
            image.read();
        }
    }

    private boolean disputed(Anatomy anatomy, Modality modality, Image image) {
        for (int screw = 0; screw < image.screws(); screw++) {
            if (verdicts.settled(anatomy.screw(screw), modality, image.ofScrew(screw))
                    .needsAdjudication()) {
                return true;
            }
        }
        for (int segment = 0; segment < image.segments(); segment++) {
            if (verdicts.settled(anatomy.segment(segment), modality, image.ofSegment(segment))
                    .needsAdjudication()) {
                return true;
            }
        }
        return false;
    }

    private boolean unclear(Anatomy anatomy, Image plain) {
        for (int segment = 0; segment < plain.segments(); segment++) {
            if (!verdicts.settled(anatomy.segment(segment), Modality.RADIOGRAPH, plain.ofSegment(segment))
                    .unclear()
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private VisitOutcomes outcomes(Timepoint at, Anatomy anatomy, Image plain, Optional<Image> sliced) {
        List<ScrewOutcome> screws = new ArrayList<>(plain.screws());
        for (int index = 0; index < plain.screws(); index++) {
            int screw = index;
            long second = sliced.map(image -> image.ofScrew(screw)).orElse(Said.NOTHING);
            screws.addAll(verdicts.judged(anatomy.screw(screw), plain.ofScrew(screw), second)
                    .screws());
        }
        int lowest = plain.segments() - 1;
        long second = sliced.map(image -> image.ofSegment(lowest)).orElse(Said.NOTHING);
        VisitOutcomes union = verdicts.judged(anatomy.segment(lowest), plain.ofSegment(lowest), second);
        return VisitOutcomes.of(at, screws, union.fusion(), union.gradeI());
    }
}
