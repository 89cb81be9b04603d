package org.trabecula.simulation.cohort;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyFact;

/** One participant's paper: writes forms, now and then with a slip that is corrected later, until the participant leaves. */
final class Folder {
    private static final double SLIPS = 0.035;
    private static final List<String> REASONS = List.of(
            "Typing error, corrected from the paper form",
            "Value read from the source document again",
            "Transposed digits, noticed at monitoring");

    private final Setting setting;
    private final Person person;
    private final ParticipantId id;
    private boolean left;

    Folder(Setting setting, Person person, ParticipantId id) {
        this.setting = setting;
        this.person = person;
        this.id = id;
    }

    ParticipantId id() {
        return id;
    }

    /** Whether the participant has left, so that nothing more may be recorded. */
    boolean left() {
        return left;
    }

    void leave(LocalDate on, String why) {
        setting.counter().record(setting.team().investigator(), new Intent.Withdraw(id, on, why));
        left = true;
    }

    /** Learns of a death from somebody. */
    void die(SafetyFact.DeathReported death) {
        setting.counter().record(setting.team().investigator(), new Intent.ReportSafety(id, death));
        left = true;
    }

    void writeAll(Timepoint visit, LocalDate on, Chart chart) {
        List<String> forms =
                setting.protocol().visit(visit).map(PlannedVisit::forms).orElse(List.of());
        for (String name : forms) {
            setting.protocol()
                    .form(name)
                    .filter(form -> !form.beforeConsent())
                    .ifPresent(form -> write(form, visit, on, chart));
        }
    }

    void write(FormDefinition form, Timepoint visit, LocalDate on, Chart chart) {
        Chance chance = setting.chance("form", person.index(), form.id(), visit);
        SortedMap<String, String> right = setting.clerk().fill(form, chart, on, chance);
        if (right.isEmpty()) {
            return;
        }
        Optional<SortedMap<String, String>> wrong = !form.beforeConsent() && chance.happens(SLIPS)
                ? setting.clerk().slip(form, right, chance)
                : Optional.empty();
        setting.counter()
                .record(
                        setting.team().coordinator(),
                        new Intent.SaveForm(id, form.id(), visit, 0, wrong.orElse(right)));
        wrong.ifPresent(_ -> {
            LocalDate noticed = Days.working(on.plusDays(chance.between(1, 30)));
            setting.agenda()
                    .add(
                            Days.at(
                                    noticed,
                                    chance.between(0.0, 1.0),
                                    person.site().zone()),
                            () -> correct(new Intent.SaveForm(id, form.id(), visit, 1, right), chance.pick(REASONS)));
        });
    }

    void correct(Intent intent, String reason) {
        if (!left) {
            setting.counter().correct(setting.team().coordinator(), intent, reason);
        }
    }
}
