package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.util.Optional;
import org.trabecula.study.spine.ScrewSite;

/**
 * What a reader saw around one screw.
 *
 * @param assessable false when the screw cannot be judged on these images; the rest is then empty
 * @param lucencyMm widest radiolucent zone, mm; 0 when there is none
 * @param doubleHalo a lucent ring with an outer radiopaque rim (radiograph)
 * @param lucentVoid a lucent void around the screw (CT)
 */
public record ScrewFinding(
        ScrewSite site, boolean assessable, Optional<BigDecimal> lucencyMm, boolean doubleHalo, boolean lucentVoid) {}
