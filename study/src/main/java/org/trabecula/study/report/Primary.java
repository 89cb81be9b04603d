package org.trabecula.study.report;

import java.util.List;
import java.util.Optional;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.FusionDefinition;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Estimand;
import org.trabecula.study.protocol.MeasuredEndpoint;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;

/** What a claim is about: an estimand over which the plan's multiplicity procedure runs. */
sealed interface Primary {

    /** A yes or no at one visit, compared as a difference of risks. */
    record Status(Endpoint endpoint, Timepoint visit) implements Primary {}

    /** A time between two looks, compared by the generalised log-rank test. */
    record Time(TimeTable.Event event) implements Primary {}

    /** Loosening screw by screw, compared by the marginal odds ratio. */
    record Screws(Timepoint visit) implements Primary {}

    /** One for which the program has no single test. */
    record Untested(Estimand estimand) implements Primary {}

    /** Those of the plan in its order; without a plan fusion and loosening at the primary visit. */
    static List<Primary> of(Protocol protocol) {
        List<Primary> planned = protocol.analysis()
                .map(plan -> plan.primaries().stream()
                        .map(one -> of(protocol, plan, one))
                        .toList())
                .orElse(List.of());
        Timepoint visit = protocol.endpoints().primary();
        return planned.isEmpty()
                ? List.of(new Status(Endpoint.FUSION, visit), new Status(Endpoint.LOOSENING, visit))
                : planned;
    }

    private static Primary of(Protocol protocol, AnalysisPlan plan, Estimand estimand) {
        return plan.endpoint(estimand.endpoint())
                .flatMap(endpoint -> of(protocol, endpoint, estimand.at()))
                .orElseGet(() -> new Untested(estimand));
    }

    private static Optional<Primary> of(Protocol protocol, MeasuredEndpoint endpoint, Optional<Timepoint> at) {
        return switch (endpoint.measure()) {
            case FUSION -> fusion(protocol, endpoint).flatMap(one -> at.map(visit -> new Status(one, visit)));
            case LOOSENING -> at.map(visit -> new Status(Endpoint.LOOSENING, visit));
            case SCREW_LOOSENING -> at.map(Screws::new);
            case TIME_TO_FUSION ->
                fusion(protocol, endpoint)
                        .filter(one -> one == Endpoint.FUSION)
                        .map(_ -> new Time(TimeTable.Event.FUSION));
            case TIME_TO_LOOSENING -> Optional.of(new Time(TimeTable.Event.LOOSENING));
            case SCORE -> Optional.empty();
        };
    }

    /** Fusion is settled by the protocol's definition and by grade I. */
    private static Optional<Endpoint> fusion(Protocol protocol, MeasuredEndpoint endpoint) {
        if (endpoint.definition().equals(protocol.endpoints().fusionDefinition())) {
            return Optional.of(Endpoint.FUSION);
        }
        return FusionDefinition.find(endpoint.definition())
                .filter(one -> one == FusionDefinition.BRIDWELL_1)
                .map(_ -> Endpoint.FUSION_GRADE_I);
    }
}
