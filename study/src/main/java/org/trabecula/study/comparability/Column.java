package org.trabecula.study.comparability;

import java.util.Optional;
import org.trabecula.study.protocol.Covariate;

/**
 * One covariate as numbers, or one value of a categorical one.
 *
 * @param level the value that these zeros and ones stand for; empty for a number and for yes or no
 * @param absence whether the ones say that the value is missing
 * @param reference whether the other levels are compared with this one, so that the model leaves it out
 * @param missing how many values were missing and replaced
 */
public record Column(
        Covariate covariate, Optional<String> level, boolean absence, boolean reference, int missing, double[] values) {

    /** Whether anybody differs. */
    boolean varies() {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }

    /** A name that no other column has. */
    public String name() {
        return covariate.id() + level.map(one -> "=" + one).orElse("") + (absence ? "?" : "");
    }
}
