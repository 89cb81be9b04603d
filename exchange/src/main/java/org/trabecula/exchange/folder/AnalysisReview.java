package org.trabecula.exchange.folder;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.study.endpoint.FusionDefinition;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.AnalysisSet;
import org.trabecula.study.protocol.AnalysisWindow;
import org.trabecula.study.protocol.Estimand;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Missing;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.protocol.MeasuredEndpoint;
import org.trabecula.study.protocol.MeasuredEndpoint.Measure;
import org.trabecula.study.protocol.Multiplicity.Procedure;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Sensitivity;
import org.trabecula.study.protocol.Timepoint;

/** Holds an analysis plan against the protocol to which it belongs. */
final class AnalysisReview {
    private final AnalysisText text;
    private final AnalysisPlan plan;
    private final Protocol protocol;
    private final Findings findings;

    AnalysisReview(AnalysisText text, Protocol protocol, Findings findings) {
        this.text = text;
        this.plan = text.plan();
        this.protocol = protocol;
        this.findings = findings;
    }

    void look() {
        contrast();
        windows();
        text.endpoints().forEach(placed -> definition(placed.value(), placed.place()));
        text.sets().forEach(placed -> set(placed.value(), placed.place()));
        text.estimands().forEach(placed -> estimand(placed.value(), placed.place()));
        multiplicity();
        estimation();
        new CovariateReview(text, protocol, findings).look();
    }

    private void contrast() {
        List<String> arms = plan.contrast();
        arms.stream()
                .filter(arm -> protocol.arm(arm).isEmpty())
                .forEach(arm ->
                        findings.error(text.contrast(), "unknown-arm", "The protocol has no arm '" + arm + "'."));
        if (arms.size() != 2 || new HashSet<>(arms).size() != 2) {
            findings.error(text.contrast(), "contrast", "'contrast' names two arms, the first minus the second.");
        }
    }

    private void windows() {
        Optional<AnalysisWindow> before = Optional.empty();
        for (Placed<AnalysisWindow> placed : text.windows()) {
            AnalysisWindow window = placed.value();
            followUp(window.at(), placed.place());
            if (window.from().compareTo(window.to()) >= 0) {
                findings.error(
                        placed.place(),
                        "window",
                        "The window of " + window.at() + " ends (" + window.to() + ") before it begins ("
                                + window.from() + ").");
            } else if (window.from().doubleValue() > window.at().months()
                    || window.to().doubleValue() <= window.at().months()) {
                findings.error(
                        placed.place(), "window", "The window of " + window.at() + " does not hold the visit itself.");
            }
            before.filter(earlier -> window.from().compareTo(earlier.to()) < 0)
                    .ifPresent(earlier -> findings.error(
                            placed.place(),
                            "window",
                            "The windows of " + earlier.at() + " and " + window.at()
                                    + " overlap or stand in the wrong order; a value would belong to both."));
            before = Optional.of(window);
        }
        protocol.followUps().stream()
                .map(PlannedVisit::at)
                .filter(at -> plan.window(at).isEmpty())
                .forEach(at -> findings.error(
                        Place.in(StudyFolder.ANALYSIS), "window", "The visit " + at + " has no analysis window."));
    }

    private void followUp(Timepoint at, Place place) {
        if (protocol.followUps().stream().noneMatch(visit -> visit.at().equals(at))) {
            findings.error(place, "unknown-visit", at + " is no visit after surgery.");
        }
    }

    private void definition(MeasuredEndpoint endpoint, Place place) {
        Measure measure = endpoint.measure();
        String named = endpoint.definition();
        String loose =
                "lucency-" + protocol.charter().lucencyMm().stripTrailingZeros().toPlainString() + "mm/v1";
        boolean known = measure.ofFusion()
                ? FusionDefinition.find(named).isPresent()
                : measure.ofLoosening()
                        ? named.equals(loose)
                        : protocol.endpoints().scores().stream()
                                .anyMatch(score -> score.id().equals(named));
        if (!known && !named.isEmpty()) {
            findings.error(
                    place,
                    measure == Measure.SCORE ? "unknown-score" : "definition-unknown",
                    "'" + named + "' is no definition of " + measure.id()
                            + (measure.ofLoosening() ? "; the charter's is " + loose + "." : "."));
        }
    }

    private void set(AnalysisSet set, Place place) {
        set.at().ifPresent(at -> followUp(at, place));
        if (set.at().isPresent() != set.members().needsVisit()) {
            findings.error(
                    place,
                    "set-visit",
                    "The set '" + set.id() + "' " + (set.at().isPresent() ? "names a visit" : "names no visit (at)")
                            + ", which the rule '" + set.members().id() + "' "
                            + (set.at().isPresent() ? "does not look at." : "needs."));
        }
    }

    private void estimand(Estimand estimand, Place place) {
        if (plan.set(estimand.set()).isEmpty()) {
            findings.error(place, "unknown-set", "The plan has no analysis set '" + estimand.set() + "'.");
        }
        estimand.at().ifPresent(at -> followUp(at, place));
        Optional<MeasuredEndpoint> endpoint = plan.endpoint(estimand.endpoint());
        if (endpoint.isEmpty()) {
            findings.error(place, "unknown-endpoint", "The plan has no endpoint '" + estimand.endpoint() + "'.");
        } else if (estimand.at().isPresent() != endpoint.get().measure().atVisit()) {
            findings.error(
                    place,
                    "estimand-visit",
                    "An estimand of " + endpoint.get().measure().id()
                            + (estimand.at().isPresent() ? " names no visit." : " names its visit (at)."));
        }
    }

    private void multiplicity() {
        List<String> over = plan.multiplicity().over();
        over.stream()
                .filter(id -> plan.estimand(id).isEmpty())
                .forEach(id -> findings.error(
                        text.over(), "unknown-estimand", "The plan has no estimand '" + id + "' to claim."));
        if (over.isEmpty() || new HashSet<>(over).size() < over.size()) {
            findings.error(text.over(), "multiplicity", "'over' names each primary estimand once, at least one.");
        }
        if (plan.multiplicity().procedure() == Procedure.NONE && over.size() > 1) {
            findings.warning(
                    text.over(),
                    "multiplicity",
                    "Without a procedure each of the " + over.size()
                            + " primary estimands has the whole level, and a false claim among them is more likely than that.");
        }
    }

    private void estimation() {
        if (plan.estimation().companions().contains(plan.estimation().primary())) {
            findings.error(text.primary(), "duplicate-name", "The primary estimator is its own companion.");
        }
        twice(plan.estimation().companions(), Estimator::id, "companions");
        twice(plan.sensitivity(), Sensitivity::id, "sensitivity");
        if (plan.estimation().augmentAbove().isPresent() && plan.estimation().primary() != Estimator.OVERLAP_WEIGHTS) {
            findings.error(
                    text.primary(),
                    "augment-above",
                    "'augment_above' says when overlap weights need an outcome model, but the primary estimator is another.");
        }
        if (plan.estimation().missing() == Missing.MULTIPLE_IMPUTATION
                && plan.estimation().imputations() < 2) {
            findings.error(text.primary(), "missing", "'missing: multiple-imputation' needs two imputations or more.");
        }
        if (plan.estimation().missing() == Missing.MULTIPLE_IMPUTATION
                && plan.estimation().primary() != Estimator.OVERLAP_WEIGHTS) {
            findings.error(
                    text.primary(),
                    "missing",
                    "'missing: multiple-imputation' pools the overlap-weighted difference, but the primary estimator is another.");
        }
        if (plan.estimation().primary() == Estimator.UNADJUSTED) {
            if (plan.estimation().variance() != Variance.SANDWICH) {
                findings.error(
                        text.primary(),
                        "variance",
                        "'variance: " + plan.estimation().variance().id()
                                + "' is for weighted differences, but the primary estimator counts without weights.");
            }
            findings.warning(
                    text.primary(),
                    "unadjusted",
                    "Where nobody randomised, an unadjusted difference does not speak of the cage alone.");
        }
        if (plan.trim().lower().compareTo(plan.trim().upper()) >= 0) {
            findings.error(text.trim(), "wrong-type", "'trim' keeps nobody: write it like [0.1, 0.9].");
        }
    }

    private <E> void twice(List<E> planned, Function<E, String> id, String key) {
        planned.stream()
                .filter(one -> Collections.frequency(planned, one) > 1)
                .distinct()
                .forEach(one -> findings.error(
                        text.primary(),
                        "duplicate-name",
                        "'" + id.apply(one) + "' stands a second time among " + key + "."));
    }
}
