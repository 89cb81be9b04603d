package org.trabecula.study.conduct;

import java.util.List;
import java.util.Optional;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.imaging.Unclear;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.VisitState;

/**
 * A CT that the charter calls for because a radiograph left fusion unclear. It ends when a CT is filed.
 *
 * @param radiograph the newest one that is unclear
 * @param reasons those of every radiograph of the visit
 */
public record CtRequest(
        ParticipantId participant,
        Timepoint visit,
        ImagingStudyId radiograph,
        List<Unclear> reasons,
        boolean answered) {
    public CtRequest {
        reasons = List.copyOf(reasons);
    }

    /** All that were ever called for, by participant and visit. */
    public static List<CtRequest> all(Register register, Protocol protocol) {
        return register.casebooks().stream()
                .flatMap(casebook -> of(register, casebook, protocol).stream())
                .toList();
    }

    /** All that were ever called for one participant, by visit. */
    public static List<CtRequest> of(Register register, Casebook casebook, Protocol protocol) {
        Charter charter = new Charter(protocol.charter());
        return casebook.visits().stream()
                .flatMap(visit -> of(register, casebook, visit, charter).stream())
                .toList();
    }

    private static Optional<CtRequest> of(Register register, Casebook casebook, VisitState visit, Charter charter) {
        List<ReadingCase> filed = visit.images().stream()
                .flatMap(
                        images -> register
                                .readingRoom()
                                .find(new ImagingStudyId(images.fact().images().id()))
                                .stream())
                .toList();
        boolean answered = filed.stream().anyMatch(one -> one.modality() == Modality.CT);
        List<ReadingCase> unclear = filed.stream()
                .filter(one -> one.opened() && one.modality() == Modality.RADIOGRAPH)
                .filter(one -> !Settlement.of(one, charter).unclear().isEmpty())
                .toList();
        return unclear.isEmpty()
                ? Optional.empty()
                : Optional.of(new CtRequest(
                        casebook.id(),
                        visit.at(),
                        unclear.getLast().id(),
                        unclear.stream()
                                .flatMap(one -> Settlement.of(one, charter).unclear().stream())
                                .distinct()
                                .toList(),
                        answered));
    }
}
