package org.trabecula.simulation.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.mechanism.Allocation;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Attendance;
import org.trabecula.simulation.mechanism.Construct;
import org.trabecula.simulation.mechanism.Population;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * The truth about one operated participant: he lives by the model, with the cages that he truly has. Nobody in the study sees
 * it.
 */
final class Nature {
    private final Person person;
    private final Surgery surgery;
    private final Level top;
    private final Construct construct;
    private final double leaves;

    Nature(CohortPlan plan, Person person, Surgery surgery) {
        this.person = person;
        this.surgery = surgery;
        this.top = surgery.fused().getFirst().upper();
        Assumptions given = plan.given();
        this.construct = new Construct(given);
        // Who he is and which cage was chosen is drawn once more, so that chance goes on where it was.
        RandomGenerator luck = plan.luck(person.operated());
        new Allocation(given).titanium(new Population(given).draw(luck), person.operated(), luck);
        construct.live(person.one(), metal(surgery.lowest()), luck);
        this.leaves = new Attendance(given).leaves(luck);
    }

    private List<Cage> cages(Segment segment) {
        return surgery.cages().stream()
                .filter(cage -> cage.segment().equals(segment))
                .toList();
    }

    private boolean metal(Segment segment) {
        List<Cage> cages = cages(segment);
        return !cages.isEmpty() && cages.stream().allMatch(cage -> Intention.metal(cage.material()));
    }

    /** Months after surgery at which he leaves the study; infinite when he never does. */
    double leaves() {
        return leaves;
    }

    /** Width of the lucent zone around a screw so many months after surgery, mm. */
    double lucencyMm(ScrewSite site, double months) {
        int vertebra = site.level().ordinal() - top.ordinal();
        return construct.lucencyMm(2 * vertebra + site.side().ordinal(), months);
    }

    boolean loose(double months) {
        return construct.loose(months);
    }

    boolean united(double months) {
        return construct.grade(construct.segments() - 1, months).fused();
    }

    /** What can be seen on a day. */
    Look look(
            ImagingStudyId images, ParticipantId id, Timepoint visit, LocalDate on, Modality modality, Chance chance) {
        double months = Days.months(surgery.on(), on);
        List<Look.ScrewView> screws = surgery.sites().stream()
                .flatMap(site ->
                        surgery.screws().stream().filter(screw -> screw.site().equals(site)))
                .map(screw -> new Look.ScrewView(screw, lucencyMm(screw.site(), months)))
                .toList();
        List<Look.SegmentView> segments = surgery.fused().stream()
                .map(segment -> view(segment, months, modality, chance))
                .toList();
        return new Look(images, id, visit, on, modality, person.one().hu(), screws, segments);
    }

    private Look.SegmentView view(Segment segment, double months, Modality modality, Chance chance) {
        int index = segment.upper().ordinal() - top.ordinal();
        double artefact = metal(segment)
                ? chance.normal(modality == Modality.CT ? 0.30 : 0.24, 0.08, 0.05, 0.45)
                : chance.normal(0.02, 0.02, 0, 0.1);
        double motion = construct.motionDegrees(index, months);
        return new Look.SegmentView(
                segment,
                cages(segment),
                construct.maturity(index, months),
                construct.grade(index, months),
                motion,
                0.6 * motion,
                artefact);
    }
}
