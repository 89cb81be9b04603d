package org.trabecula.study.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Looseness;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Settled;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.imaging.Union;
import org.trabecula.study.visit.VisitState;

/**
 * What radiographs and CT say by themselves at one visit, before one outranks the other. Of several studies of a kind the
 * newest that is settled speaks.
 *
 * @param fusedByRadiograph of the lowest segment, fused or not; empty when nothing is settled or it is indeterminate
 * @param unclear whether the charter calls for a CT
 */
public record Modalities(
        Optional<Boolean> fusedByRadiograph,
        boolean unclear,
        Optional<Boolean> fusedByCt,
        Optional<Boolean> looseByRadiograph,
        Optional<Boolean> looseByCt) {
    static final Modalities NONE =
            new Modalities(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());

    static Modalities of(Register register, Charter charter, VisitState visit) {
        List<Settlement> radiographs = settled(register, charter, visit, Modality.RADIOGRAPH);
        List<Settlement> cts = settled(register, charter, visit, Modality.CT);
        return new Modalities(
                first(radiographs, Modalities::fused),
                radiographs.stream().anyMatch(one -> !one.unclear().isEmpty()),
                first(cts, Modalities::fused),
                first(radiographs, Modalities::loose),
                first(cts, Modalities::loose));
    }

    /** What these say of fusion, with what others say of loosening. */
    Modalities withLoosening(Modalities other) {
        return new Modalities(fusedByRadiograph, unclear, fusedByCt, other.looseByRadiograph(), other.looseByCt());
    }

    private static <T> Optional<T> first(
            List<Settlement> settlements, java.util.function.Function<Settlement, Optional<T>> verdict) {
        return settlements.stream().flatMap(one -> verdict.apply(one).stream()).findFirst();
    }

    private static List<Settlement> settled(Register register, Charter charter, VisitState visit, Modality modality) {
        return visit.images().reversed().stream()
                .flatMap(filed -> register
                        .readingRoom()
                        .find(new ImagingStudyId(filed.fact().images().id()))
                        .stream())
                .filter(reading -> reading.modality() == modality && reading.opened())
                .map((ReadingCase reading) -> Settlement.of(reading, charter))
                .filter(Settlement::complete)
                .toList();
    }

    private static Optional<Boolean> fused(Settlement settlement) {
        return settlement.segments().entrySet().stream()
                .max(Map.Entry.comparingByKey())
                .map(lowest -> lowest.getValue().verdict().union())
                .filter(union -> union != Union.INDETERMINATE)
                .map(union -> union == Union.FUSED);
    }

    private static Optional<Boolean> loose(Settlement settlement) {
        Set<Looseness> said = java.util.EnumSet.noneOf(Looseness.class);
        settlement.screws().values().stream().map(Settled::verdict).forEach(said::add);
        if (said.contains(Looseness.LOOSE)) {
            return Optional.of(true);
        }
        return said.contains(Looseness.FIRM) ? Optional.of(false) : Optional.empty();
    }
}
