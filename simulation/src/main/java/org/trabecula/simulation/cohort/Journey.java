package org.trabecula.simulation.cohort;

import java.time.LocalDate;
import java.util.Optional;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Timepoint;

/** One person's way from screening to surgery. What comes after is {@link FollowUp}. */
final class Journey {
    private final Setting setting;
    private final Person person;
    private final Chance chance;

    Journey(Setting setting, Person person) {
        this.setting = setting;
        this.person = person;
        this.chance = setting.chance("journey", person.index());
    }

    void begin() {
        at(person.screened(), this::screen);
    }

    private void screen() {
        Intent.Screen intent = new Intent.Screen(person.site().id(), person.screened());
        Entry entry =
                setting.counter().record(setting.team().coordinator(), intent).getFirst();
        Folder folder =
                new Folder(setting, person, new ParticipantId(entry.stream().id()));
        Chart chart = Chart.ofBaseline(person, person.screened(), setting.chance("chart", person.index()));
        for (FormDefinition form : setting.protocol().forms()) {
            if (form.beforeConsent()) {
                folder.write(form, Timepoint.BASELINE, person.screened(), chart);
            }
        }
        if (person.fate() != Fate.NOT_ELIGIBLE) {
            LocalDate planned = later(person.screened(), 0, 6);
            at(planned, () -> plan(folder, planned));
        }
    }

    private void plan(Folder folder, LocalDate on) {
        Intention intention = person.intention();
        setting.counter()
                .record(
                        setting.team().investigator(),
                        new Intent.Plan(folder.id(), on, intention.segments(), intention.cage(), intention.reason()));
        LocalDate invited = later(on, 0, 2);
        at(invited, () -> invite(folder, invited));
    }

    private void invite(Folder folder, LocalDate on) {
        setting.counter().record(setting.team().coordinator(), new Intent.Invite(folder.id(), on));
        LocalDate answered = later(on, 0, 3);
        if (person.fate() == Fate.DECLINES) {
            at(
                    answered,
                    () -> setting.counter()
                            .record(setting.team().coordinator(), new Intent.Decline(folder.id(), answered)));
        } else {
            at(answered, () -> consent(folder, answered));
        }
    }

    private void consent(Folder folder, LocalDate on) {
        String version = setting.protocol().consentVersions().getLast();
        setting.counter()
                .record(
                        setting.team().investigator(),
                        new Intent.Consent(folder.id(), version, on, "Virtual investigator"));
        LocalDate baseline = later(on, 0, 2);
        at(baseline, () -> baseline(folder, baseline));
        LocalDate next = later(baseline, 1, 9);
        if (person.fate() == Fate.LEAVES_EARLY) {
            at(next, () -> folder.leave(next, "Surgery was cancelled"));
        } else {
            at(next, () -> operate(folder, next));
        }
    }

    private void baseline(Folder folder, LocalDate on) {
        Chart body = Chart.ofBaseline(person, on, setting.chance("chart", person.index()));
        Chart complaints = Chart.ofVisit(
                on,
                new Voice(setting.plan(), person).before(),
                setting.chance("sections", person.index(), Timepoint.BASELINE));
        folder.writeAll(Timepoint.BASELINE, on, body.with(complaints));
    }

    private void operate(Folder folder, LocalDate on) {
        Surgery right = setting.theatre().operate(person, on);
        Optional<Surgery> wrong = chance.happens(0.04) ? Theatre.mistyped(right) : Optional.empty();
        setting.counter()
                .record(setting.team().investigator(), new Intent.RecordSurgery(folder.id(), wrong.orElse(right)));
        FollowUp followUp = new FollowUp(setting, person, folder, right);
        wrong.ifPresent(_ -> {
            LocalDate noticed = later(on, 2, 12);
            at(noticed, () -> followUp.correctSurgery("Lot number read from the sticker again"));
        });
        followUp.begin();
    }

    private LocalDate later(LocalDate day, int least, int most) {
        return Days.working(day.plusDays(chance.between(least, most)));
    }

    private void at(LocalDate day, Runnable action) {
        setting.agenda()
                .add(Days.at(day, chance.between(0.0, 1.0), person.site().zone()), action);
    }
}
