package org.trabecula.study.implant;

import java.math.BigDecimal;
import org.trabecula.study.spine.ScrewSite;

/**
 * One pedicle screw.
 *
 * @param diameterMm outer diameter, mm
 * @param lengthMm length, mm
 * @param cemented augmented with cement
 * @param revision replaces an earlier screw
 */
public record Screw(ScrewSite site, BigDecimal diameterMm, BigDecimal lengthMm, boolean cemented, boolean revision) {}
