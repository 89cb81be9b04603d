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

    /** A report of something that went wrong, as it was made or as it was put right. */
    sealed interface Report {
        String description();

        /** The day on which the event began or the deficiency was noticed. */
        default LocalDate on() {
            return switch (this) {
                case AdverseEventReported event -> event.onset();
                case DeviceDeficiencyReported deficiency -> deficiency.noticed();
            };
        }
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
            implements SafetyFact, Report {}

    /** A device fell short in identity, quality, durability, reliability, safety or performance, with or without harm. */
    record DeviceDeficiencyReported(LocalDate noticed, String device, String description, boolean couldHaveBeenSerious)
            implements SafetyFact, Report {}

    /**
     * A report of an adverse event was put right.
     *
     * @param report the journal position of the report
     * @param now the whole report as it is now known
     */
    record AdverseEventCorrected(long report, AdverseEventReported now) implements SafetyFact {}

    /**
     * A report of a device deficiency was put right.
     *
     * @param report the journal position of the report
     * @param now the whole report as it is now known
     */
    record DeviceDeficiencyCorrected(long report, DeviceDeficiencyReported now) implements SafetyFact {}
}
