package org.trabecula.study.analysis;

/** What readers are compared in, with how many categories it has; 0 for a measurement. */
public enum Feature {
    /** Screw: firm or loose, by the charter. */
    LOOSENING(2),
    /** Segment: fused, not fused or indeterminate, by the charter. */
    UNION(3),
    /** Segment: Bridwell grade, I to IV; reads that call it indeterminate have none. */
    GRADE(4),
    /** Screw: widest lucent zone, mm. */
    LUCENCY(0),
    /** Segment: angle between flexion and extension, degrees. */
    MOTION(0),
    /** Segment: translation between flexion and extension, mm. */
    TRANSLATION(0);

    private final int categories;

    Feature(int categories) {
        this.categories = categories;
    }

    public int categories() {
        return categories;
    }

    public boolean measured() {
        return categories == 0;
    }
}
