package org.trabecula.simulation.trial;

/** What is computed of each study. */
public enum Analysis {
    /** Fused at the primary visit, titanium minus PEEK as they are: difference with Newcombe's interval, Pearson's p. */
    FUSION_PEARSON("fusion-pearson", About.FUSION, true),
    /** The same with Fisher's p. */
    FUSION_FISHER("fusion-fisher", About.FUSION, true),
    /** The overlap-weighted difference with the stacked sandwich, Student's on n less the score's columns. */
    FUSION_WEIGHTED("fusion-weighted", About.FUSION, true),
    /** The same, augmented by outcome models in each arm with bone, calendar time and the number of segments. */
    FUSION_AUGMENTED("fusion-augmented", About.FUSION, true),
    /** At least one screw loose at the primary visit, as they are. */
    LOOSENING_PEARSON("loosening-pearson", About.LOOSENING, true),
    LOOSENING_FISHER("loosening-fisher", About.LOOSENING, true),
    LOOSENING_WEIGHTED("loosening-weighted", About.LOOSENING, true),
    LOOSENING_AUGMENTED("loosening-augmented", About.LOOSENING, true),
    /** Log odds ratio of a loose screw at the primary visit: exchangeable, overlap weights, Mancl and DeRouen's covariance. */
    SCREWS("screws", About.LOOSENING, false),
    /** Time to fusion between visits: generalised log-rank, Sun's scores, permutation variance; no estimate. */
    TIME_TO_FUSION("time-to-fusion", About.FUSION, false),
    /** The log factor by which titanium stretches the time to fusion, Weibull's law between visits. */
    FUSION_WEIBULL("fusion-weibull", About.FUSION, false),
    /** Time to the first loosening seen, as {@link #TIME_TO_FUSION}. */
    TIME_TO_LOOSENING("time-to-loosening", About.LOOSENING, false),
    /** Natural indirect effect on late loosening through union at the primary visit: the chain itself. */
    THROUGH_FUSION("through-fusion", About.LOOSENING, false),
    /** Change of the ODI at the primary visit, titanium minus PEEK: mixed model for repeated measures, Kenward-Roger. */
    ODI("odi", About.COMPLAINTS, false),
    /** The same of back pain. */
    BACK_PAIN("back-pain", About.COMPLAINTS, false),
    /** Better by 15 points of ODI at the primary visit: the overlap-weighted difference. */
    ODI_RESPONDERS("odi-responders", About.COMPLAINTS, false),
    /** What the plan's claim rests on: its estimator, its rule for covariates out of balance, and its error. */
    FUSION_CLAIM("fusion-claim", About.FUSION, true),
    LOOSENING_CLAIM("loosening-claim", About.LOOSENING, true),
    /** The overlap-weighted difference with the bootstrap's percentile interval; not in the lean plan. */
    FUSION_BOOTSTRAP("fusion-bootstrap", About.FUSION, true),
    LOOSENING_BOOTSTRAP("loosening-bootstrap", About.LOOSENING, true),
    /** The overlap-weighted difference in everybody, with what is missing imputed; not in the lean plan. */
    FUSION_IMPUTED("fusion-imputed", About.FUSION, true),
    LOOSENING_IMPUTED("loosening-imputed", About.LOOSENING, true);

    private final String id;
    private final About about;
    private final boolean riskDifference;

    Analysis(String id, About about, boolean riskDifference) {
        this.id = id;
        this.about = about;
        this.riskDifference = riskDifference;
    }

    /** Of what an analysis speaks. */
    enum About {
        FUSION,
        LOOSENING,
        /** What participants say, which differs where fusion or loosening do. */
        COMPLAINTS
    }

    /** Whether a plan computes it. */
    boolean in(Plan plan) {
        return switch (this) {
            case FUSION_BOOTSTRAP, LOOSENING_BOOTSTRAP -> plan.replicates() > 0;
            case FUSION_IMPUTED, LOOSENING_IMPUTED -> plan.imputations() > 0;
            case FUSION_PEARSON,
                    FUSION_FISHER,
                    FUSION_WEIGHTED,
                    FUSION_AUGMENTED,
                    LOOSENING_PEARSON,
                    LOOSENING_FISHER,
                    LOOSENING_WEIGHTED,
                    LOOSENING_AUGMENTED,
                    SCREWS,
                    TIME_TO_FUSION,
                    FUSION_WEIBULL,
                    TIME_TO_LOOSENING,
                    THROUGH_FUSION,
                    ODI,
                    BACK_PAIN,
                    ODI_RESPONDERS,
                    FUSION_CLAIM,
                    LOOSENING_CLAIM -> true;
        };
    }

    public String id() {
        return id;
    }

    About about() {
        return about;
    }

    /** Whether its estimate is a risk difference, whose true value is known. */
    public boolean riskDifference() {
        return riskDifference;
    }
}
