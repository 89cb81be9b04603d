package org.trabecula.study.safety;

import java.time.LocalDate;
import java.util.Optional;
import org.trabecula.study.journal.Fact;

/** What went wrong. Words follow ISO 14155:2020. */
public sealed interface SafetyFact extends Fact {

    /** To what an event is related, in the investigator's judgement. */
    enum Relation {
        NOT_RELATED,
        POSSIBLE,
        PROBABLE,
        CAUSAL
    }

    /**
     * An untoward medical occurrence.
     *
     * @param serious death, serious deterioration of health, or a congenital anomaly (ISO 14155, 3.45)
     * @param clavienDindo grade I to V, empty when not a complication of surgery
     */
    record AdverseEventReported(
            LocalDate onset,
            String description,
            boolean serious,
            Relation toCage,
            Relation toScrews,
            Relation toProcedure,
            Optional<String> clavienDindo)
            implements SafetyFact {}

    /** A device fell short in identity, quality, durability, reliability, safety or performance, with or without harm. */
    record DeviceDeficiencyReported(LocalDate noticed, String device, String description, boolean couldHaveBeenSerious)
            implements SafetyFact {}
}
