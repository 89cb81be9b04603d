package org.trabecula.study.implant;

import java.math.BigDecimal;
import java.util.Optional;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.spine.Segment;

/**
 * One interbody cage.
 *
 * @param udi the unique device identifier as scanned; empty when the label had none
 * @param footprint as the label says, for example {@code 26x10}; empty when not recorded
 * @param heightMm mm
 * @param lordosisDegrees degrees
 */
public record Cage(
        Segment segment,
        CageMaterial material,
        String maker,
        String model,
        String lot,
        String udi,
        String footprint,
        Optional<BigDecimal> heightMm,
        Optional<BigDecimal> lordosisDegrees) {}
