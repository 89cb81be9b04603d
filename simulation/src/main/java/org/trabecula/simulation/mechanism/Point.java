package org.trabecula.simulation.mechanism;

/** What was published, and what in a simulated series stands against it. */
public enum Point {
    LOOSE_6("participants loose at 6 months", 0.311, 0.311, "399 participants (jkss.2009.16.3.202)"),
    LOOSE_12("participants loose at 12 months", 0.223, 0.223, "the same"),
    LOOSE_24("participants loose at 24 months", 0.110, 0.110, "the same"),
    NEW_AFTER_6("of those firm at 6 months, loose at 12", 0, 0, "the same: none"),
    SETTLED("of those loose at 6 months, firm at 24", 0.645, 0.84, "the same, and 203 participants"),
    SCREWS_OF_PARTICIPANTS(
            "share of screws over share of participants, 6 months", 0.31, 0.345, "83/904 of 52/174; 10 of 29 %"),
    PER_HU("odds ratio per HU, 12 months", 0.970, 0.985, "0.977 (Zou 2020)"),
    SACRUM("odds ratio with S1, 12 months", 1.039, 2.777, "1.699 (Zou 2020)"),
    LENGTH("odds ratio per further segment, 12 months", 2.617, 4.996, "3.616 per step of length (Zou 2020)"),
    HU_APART("HU of the firm less HU of the loose, 12 months", 23, 41, "three series"),
    PEEK_6("PEEK fused at 6 months, grade I or II", 0.35, 0.80, "range by definition"),
    PEEK_12("PEEK fused at 12 months, grade I or II", 0.93, 0.93, "40/43 (Kim 2022)"),
    PEEK_12_GRADE_I("PEEK grade I at 12 months", 0.51, 0.51, "22/43 (Kim 2022)"),
    TITANIUM_6("titanium fused at 6 months, grade I or II", 0.50, 0.95, "range by definition"),
    TITANIUM_12("titanium fused at 12 months, grade I or II", 0.95, 0.95, "38/40 (Kim 2022)"),
    TITANIUM_12_GRADE_I("titanium grade I at 12 months", 0.775, 0.775, "31/40 (Kim 2022)"),
    LOOSE_FUSED("loose at 6 months: fused at 24", 0.71, 0.71, "10/14 (Cho 2018)"),
    FIRM_FUSED("firm at 6 months: fused at 24", 0.94, 0.94, "46/49 (Cho 2018)");

    /** A share this near to the published one counts as nearly met: a series of some hundred is not known better. */
    public static final double NEAR = 0.03;

    private static final double CLOSE = 0.005;

    private final String label;
    private final double low;
    private final double high;
    private final String source;

    Point(String label, double low, double high, String source) {
        this.label = label;
        this.low = low;
        this.high = high;
        this.source = source;
    }

    /** How a simulated value stands to what was published. */
    public enum Match {
        /** Within the published range, or a share that is at most half a point off. */
        MET,
        /** A share that is at most {@link Point#NEAR} off. */
        NEARLY,
        MISSED
    }

    /** How a simulated value stands to the published one. */
    public Match match(double simulated) {
        double off = Math.max(low - simulated, simulated - high);
        if (off <= 0 || (share() && off <= CLOSE)) {
            return Match.MET;
        }
        return share() && off <= NEAR ? Match.NEARLY : Match.MISSED;
    }

    /** Whether it is a share of participants; else a ratio, or a difference in HU. */
    public boolean share() {
        return switch (this) {
            case SCREWS_OF_PARTICIPANTS, PER_HU, SACRUM, LENGTH, HU_APART -> false;
            case LOOSE_6,
                    LOOSE_12,
                    LOOSE_24,
                    NEW_AFTER_6,
                    SETTLED,
                    PEEK_6,
                    PEEK_12,
                    PEEK_12_GRADE_I,
                    TITANIUM_6,
                    TITANIUM_12,
                    TITANIUM_12_GRADE_I,
                    LOOSE_FUSED,
                    FIRM_FUSED -> true;
        };
    }

    public String label() {
        return label;
    }

    /** The published value, or the lower end where a range was published. */
    public double low() {
        return low;
    }

    /** The published value, or the upper end. */
    public double high() {
        return high;
    }

    /** Where it was published. */
    public String source() {
        return source;
    }

    /** What stands against it in a simulated series. */
    public double in(Series series) {
        return switch (this) {
            case LOOSE_6 -> series.loose(6);
            case LOOSE_12 -> series.loose(12);
            case LOOSE_24 -> series.loose(24);
            case NEW_AFTER_6 -> series.newlyLoose();
            case SETTLED -> series.settled();
            case SCREWS_OF_PARTICIPANTS -> series.screws(6) / series.loose(6);
            case PER_HU -> series.oddsRatio(Series.HU);
            case SACRUM -> series.oddsRatio(Series.SACRUM);
            case LENGTH -> series.oddsRatio(Series.LENGTH);
            case HU_APART -> series.huApart();
            case PEEK_6 -> series.fused(6);
            case PEEK_12 -> series.fused(12);
            case PEEK_12_GRADE_I -> series.remodelled(12);
            case TITANIUM_6 -> series.titanium().fused(6);
            case TITANIUM_12 -> series.titanium().fused(12);
            case TITANIUM_12_GRADE_I -> series.titanium().remodelled(12);
            case LOOSE_FUSED -> series.fusedIf(true);
            case FIRM_FUSED -> series.fusedIf(false);
        };
    }
}
