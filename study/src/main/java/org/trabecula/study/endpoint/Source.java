package org.trabecula.study.endpoint;

/** How a status is known. A CT taken only when in doubt is informative, so this is always carried along. */
public enum Source {
    RADIOGRAPH,
    RADIOGRAPH_ADJUDICATED,
    CT,
    CT_ADJUDICATED,
    TRANSCRIBED;

    static Source of(boolean ct, boolean adjudicated) {
        if (ct) {
            return adjudicated ? CT_ADJUDICATED : CT;
        }
        return adjudicated ? RADIOGRAPH_ADJUDICATED : RADIOGRAPH;
    }
}
