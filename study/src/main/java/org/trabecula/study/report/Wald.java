package org.trabecula.study.report;

import org.trabecula.statistics.estimate.Estimate;

/** The test that an estimate is no effect, by its error on the scale on which it is roughly normal. */
final class Wald {
    private Wald() {}

    /** Two-sided; 1 without an error, where there is nothing to compare with. */
    static double p(Estimate estimate) {
        if (estimate.standardError() == 0) {
            return 1;
        }
        double effect = estimate.scale() == Estimate.Scale.LOGARITHM ? Math.log(estimate.value()) : estimate.value();
        return new org.trabecula.statistics.estimate.Contrast(effect, estimate.standardError(), 1e9).p();
    }
}
