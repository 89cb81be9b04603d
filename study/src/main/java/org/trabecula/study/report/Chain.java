package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.causal.Mediation;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Sensitivity;

/**
 * The chain of the hypothesis: cage, fusion, loosening; and whether its second arrow might point the other way.
 *
 * @param landmark those free of loosening at the primary visit whose fusion there and loosening later are known
 * @param onward log odds of loosening at a visit by fusion at the visit before, among those not loose then
 * @param backward log odds of fusion at a visit by loosening at the visit before, among those not fused then
 * @param mediated through fusion at the primary visit to loosening at any later one
 */
record Chain(
        Evidence evidence,
        List<Follower> landmark,
        Outcome<Contrast> onward,
        Outcome<Contrast> backward,
        List<Follower> followed,
        Outcome<Mediation> mediated) {

    /** Somebody with the status of fusion at the primary visit and of loosening at later ones. */
    record Follower(Subject subject, boolean fused, boolean loosened) {}

    static Chain of(Evidence evidence) {
        List<Follower> followed = followed(evidence);
        List<Follower> landmark = followed.stream()
                .filter(one -> one.subject()
                        .status(Endpoint.LOOSENING, evidence.primary())
                        .yes()
                        .filter(loose -> !loose)
                        .isPresent())
                .toList();
        return new Chain(
                evidence,
                landmark,
                Arrow.of(evidence, Endpoint.FUSION, Endpoint.LOOSENING).ratio(),
                evidence.tries(Sensitivity.REVERSE_ARROW)
                        ? Arrow.of(evidence, Endpoint.LOOSENING, Endpoint.FUSION)
                                .ratio()
                        : Outcome.none(Shortfall.Cause.ALL_MISSING, "The plan does not try the reverse arrow"),
                followed,
                mediated(evidence, followed));
    }

    /** Whether the reverse arrow is weaker than the one of the hypothesis; only then does an indirect effect mean something. */
    boolean identified() {
        Optional<Double> one = onward.value().map(Contrast::estimate);
        Optional<Double> other = backward.value().map(Contrast::estimate);
        return one.isPresent() && other.isPresent() && Math.abs(other.get()) < Math.abs(one.get());
    }

    private static List<Follower> followed(Evidence evidence) {
        List<Follower> followed = new ArrayList<>();
        for (Subject subject : evidence.compared()) {
            Optional<Boolean> fused =
                    subject.status(Endpoint.FUSION, evidence.primary()).yes();
            List<Boolean> later = evidence.data().visits().stream()
                    .filter(visit -> visit.compareTo(evidence.primary()) > 0)
                    .flatMap(visit -> subject.status(Endpoint.LOOSENING, visit).yes().stream())
                    .toList();
            if (fused.isPresent() && !later.isEmpty()) {
                followed.add(new Follower(subject, fused.get(), later.contains(true)));
            }
        }
        return followed;
    }

    /** Both models are adjusted for the arm's propensity on the scale of its predictor, one column however many terms it has. */
    private static Outcome<Mediation> mediated(Evidence evidence, List<Follower> followed) {
        List<Subject> subjects = followed.stream().map(Follower::subject).toList();
        double[][] rows = Designs.rows(evidence, subjects);
        return Designs.complete(rows)
                .then(_ -> Designs.score(evidence))
                .then(score -> mediated(
                        followed,
                        Arrays.stream(rows)
                                .mapToDouble(row -> Designs.predictor(score, row))
                                .toArray()));
    }

    /**
     * The same of any followers, with Firth's penalty where a model tells events apart.
     *
     * @param predictor of the propensity score, one number for each
     */
    static Outcome<Mediation> mediated(List<Follower> followed, double[] predictor) {
        if (followed.stream().map(Follower::fused).distinct().count() < 2
                || followed.stream().map(Follower::loosened).distinct().count() < 2) {
            return Outcome.none(Shortfall.Cause.EMPTY_CELL, "Fusion or later loosening is the same in everybody");
        }
        boolean[] fused = new boolean[predictor.length];
        boolean[] loosened = new boolean[predictor.length];
        for (int i = 0; i < predictor.length; i++) {
            fused[i] = followed.get(i).fused();
            loosened[i] = followed.get(i).loosened();
        }
        boolean[] treated =
                Judged.treated(followed.stream().map(Follower::subject).toList());
        Mediation.Designs designs = new MediationDesign(predictor, treated, fused).designs();
        Outcome<Mediation> plain = Mediation.fit(designs, fused, loosened);
        return plain instanceof Outcome.Missing<Mediation>(var shortfall)
                        && shortfall.cause() == Shortfall.Cause.SEPARATION
                ? Mediation.penalised(designs, fused, loosened)
                : plain;
    }
}
