package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.spine.Level;

/**
 * Where a rule would measure the bone of a vertebra, proposed to a reader who takes it, moves it or leaves it.
 *
 * @param rule name and version of the rule that placed the regions
 * @param instance the image on which the reader clicked, by its SOP Instance UID
 * @param frame of that image, from 0
 * @param click where, inside the vertebral body
 * @param kvp peak voltage of the tube; empty when the image does not say
 * @param regions one ellipse at each height, measured as if the reader had drawn it
 */
public record BoneProposal(
        Level level,
        String rule,
        String instance,
        int frame,
        ImagePoint click,
        Optional<BigDecimal> kvp,
        List<Measurement> regions) {
    /** The heights at which there is a region, from below. */
    public static final List<Quantity> HEIGHTS = List.of(Quantity.LOWER, Quantity.MIDDLE, Quantity.UPPER);

    public BoneProposal {
        regions = List.copyOf(regions);
        if (!regions.stream().map(Measurement::quantity).toList().equals(HEIGHTS)) {
            throw new IllegalArgumentException("A proposal has a region at each of " + HEIGHTS);
        }
        if (!regions.stream().allMatch(one -> one.of().equals(level.name()))) {
            throw new IllegalArgumentException("The regions of a proposal are all in " + level);
        }
        if (!regions.stream()
                .allMatch(one ->
                        one.value(Measurement.Name.MEAN, Measurement.Unit.HU).isPresent())) {
            throw new IllegalArgumentException("The regions of a proposal have Hounsfield units");
        }
    }

    /** The mean of the regions' means, HU, as a read of the vertebra gives it: to a tenth. */
    public BigDecimal mean() {
        return regions.stream()
                .flatMap(region -> region.value(Measurement.Name.MEAN, Measurement.Unit.HU).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(HEIGHTS.size()), 1, RoundingMode.HALF_UP);
    }
}
