package org.trabecula.statistics.cluster;

/** How alike the units of a cluster are taken to be; the estimates stay consistent when it is wrong. */
public enum WorkingCorrelation {
    /** Not at all. */
    INDEPENDENCE,
    /** Any two equally: a. */
    EXCHANGEABLE,
    /** The less the further apart they are in the order of the rows: a to the power of the distance. */
    AUTOREGRESSIVE
}
