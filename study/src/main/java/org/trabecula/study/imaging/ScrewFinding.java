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
 * @param zone where the lucency is widest; empty when there is none or the reader did not say
 * @param view on which radiograph it was seen; empty on CT
 */
public record ScrewFinding(
        ScrewSite site,
        boolean assessable,
        Optional<BigDecimal> lucencyMm,
        boolean doubleHalo,
        boolean lucentVoid,
        Optional<Zone> zone,
        Optional<View> view) {

    /** Where along or around the screw the lucency is widest. */
    public enum Zone {
        CRANIAL,
        CAUDAL,
        MEDIAL,
        LATERAL,
        TIP,
        HEAD,
        AROUND
    }

    /** On which view it was seen. */
    public enum View {
        AP,
        SIDE,
        BOTH
    }

    public ScrewFinding(
            ScrewSite site,
            boolean assessable,
            Optional<BigDecimal> lucencyMm,
            boolean doubleHalo,
            boolean lucentVoid) {
        this(site, assessable, lucencyMm, doubleHalo, lucentVoid, Optional.empty(), Optional.empty());
    }
}
