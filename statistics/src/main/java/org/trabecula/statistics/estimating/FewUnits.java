package org.trabecula.statistics.estimating;

/** How the sandwich allows for there being few units. */
public enum FewUnits {
    /** It does not: the sandwich as it is. */
    NONE,
    /**
     * Each equation's part of a unit is divided by the root of one less its leverage, the diagonal element of S_i S⁻¹ with S_i
     * the unit's and S the whole derivative; a leverage counts as 0.75 at most.
     *
     * <p>Source: Fay MP, Graubard BI, Biometrics 2001;57:1198-1206, section 2.3; for stacked equations Saul BC, Hudgens MG, J
     * Stat Softw 2020;92(2). R: {@code geex::fay_bias_correction(b = 0.75)}.
     */
    LEVERAGE,
    /**
     * A unit's influence is the step that Newton's method takes when the unit is left out, (S - S_i)⁻¹ psi_i, and the variance
     * is the jackknife's of these: on the safe side with few units.
     *
     * <p>Source: Lipsitz SR, Dear KBG, Zhao L, Biometrics 1994;50:842-846; for marginal models Mancl LA, DeRouen TA, Biometrics
     * 2001;57:126-134, whose correction is the same without the factor (n - 1)/n.
     */
    ONE_STEP_JACKKNIFE
}
