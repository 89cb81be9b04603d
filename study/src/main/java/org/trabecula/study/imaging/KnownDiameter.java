package org.trabecula.study.imaging;

import java.math.BigDecimal;
import org.trabecula.study.spine.ScrewSite;

/** How thick a screw is, mm, so that an image can be measured by it: a bare number, no maker and no model. */
public record KnownDiameter(ScrewSite site, BigDecimal mm) {}
