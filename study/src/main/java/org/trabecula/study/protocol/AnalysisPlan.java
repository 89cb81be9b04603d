package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What will be computed, fixed before anybody sees an outcome. It is part of the protocol and stands in the journal with it.
 *
 * @param version of the plan; an amended plan carries a new one
 * @param fingerprint SHA-256 of the plan's text in UTF-8, 64 hexadecimal digits
 * @param contrast the ids of two arms: every effect is the first minus the second
 * @param estimands what each result is about, in the words of ICH E9(R1)
 * @param windows from which days a visit's value may come; they do not overlap
 * @param covariates what may differ between the arms before surgery; those of the model enter the propensity score
 * @param sensitivity the analyses that try the assumptions, in the order of the report
 * @param trim the propensity scores kept by {@link Sensitivity#TRIMMED}, two numbers between 0 and 1
 */
public record AnalysisPlan(
        String version,
        String fingerprint,
        List<String> contrast,
        List<Estimand> estimands,
        List<AnalysisSet> sets,
        List<AnalysisWindow> windows,
        List<MeasuredEndpoint> endpoints,
        List<Covariate> covariates,
        Estimation estimation,
        Multiplicity multiplicity,
        List<Sensitivity> sensitivity,
        Trim trim) {
    public AnalysisPlan {
        contrast = List.copyOf(contrast);
        estimands = List.copyOf(estimands);
        sets = List.copyOf(sets);
        windows = List.copyOf(windows);
        endpoints = List.copyOf(endpoints);
        covariates = List.copyOf(covariates);
        sensitivity = List.copyOf(sensitivity);
    }

    /** Which propensity scores stay, both ends included; 0 &lt; lower &lt; upper &lt; 1. */
    public record Trim(BigDecimal lower, BigDecimal upper) {}

    public Optional<Estimand> estimand(String id) {
        return estimands.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<MeasuredEndpoint> endpoint(String id) {
        return endpoints.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<AnalysisSet> set(String id) {
        return sets.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Optional<AnalysisWindow> window(Timepoint at) {
        return windows.stream().filter(one -> one.at().equals(at)).findFirst();
    }

    /** The estimands over which the multiplicity procedure runs, in its order. */
    public List<Estimand> primaries() {
        return multiplicity.over().stream().flatMap(id -> estimand(id).stream()).toList();
    }

    /** The covariates of the propensity model. */
    public List<Covariate> model() {
        return covariates.stream().filter(Covariate::model).toList();
    }
}
