package org.trabecula.study.endpoint;

import java.util.List;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.VisitState;

/**
 * What each participant contributes at each visit: what was transcribed, what the images of the visit say
 * ({@link ImagedVisit}), or why nothing is known.
 */
public final class Evaluation {
    private final Register register;
    private final Protocol protocol;
    private final ImagedVisit imaged;
    private final Charter charter;
    private final FusionDefinition fused;

    /**
     * @throws IllegalArgumentException when the protocol names a fusion definition that is not known
     */
    public Evaluation(Register register, Protocol protocol) {
        this.register = register;
        this.protocol = protocol;
        this.fused = FusionDefinition.find(protocol.endpoints().fusionDefinition())
                .orElseThrow(() -> new IllegalArgumentException(
                        "No fusion definition " + protocol.endpoints().fusionDefinition()));
        this.imaged = new ImagedVisit(fused);
        this.charter = new Charter(protocol.charter());
    }

    /** What a participant contributes at a visit. */
    public VisitOutcomes of(Casebook casebook, Timepoint at) {
        VisitState visit = casebook.visit(at);
        return visit.transcript()
                .map(transcript -> new Transcribed(visit, transcript, fused).outcomes())
                .orElseGet(() -> imaged(casebook, visit));
    }

    private VisitOutcomes imaged(Casebook casebook, VisitState visit) {
        List<ImagedVisit.Look> images = visit.images().reversed().stream()
                .flatMap(filed -> register
                        .readingRoom()
                        .find(new ImagingStudyId(filed.fact().images().id()))
                        .map(reading -> ImagedVisit.Look.of(reading, charter, filed.position()))
                        .stream())
                .toList();
        return imaged.outcomes(visit.at(), visit.trail(), images)
                .orElseGet(() -> new Absence(casebook, visit, protocol, register.upTo()).outcomes());
    }
}
