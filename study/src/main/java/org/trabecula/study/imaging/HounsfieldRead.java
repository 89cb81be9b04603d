package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.spine.Level;

/**
 * Hounsfield units of trabecular bone, read by a rule that has a version.
 *
 * @param rule by which the regions were placed, such as {@value #RULE}
 */
public record HounsfieldRead(String rule, List<Vertebra> vertebrae) {
    /**
     * An ellipse in the middle of the vertebral body, inside the cortex, without the basivertebral vein, on axial slices at
     * three heights: below the upper endplate, in the middle, above the lower endplate; the mean of the three means.
     */
    public static final String RULE = "mid-vertebral-ellipse-3/v1";

    /** The levels that the rule reads. */
    public static final List<Level> LEVELS = List.of(Level.L1, Level.L2, Level.L3, Level.L4);

    /**
     * One vertebra.
     *
     * @param mean of the three regions, HU; empty when the vertebra cannot be measured
     * @param kvp peak voltage of the tube, since values at different voltages must not be pooled; empty when the image does not say
     */
    public record Vertebra(Level level, Optional<BigDecimal> mean, Optional<BigDecimal> kvp) {}

    public HounsfieldRead {
        vertebrae = List.copyOf(vertebrae);
    }
}
