package org.trabecula.study.safety;

import org.trabecula.study.journal.Noted;

/**
 * What an adverse event leaves open because its grade alone does not say it. Only records of deaths and re-operations enter
 * the analysis; the grade asks for them.
 *
 * @param event the report that asks
 */
public record SafetyQuestion(Kind kind, Noted<SafetyFact.AdverseEventReported> event) {

    /** What is asked. */
    public enum Kind {
        /** Grade V, and no death is recorded. */
        DEATH_UNRECORDED,
        /** Grade III, and neither a re-operation names the event nor did anybody say that there was none. */
        REOPERATION_UNSAID
    }
}
