package org.trabecula.simulation.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.Segment;

/** The truth about one operated participant: how his segments heal, how his screws hold. Nobody in the study sees it. */
final class Nature {
    private final Mechanism mechanism;
    private final Surgery surgery;
    private final double hu;
    private final Map<Segment, Healing> healing = new TreeMap<>();
    private final Map<Screw, Hold> holds;

    Nature(long seed, Mechanism mechanism, Person person, Surgery surgery) {
        this.mechanism = mechanism;
        this.surgery = surgery;
        this.hu = person.body().hu();
        Chance common = Chance.of(seed, "frailty", person.index());
        double frailty = common.normal(0, 1);
        for (Segment segment : surgery.fused()) {
            Chance chance = Chance.of(seed, "healing", person.index(), segment);
            healing.put(segment, Healing.draw(chance, mechanism, person.body(), metal(segment), frailty));
        }
        this.holds = surgery.screws().stream()
                .collect(Collectors.toMap(
                        screw -> screw,
                        screw -> Hold.draw(
                                Chance.of(seed, "hold", person.index(), screw.site()),
                                mechanism,
                                hu,
                                surgery,
                                screw,
                                frailty)));
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

    /** Width of the lucent zone around a screw so many months after surgery, mm. */
    double lucencyMm(Screw screw, double months) {
        double united = surgery.fused().stream()
                .filter(segment -> segment.upper() == screw.site().level()
                        || segment.lower() == screw.site().level())
                .mapToDouble(segment -> healing(segment).union(months))
                .average()
                .orElseThrow();
        return Objects.requireNonNull(holds.get(screw)).lucencyMm(mechanism, months, united);
    }

    boolean loose(double months) {
        return surgery.screws().stream().anyMatch(screw -> lucencyMm(screw, months) >= 1);
    }

    boolean united(double months) {
        return healing(surgery.lowest()).grade(months).fused();
    }

    private Healing healing(Segment segment) {
        return Objects.requireNonNull(healing.get(segment));
    }

    /** What can be seen on a day. */
    Look look(
            ImagingStudyId images, ParticipantId id, Timepoint visit, LocalDate on, Modality modality, Chance chance) {
        double months = Days.months(surgery.on(), on);
        List<Look.ScrewView> screws = surgery.sites().stream()
                .flatMap(site ->
                        surgery.screws().stream().filter(screw -> screw.site().equals(site)))
                .map(screw -> new Look.ScrewView(screw, lucencyMm(screw, months)))
                .toList();
        List<Look.SegmentView> segments = surgery.fused().stream()
                .map(segment -> view(segment, months, modality, chance))
                .toList();
        return new Look(images, id, visit, on, modality, hu, screws, segments);
    }

    private Look.SegmentView view(Segment segment, double months, Modality modality, Chance chance) {
        Healing one = healing(segment);
        double artefact = metal(segment)
                ? chance.normal(modality == Modality.CT ? 0.30 : 0.24, 0.13, 0.05, 0.85)
                : chance.normal(0.02, 0.02, 0, 0.1);
        double motion = one.motionDegrees(months);
        return new Look.SegmentView(
                segment, cages(segment), one.maturity(months), one.grade(months), motion, 0.6 * motion, artefact);
    }
}
