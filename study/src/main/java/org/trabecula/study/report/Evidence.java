package org.trabecula.study.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.study.analysis.Agreement;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.journal.Head;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.protocol.Multiplicity;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Sensitivity;
import org.trabecula.study.protocol.Timepoint;

/** All that the tables are computed from. */
public record Evidence(Dataset data, Protocol protocol, Covariates covariates, Terms terms, Agreement agreement) {

    /**
     * How it is computed.
     *
     * @param level of confidence, such as 0.95
     * @param family the level of the family of primary tests, such as 0.05
     * @param replicates of the bootstrap
     * @param imputations of missing values
     * @param seed of every random number
     */
    public record Terms(double level, double family, int replicates, int imputations, long seed) {
        private static final int REPLICATES = 2_000;
        private static final int IMPUTATIONS = 50;

        static Terms of(Protocol protocol) {
            double level = protocol.endpoints().level();
            return protocol.analysis()
                    .map(plan -> new Terms(
                            level,
                            plan.multiplicity().level().doubleValue(),
                            plan.estimation().replicates(),
                            plan.estimation().imputations(),
                            plan.estimation().seed()))
                    .orElseGet(() -> new Terms(level, 1 - level, REPLICATES, IMPUTATIONS, 1));
        }
    }

    /** What the study says at a position, by its analysis plan; where it has none, by the program's usual choices. */
    public static Evidence of(Register register, Protocol protocol, Head head) {
        return new Evidence(
                Dataset.of(register, protocol, head),
                protocol,
                protocol.analysis()
                        .map(plan -> Known.of(register, protocol, plan))
                        .orElseGet(Covariates::none),
                Terms.of(protocol),
                Agreement.of(register, protocol, head));
    }

    /** The plan's procedure for several primaries; Holm's without a plan. */
    Multiplicity.Procedure procedure() {
        return protocol.analysis().map(plan -> plan.multiplicity().procedure()).orElse(Multiplicity.Procedure.HOLM);
    }

    /** The propensity scores that the trimmed analysis keeps; 0.1 to 0.9 without a plan. */
    AnalysisPlan.Trim trim() {
        return protocol.analysis()
                .map(AnalysisPlan::trim)
                .orElseGet(() -> new AnalysisPlan.Trim(new BigDecimal("0.1"), new BigDecimal("0.9")));
    }

    /** The analyses that try the assumptions, in the plan's order; all that the program has without a plan. */
    List<Sensitivity> sensitivity() {
        return protocol.analysis().map(AnalysisPlan::sensitivity).orElseGet(() -> List.of(Sensitivity.values()));
    }

    /** The estimator that carries the claim by the plan. */
    Estimator estimator() {
        return estimation().map(Estimation::primary).orElse(Estimator.OVERLAP_WEIGHTS);
    }

    /** Those printed beside it, in the plan's order. */
    List<Estimator> companions() {
        return estimation()
                .map(Estimation::companions)
                .orElseGet(() -> List.of(
                        Estimator.AUGMENTED_OVERLAP,
                        Estimator.INVERSE_WEIGHTS,
                        Estimator.DOUBLY_ROBUST,
                        Estimator.UNADJUSTED));
    }

    private Optional<Estimation> estimation() {
        return protocol.analysis().map(AnalysisPlan::estimation);
    }

    boolean tries(Sensitivity one) {
        return sensitivity().contains(one);
    }

    double level() {
        return terms.level();
    }

    /** From which standardised difference after weighting on the plan wants an outcome model beside the weights. */
    Optional<Double> augmentAbove() {
        return protocol.analysis()
                .flatMap(plan -> plan.estimation().augmentAbove())
                .map(BigDecimal::doubleValue);
    }

    /** By what the errors of weighted differences are computed; the sandwich without a plan. */
    Variance variance() {
        return estimation().map(Estimation::variance).orElse(Variance.SANDWICH);
    }

    /** Whether the claim rests on imputed values too. */
    boolean imputing() {
        return protocol.analysis()
                .filter(plan -> plan.estimation().missing() == Estimation.Missing.MULTIPLE_IMPUTATION)
                .isPresent();
    }

    Timepoint primary() {
        return data.primary();
    }

    /** Those whose arms are compared. */
    List<Subject> compared() {
        return data.compared();
    }

    Phrase arm(int arm) {
        return arm < data.arms().size()
                ? Phrase.of("report.text", data.arms().get(arm).label())
                : Phrase.of("report.no-arm");
    }

    /** The arm as the head of a column, with how many it has. */
    Phrase headed(int arm) {
        return Phrase.of("report.column.arm", arm(arm), data.arm(arm).size());
    }

    Phrase visit(Timepoint at) {
        return protocol.visit(at)
                .map(PlannedVisit::name)
                .map(name -> Phrase.of("report.text", name))
                .orElseGet(() -> Phrase.of("visit.months", at.months()));
    }

    Phrase endpoint(Endpoint endpoint) {
        return Phrase.of("endpoint." + endpoint.name().toLowerCase(Locale.ROOT));
    }

    /** What an interval is called, with its level. */
    public Phrase interval() {
        return Phrase.of(
                "report.column.interval",
                BigDecimal.valueOf(level())
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    Arm first() {
        return data.arms().getFirst();
    }
}
