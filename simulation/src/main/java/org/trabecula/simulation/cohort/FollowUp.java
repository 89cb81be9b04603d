package org.trabecula.simulation.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Attendance;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Window;
import org.trabecula.study.safety.SafetyFact;

/** What happens to one participant after surgery: visits, held or missed, early or late; complications; leaving. */
final class FollowUp {
    /** Shares per participant or visit of what the model has no word for. Who comes about when, and who leaves, is the model's. */
    private static final double MISS_NOTED = 0.75;

    private static final double OUT_OF_WINDOW = 0.03;
    private static final double DATE_SLIP = 0.012;
    private static final double COMPLICATION = 0.12;
    private static final double DEFICIENCY = 0.02;

    private static final double REOPERATION_NOTED = 0.7;
    private static final String DEATH = "Died of another cause";

    private final Setting setting;
    private final Person person;
    private final Folder folder;
    private final Surgery surgery;
    private final Nature nature;
    private final Voice voice;
    private final Attendance attendance;
    private final Radiology radiology;

    FollowUp(Setting setting, Person person, Folder folder, Surgery surgery) {
        this.setting = setting;
        this.person = person;
        this.folder = folder;
        this.surgery = surgery;
        this.nature = new Nature(setting.plan(), person, surgery);
        this.voice = new Voice(setting.plan(), person);
        this.attendance = new Attendance(setting.plan().given());
        this.radiology = new Radiology(setting, person, folder, nature);
    }

    void begin() {
        setting.protocol().followUps().forEach(this::plan);
        int last = setting.protocol().followUps().getLast().at().months();
        if (nature.leaves() < last) {
            Chance chance = setting.chance("leaving", person.index());
            LocalDate on = Days.working(Days.after(surgery.on(), nature.leaves()));
            String why = chance.pick(
                    List.of("Lost to follow-up", "Lost to follow-up", "Moved away", "Withdrew consent", DEATH));
            at(on, chance, () -> {
                if (why.equals(DEATH)) {
                    folder.die(death(on));
                } else {
                    folder.leave(on, why);
                }
            });
        }
        complications();
    }

    void correctSurgery(String reason) {
        folder.correct(new Intent.RecordSurgery(folder.id(), surgery), reason);
    }

    private void plan(PlannedVisit visit) {
        Chance chance = setting.chance("visit", person.index(), visit.at());
        Window window = visit.window(surgery.on());
        double held = attendance.held(visit.at().months(), nature.leaves(), chance.dice());
        if (held < 0) {
            if (chance.happens(MISS_NOTED)) {
                LocalDate noted = Days.working(window.closes().plusDays(chance.between(2, 40)));
                String why =
                        chance.pick(List.of("Could not be reached", "Did not want to travel", "In hospital elsewhere"));
                at(noted, chance, () -> miss(visit, why));
            }
            return;
        }
        LocalDate on = chance.happens(OUT_OF_WINDOW)
                ? window.closes().plusDays(chance.between(4, 24))
                : clamped(window, Days.after(surgery.on(), held));
        LocalDate day = Days.working(on);
        at(day, chance, () -> hold(visit, day, chance));
    }

    /** Well inside the window, so that a weekend does not carry the visit out of it. */
    private static LocalDate clamped(Window window, LocalDate day) {
        LocalDate first = window.opens().plusDays(1);
        LocalDate last = window.closes().minusDays(3);
        return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }

    private void miss(PlannedVisit visit, String why) {
        if (!folder.left()) {
            setting.counter().record(setting.team().coordinator(), new Intent.MissVisit(folder.id(), visit.at(), why));
        }
    }

    private void hold(PlannedVisit visit, LocalDate on, Chance chance) {
        if (folder.left()) {
            return;
        }
        boolean slip = chance.happens(DATE_SLIP);
        LocalDate typed = slip ? on.minusDays(1) : on;
        setting.counter().record(setting.team().coordinator(), new Intent.HoldVisit(folder.id(), visit.at(), typed));
        if (slip) {
            LocalDate noticed = Days.working(on.plusDays(chance.between(1, 14)));
            Intent right = new Intent.HoldVisit(folder.id(), visit.at(), on);
            at(noticed, chance, () -> folder.correct(right, "Visit date compared with the outpatient record"));
        }
        double months = Days.months(surgery.on(), on);
        Chart chart = Chart.ofVisit(
                on, voice.at(visit.at(), months, nature), setting.chance("sections", person.index(), visit.at()));
        folder.writeAll(visit.at(), on, chart);
        if (visit.images()) {
            radiology.radiograph(visit, on);
        }
    }

    private void complications() {
        Chance chance = setting.chance("complication", person.index());
        boolean event = chance.happens(COMPLICATION);
        LocalDate onset = surgery.on().plusDays(chance.between(0, 25));
        if (event) {
            at(Days.working(onset.plusDays(chance.between(0, 4))), chance, () -> happens(complication(chance, onset)));
        }
        if (chance.happens(DEFICIENCY)) {
            LocalDate noticed = surgery.on();
            at(
                    Days.working(noticed.plusDays(1)),
                    chance,
                    () -> report(new SafetyFact.DeviceDeficiencyReported(
                            noticed, "Screwdriver of the screw set", "The tip was worn and slipped", false)));
        }
    }

    private List<Entry> report(SafetyFact.Report fact) {
        return folder.left()
                ? List.of()
                : setting.counter().record(setting.team().investigator(), new Intent.ReportSafety(folder.id(), fact));
    }

    /** What was revised is recorded as a re-operation some days later; now and then nobody has done so yet. */
    private void happens(Complication kind) {
        List<Entry> told = report(kind.event());
        Chance chance = setting.chance("reoperation", person.index());
        if (kind.revised() && !told.isEmpty() && chance.happens(REOPERATION_NOTED)) {
            LocalDate on = Days.working(kind.event().onset().plusDays(chance.between(1, 4)));
            SafetyFact.Report again = new SafetyFact.ReoperationReported(
                    on,
                    surgery.fused(),
                    SafetyFact.Grounds.INFECTION,
                    "Wound opened, rinsed and closed",
                    List.of(),
                    List.of(),
                    Optional.of(told.getFirst().position()));
            at(Days.working(on.plusDays(chance.between(5, 20))), chance, () -> report(again));
        }
    }

    private static SafetyFact.DeathReported death(LocalDate on) {
        return new SafetyFact.DeathReported(
                on,
                "Another cause than the surgery",
                SafetyFact.Relation.NOT_RELATED,
                SafetyFact.Relation.NOT_RELATED,
                SafetyFact.Relation.NOT_RELATED,
                SafetyFact.KnownFrom.FAMILY);
    }

    /** @param revised whether the participant went to theatre again for it */
    private record Complication(SafetyFact.AdverseEventReported event, boolean revised) {}

    private static Complication complication(Chance chance, LocalDate onset) {
        record Kind(String description, boolean serious, String grade) {}
        Kind kind = chance.pick(List.of(
                new Kind("Dural tear, closed at surgery", false, "I"),
                new Kind("Superficial wound infection", false, "II"),
                new Kind("Deep wound infection, revised", true, "IIIb"),
                new Kind("Urinary tract infection", false, "II"),
                new Kind("Deep vein thrombosis", true, "II")));
        return new Complication(
                new SafetyFact.AdverseEventReported(
                        onset,
                        kind.description(),
                        kind.serious(),
                        SafetyFact.Relation.NOT_RELATED,
                        SafetyFact.Relation.NOT_RELATED,
                        SafetyFact.Relation.PROBABLE,
                        Optional.of(kind.grade())),
                kind.grade().startsWith("III"));
    }

    private void at(LocalDate day, Chance chance, Runnable action) {
        setting.agenda()
                .add(Days.at(day, chance.between(0.0, 1.0), person.site().zone()), action);
    }
}
