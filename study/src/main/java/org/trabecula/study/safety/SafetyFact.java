package org.trabecula.study.safety;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** What went wrong. Words follow ISO 14155:2020. */
public sealed interface SafetyFact extends Fact {

    /** To what an event is related, in the investigator's judgement. */
    enum Relation {
        NOT_RELATED,
        POSSIBLE,
        PROBABLE,
        CAUSAL
    }

    /** Why somebody was operated on again. */
    enum Grounds {
        SCREW_LOOSENING,
        NON_UNION,
        /** The cage moved or sank. */
        CAGE_MIGRATION,
        INFECTION,
        /** Haematoma or wound. */
        WOUND,
        ADJACENT_SEGMENT,
        /** Said in words. */
        OTHER
    }

    /** What a re-operation did to an implant. */
    enum Work {
        /** Exchanged, moved or cemented: an implant is still there. */
        REVISED,
        REMOVED
    }

    /** From whom a death is known. */
    enum KnownFrom {
        HOSPITAL_RECORD,
        DEATH_CERTIFICATE,
        REGISTRY,
        FAMILY,
        OTHER
    }

    record ScrewWork(ScrewSite site, Work work) {}

    record CageWork(Segment segment, Work work) {}

    /** A report of something that went wrong, as it was made or as it was put right. */
    sealed interface Report {
        /** What it was, in words; empty where the report's other parts say enough. */
        String description();

        /** The day on which it happened or, of a deficiency, was noticed. */
        LocalDate on();

        /** The fact that makes the report. */
        default SafetyFact made() {
            return switch (this) {
                case AdverseEventReported event -> event;
                case DeviceDeficiencyReported deficiency -> deficiency;
                case ReoperationReported again -> again;
                case DeathReported death -> death;
            };
        }

        /** The fact that puts the report at a journal position right by this one. */
        default SafetyFact correcting(long report) {
            return switch (this) {
                case AdverseEventReported now -> new AdverseEventCorrected(report, now);
                case DeviceDeficiencyReported now -> new DeviceDeficiencyCorrected(report, now);
                case ReoperationReported now -> new ReoperationCorrected(report, now);
                case DeathReported now -> new DeathCorrected(report, now);
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
            implements SafetyFact, Report {
        @Override
        public LocalDate on() {
            return onset;
        }
    }

    /** A device fell short in identity, quality, durability, reliability, safety or performance, with or without harm. */
    record DeviceDeficiencyReported(LocalDate noticed, String device, String description, boolean couldHaveBeenSerious)
            implements SafetyFact, Report {
        @Override
        public LocalDate on() {
            return noticed;
        }
    }

    /**
     * The spine was operated on once more. Without work on screws and cages nothing was done at the construct.
     *
     * @param segments which were operated on, also such as are not fused
     * @param description what no other part says; the grounds themselves where they are others
     * @param screws of the construct
     * @param cages of the construct
     * @param event the journal position of the adverse event that led to it; empty when none did
     */
    record ReoperationReported(
            LocalDate on,
            List<Segment> segments,
            Grounds grounds,
            String description,
            List<ScrewWork> screws,
            List<CageWork> cages,
            Optional<Long> event)
            implements SafetyFact, Report {
        public ReoperationReported {
            segments = segments.stream().distinct().sorted().toList();
            screws = List.copyOf(screws);
            cages = List.copyOf(cages);
            if (screws.stream().map(ScrewWork::site).distinct().count() < screws.size()
                    || cages.stream().map(CageWork::segment).distinct().count() < cages.size()) {
                throw new IllegalArgumentException("One implant is named once");
            }
        }
    }

    /**
     * The participant died.
     *
     * @param description the cause
     */
    record DeathReported(
            LocalDate on, String description, Relation toCage, Relation toScrews, Relation toProcedure, KnownFrom known)
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

    /**
     * The record of a re-operation was put right.
     *
     * @param report the journal position of the record
     * @param now the whole record as it is now known
     */
    record ReoperationCorrected(long report, ReoperationReported now) implements SafetyFact {}

    /**
     * The record of a death was put right.
     *
     * @param report the journal position of the record
     * @param now the whole record as it is now known
     */
    record DeathCorrected(long report, DeathReported now) implements SafetyFact {}

    /**
     * An adverse event whose grade speaks of an intervention led to no re-operation of the spine.
     *
     * @param event the journal position of its report
     */
    record ReoperationRuledOut(long event) implements SafetyFact {}

    /**
     * A report should never have been made: it was another participant, or nothing happened.
     *
     * @param report the journal position of the report
     */
    record ReportEnteredInError(long report) implements SafetyFact {}
}
