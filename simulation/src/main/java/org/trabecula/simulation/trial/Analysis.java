package org.trabecula.simulation.trial;

/** What the lean plan computes of each study. */
public enum Analysis {
    /** Fused at the primary visit, titanium minus PEEK as they are: difference with Newcombe's interval, Pearson's p. */
    FUSION_PEARSON("fusion-pearson"),
    /** The same with Fisher's p. */
    FUSION_FISHER("fusion-fisher"),
    /** The overlap-weighted difference with the stacked sandwich, Student's on n less the score's columns. */
    FUSION_WEIGHTED("fusion-weighted"),
    /** At least one screw loose at the primary visit, as they are. */
    LOOSENING_PEARSON("loosening-pearson"),
    LOOSENING_FISHER("loosening-fisher"),
    LOOSENING_WEIGHTED("loosening-weighted"),
    /** Log odds ratio of a loose screw at the primary visit: exchangeable, overlap weights, Mancl and DeRouen's covariance. */
    SCREWS("screws"),
    /** Time to fusion between visits: generalised log-rank, Sun's scores, permutation variance; no estimate. */
    TIME_TO_FUSION("time-to-fusion"),
    /** Natural indirect effect on late loosening through union at the primary visit: the chain itself. */
    THROUGH_FUSION("through-fusion");

    private final String id;

    Analysis(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Whether its estimate is a risk difference, whose true value is known. */
    public boolean riskDifference() {
        return switch (this) {
            case FUSION_PEARSON,
                    FUSION_FISHER,
                    FUSION_WEIGHTED,
                    LOOSENING_PEARSON,
                    LOOSENING_FISHER,
                    LOOSENING_WEIGHTED -> true;
            case SCREWS, TIME_TO_FUSION, THROUGH_FUSION -> false;
        };
    }

    /** Whether it is about fusion, else about loosening. */
    public boolean fusion() {
        return switch (this) {
            case FUSION_PEARSON, FUSION_FISHER, FUSION_WEIGHTED, TIME_TO_FUSION -> true;
            case LOOSENING_PEARSON, LOOSENING_FISHER, LOOSENING_WEIGHTED, SCREWS, THROUGH_FUSION -> false;
        };
    }
}
