package org.trabecula.statistics.cluster;

/** What is done about residuals being too small where clusters are few. */
public enum ClusterCorrection {
    /** Nothing: the sandwich. Liang KY, Zeger SL, Biometrika 1986;73:13-22. */
    NONE,
    /**
     * Residuals multiplied with (I - H)^-1 on one side of each cluster's term, which is then made symmetric. (A symmetric
     * square root on both sides, as in CR2, is another form of the same idea and differs where covariates vary within
     * clusters.) Kauermann G, Carroll RJ, J Am Stat Assoc 2001;96:1387-1396.
     */
    KAUERMANN_CARROLL,
    /** Residuals multiplied with (I - H)^-1 on both sides. Mancl LA, DeRouen TA, Biometrics 2001;57:126-134. */
    MANCL_DEROUEN,
    /**
     * Each coordinate of a cluster's score divided by the root of 1 - min(3/4, its own part of the information). Fay MP,
     * Graubard BI, Biometrics 2001;57:1198-1206.
     */
    FAY_GRAUBARD
}
