package org.trabecula.study.endpoint;

/** How a status is known. A CT taken only when in doubt is informative, so this is always carried along. */
public enum Source {
    RADIOGRAPH,
    RADIOGRAPH_ADJUDICATED,
    CT,
    CT_ADJUDICATED,
    TRANSCRIBED;

    /** Whether a CT says so. */
    public boolean ct() {
        return this == CT || this == CT_ADJUDICATED;
    }

    static Source of(boolean ct, boolean adjudicated) {
        if (ct) {
            return adjudicated ? CT_ADJUDICATED : CT;
        }
        return adjudicated ? RADIOGRAPH_ADJUDICATED : RADIOGRAPH;
    }
}
