package org.trabecula.study.site;

/** What a person may do in the study. Readers and adjudicators are masked: they never see arm, site, visit or identity. */
public enum Role {
    COORDINATOR,
    INVESTIGATOR,
    READER,
    ADJUDICATOR,
    DATA_MANAGER,
    STATISTICIAN,
    MONITOR,
    ADMINISTRATOR;

    /** Whether the role must not learn the arm. */
    public boolean masked() {
        return this == READER || this == ADJUDICATOR;
    }
}
