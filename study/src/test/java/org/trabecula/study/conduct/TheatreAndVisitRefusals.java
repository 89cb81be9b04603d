package org.trabecula.study.conduct;

import static org.trabecula.study.protocol.CageMaterial.PEEK;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Steps.CONSENTED;
import static org.trabecula.study.testkit.Steps.SCREENED;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filed;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.missed;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.received;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Surgeries.L4_L5;
import static org.trabecula.study.testkit.Surgeries.alsoWith;
import static org.trabecula.study.testkit.Surgeries.cage;
import static org.trabecula.study.testkit.Surgeries.screw;
import static org.trabecula.study.testkit.Surgeries.screws;
import static org.trabecula.study.testkit.Surgeries.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Surgeries;

/** Everything that is refused about surgery, visits, their images, and what went wrong. */
final class TheatreAndVisitRefusals {
    private static final LocalDate TOMORROW = LocalDate.of(2029, 6, 3);
    private static final Cage UNLABELLED =
            new Cage(L4_L5, PEEK, "Maker", "Model", " ", "", "", Optional.empty(), Optional.empty());

    private TheatreAndVisitRefusals() {}

    static List<Refusal> theatre() {
        return List.of(
                surgery(Rule.VALUE_REQUIRED, "surgeon", "by nobody", surgery("", screws("L4-left"), List.of())),
                surgery(Rule.SURGERY_INCOMPLETE, "screws", "without screws", surgery("S1", List.of(), List.of())),
                surgery(
                        Rule.SCREW_LEVEL_OUTSIDE,
                        "screw.L2-left",
                        "a screw two levels up",
                        alsoWith(with(PEEK), screw("L2-left", "6.5", "45"))),
                surgery(
                        Rule.SCREW_SIZE,
                        "screw.L4-left",
                        "a screw of 65 mm diameter",
                        surgery("S1", List.of(screw("L4-left", "65", "45")), List.of())),
                surgery(
                        Rule.SCREW_SIZE,
                        "screw.L4-left",
                        "a screw of 4.5 mm length",
                        surgery("S1", List.of(screw("L4-left", "6.5", "4.5")), List.of())),
                surgery(
                        Rule.CAGE_OUTSIDE,
                        "cage.L3/L4",
                        "a cage where nothing was fused",
                        surgery("S1", screws("L4-left"), List.of(cage("L3/L4", PEEK)))),
                surgery(
                        Rule.SURGERY_INCOMPLETE,
                        "cage.L4/L5",
                        "a cage without a lot",
                        surgery("S1", screws("L4-left"), List.of(UNLABELLED))),
                surgery(
                        Rule.CONSENT_AFTER_DATE,
                        "on",
                        "operated before consent",
                        Surgeries.on(CONSENTED.minusDays(1), PEEK)),
                surgery(Rule.DATE_BEFORE, "on", "operated before screening", Surgeries.on(SCREENED.minusDays(1), PEEK)),
                Refusal.of(
                        Rule.DATE_BEFORE,
                        "on",
                        "a correction to a day before screening",
                        operated(Surgeries.on(SCREENED.minusDays(1), PEEK)).because("mistake"),
                        consented(),
                        operated()),
                surgery(
                        Rule.SEGMENTS_APART,
                        "segment",
                        "segments with one left out between them",
                        new Surgery(SURGERY, "S1", List.of(Segment.of("L2/L3"), L4_L5), screws("L4-left"), List.of())),
                surgery(Rule.DATE_IN_FUTURE, "on", "operated tomorrow", Surgeries.on(TOMORROW, PEEK)),
                Refusal.of(
                        Rule.NOTHING_CHANGED,
                        "",
                        "the same surgery again",
                        operated().because("once more"),
                        consented(),
                        operated()),
                Refusal.of(
                        Rule.REASON_REQUIRED,
                        "reason",
                        "another cage without why",
                        operated(with(PEEK)),
                        consented(),
                        operated()));
    }

    static List<Refusal> visits() {
        return List.of(
                Refusal.of(Rule.UNKNOWN_VISIT, "", "month 7", seen(new Timepoint(7)), consented(), operated()),
                Refusal.of(Rule.UNKNOWN_VISIT, "", "the baseline is not held", seen(M0), consented(), operated()),
                Refusal.of(Rule.SURGERY_BEFORE_VISITS, "", "a visit before surgery", seen(M6), consented()),
                Refusal.of(
                        Rule.DATE_BEFORE,
                        "on",
                        "seen the day before surgery",
                        seen(M6, SURGERY.minusDays(1)),
                        consented(),
                        operated()),
                Refusal.of(Rule.DATE_IN_FUTURE, "on", "seen tomorrow", seen(M6, TOMORROW), consented(), operated()),
                Refusal.of(Rule.NOTHING_CHANGED, "", "held as it was", seen(M6), consented(), operated(), seen(M6)),
                Refusal.of(
                        Rule.REASON_REQUIRED,
                        "reason",
                        "another day without why",
                        seen(M6, SURGERY.plusMonths(6).plusDays(1)),
                        consented(),
                        operated(),
                        seen(M6)),
                Refusal.of(
                        Rule.REASON_REQUIRED,
                        "reason",
                        "held after all, without why",
                        seen(M6),
                        consented(),
                        operated(),
                        missed(M6)),
                Refusal.of(
                        Rule.NOTHING_CHANGED, "", "missed as it was", missed(M6), consented(), operated(), missed(M6)),
                Refusal.of(
                        Rule.REASON_REQUIRED,
                        "reason",
                        "missed for another cause, without why",
                        does(COORDINATOR, w -> new Intent.MissVisit(w.participant(), M6, "ill")),
                        consented(),
                        operated(),
                        missed(M6)),
                Refusal.of(
                        Rule.VISIT_HELD_ALREADY,
                        "",
                        "missed although held",
                        missed(M6),
                        consented(),
                        operated(),
                        seen(M6)),
                Refusal.of(
                        Rule.VALUE_REQUIRED,
                        "why",
                        "missed for no cause",
                        does(COORDINATOR, w -> new Intent.MissVisit(w.participant(), M6, " ")),
                        consented(),
                        operated()));
    }

    static List<Refusal> imagesAndSafety() {
        return List.of(
                Refusal.of(
                        Rule.UNKNOWN_IMAGES,
                        "images",
                        "images that never came",
                        filed(M6),
                        consented(),
                        operated(),
                        seen(M6)),
                Refusal.of(
                        Rule.CASE_ALREADY_READ,
                        "images",
                        "more images after the first read",
                        does(COORDINATOR, w -> new Intent.ReceiveImages(w.images(), Modality.RADIOGRAPH, List.of())),
                        consented(),
                        operated(),
                        imaged(M6),
                        read(BY_FIRST_READER, FIRM)),
                Refusal.of(
                        Rule.UNKNOWN_REPORT,
                        "",
                        "a report that was never made",
                        does(
                                        COORDINATOR,
                                        w -> new Intent.CorrectSafety(
                                                w.participant(),
                                                3,
                                                new SafetyFact.DeviceDeficiencyReported(
                                                        SURGERY, "screwdriver", "tip broke", true)))
                                .because("mistake"),
                        consented()),
                Refusal.of(
                        Rule.IMAGES_FILED_ALREADY,
                        "images",
                        "filed twice",
                        filed(M12),
                        consented(),
                        operated(),
                        imaged(M6)),
                Refusal.of(
                        Rule.VISIT_BEFORE_DATA,
                        "visit",
                        "filed under a visit that was not held",
                        filed(M6),
                        consented(),
                        operated(),
                        received(Modality.RADIOGRAPH)),
                Refusal.of(
                        Rule.SURGERY_BEFORE_VISITS,
                        "",
                        "filed under a follow-up before surgery",
                        filed(M6),
                        consented(),
                        received(Modality.RADIOGRAPH)),
                Refusal.of(
                        Rule.VALUE_REQUIRED, "description", "an event without words", event(SURGERY, " "), consented()),
                Refusal.of(Rule.DATE_IN_FUTURE, "on", "an event tomorrow", event(TOMORROW, "fall"), consented()),
                Refusal.of(
                        Rule.DATE_IN_FUTURE,
                        "on",
                        "a deficiency noticed tomorrow",
                        does(
                                COORDINATOR,
                                w -> new Intent.ReportSafety(
                                        w.participant(),
                                        new SafetyFact.DeviceDeficiencyReported(
                                                TOMORROW, "screwdriver", "tip broke", true))),
                        consented()));
    }

    private static Step event(LocalDate onset, String description) {
        return does(
                COORDINATOR,
                w -> new Intent.ReportSafety(
                        w.participant(),
                        new SafetyFact.AdverseEventReported(
                                onset,
                                description,
                                false,
                                SafetyFact.Relation.NOT_RELATED,
                                SafetyFact.Relation.NOT_RELATED,
                                SafetyFact.Relation.POSSIBLE,
                                Optional.empty())));
    }

    private static Refusal surgery(Rule rule, String place, String told, Surgery surgery) {
        return Refusal.of(rule, place, told, operated(surgery), consented());
    }

    private static Surgery surgery(String surgeon, List<Screw> screws, List<Cage> cages) {
        return new Surgery(SURGERY, surgeon, List.of(L4_L5), screws, cages);
    }
}
