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

/** A CT that the charter calls for because the radiograph left fusion unclear, with its reasons. It ends when a CT is filed. */
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
        return casebook.visits().values().stream()
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
        return filed.stream()
                .filter(one -> one.modality() == Modality.RADIOGRAPH)
                .reduce((_, last) -> last)
                .map(one -> new CtRequest(
                        casebook.id(),
                        visit.at(),
                        one.id(),
                        Settlement.of(one, charter).unclear(),
                        answered))
                .filter(request -> !request.reasons().isEmpty());
    }
}
