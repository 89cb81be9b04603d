package org.trabecula.study.spine;

/**
 * Interbody fusion as graded by Bridwell (1995): I remodelled with trabeculae, II graft intact and not fully remodelled,
 * without lucency, III graft intact with a possible lucency at top or bottom, IV absent with collapse or resorption.
 */
public enum FusionGrade {
    I,
    II,
    III,
    IV;

    /** Grade I or II, the usual reading of "fused". */
    public boolean fused() {
        return this == I || this == II;
    }
}
