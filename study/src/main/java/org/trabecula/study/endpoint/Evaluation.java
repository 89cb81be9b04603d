package org.trabecula.study.endpoint;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    private final Windows windows;

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
        this.windows = new Windows(protocol);
    }

    /** What a participant contributes at a visit as it was held, whatever the day. */
    public VisitOutcomes of(Casebook casebook, Timepoint at) {
        VisitState visit = casebook.visit(at);
        return visit.transcript()
                .map(transcript -> new Transcribed(visit, transcript, fused).outcomes())
                .orElseGet(() -> imaged(casebook, visit));
    }

    /** What counts at a visit by the windows of the analysis plan, each endpoint from the visit that gives its value. */
    public Counted counted(Casebook casebook, Timepoint at) {
        Map<Timepoint, VisitOutcomes> seen = new HashMap<>();
        Function<Timepoint, VisitOutcomes> of = visit -> seen.computeIfAbsent(visit, one -> of(casebook, one));
        Map<Endpoint, Timepoint> from = new EnumMap<>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            windows.from(
                            casebook,
                            at,
                            visit -> of.apply(visit).of(endpoint) instanceof Outcome.Known,
                            visit -> of.apply(visit).of(endpoint) instanceof Outcome.Known(var _, var source, var _)
                                    && source.ct())
                    .ifPresent(visit -> from.put(endpoint, visit));
        }
        VisitOutcomes none = outside(casebook, at);
        VisitOutcomes screws = outcomes(from, Endpoint.LOOSENING, of, none);
        return new Counted(
                new VisitOutcomes(
                        at,
                        screws.loosening(),
                        outcomes(from, Endpoint.FUSION, of, none).fusion(),
                        outcomes(from, Endpoint.FUSION_GRADE_I, of, none).gradeI(),
                        screws.screws(),
                        screws.tally()),
                from);
    }

    private static VisitOutcomes outcomes(
            Map<Endpoint, Timepoint> from,
            Endpoint endpoint,
            Function<Timepoint, VisitOutcomes> of,
            VisitOutcomes none) {
        return Optional.ofNullable(from.get(endpoint)).map(of).orElse(none);
    }

    private static VisitOutcomes outside(Casebook casebook, Timepoint at) {
        List<Long> trail = casebook.visit(at).trail();
        Outcome missing = new Outcome.Missing(Cause.OUT_OF_WINDOW, trail);
        int placed = casebook.surgery().map(surgery -> surgery.screws().size()).orElse(0);
        return new VisitOutcomes(at, missing, missing, missing, List.of(), new ScrewTally(0, 0, placed, trail));
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
