package org.trabecula.simulation.cohort;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.journal.Actor;

/** The readers at work: each case is read by some of them within weeks, and disputes are settled once a month. */
final class ReadingSessions {
    /** A dispute that the adjudicator puts aside, to look at it again another time. */
    private static final double PUT_ASIDE = 0.05;

    /** Nobody has read for so long: what came in since then is on the worklists. */
    private static final int BACKLOG_DAYS = 42;

    private final CohortPlan plan;
    private final Counter counter;
    private final Agenda agenda;
    private final Team team;
    private final Observer observer;
    private final Charter charter;
    private final LocalDate lastSession;

    ReadingSessions(CohortPlan plan, Counter counter, Agenda agenda, Team team) {
        this.plan = plan;
        this.counter = counter;
        this.agenda = agenda;
        this.team = team;
        this.observer = new Observer(plan.seed(), counter.desk().protocol());
        this.lastSession = plan.today().minusDays(BACKLOG_DAYS);
        this.charter = new Charter(counter.desk().protocol().charter());
    }

    /** Has a case read that was opened on a day; whoever waits for it hears how the reads settle it. */
    void open(Look look, LocalDate opened, ZoneId zone, Consumer<Settlement> settled) {
        Chance chance = Chance.of(plan.seed(), "session", look.images());
        List<Actor> readers = chance.pick(charter.terms().readers(), team.readers());
        for (Actor reader : readers) {
            int days = chance.happens(0.1) ? chance.between(19, 45) : chance.between(3, 18);
            LocalDate day = Days.working(opened.plusDays(days));
            if (day.isAfter(lastSession)) {
                continue;
            }
            agenda.add(Days.at(day, chance.between(0.0, 1.0), zone), () -> {
                counter.record(reader, new Intent.SubmitRead(look.images(), observer.read(look, reader.user())));
                after(look, day, zone, settled);
            });
        }
    }

    private void after(Look look, LocalDate day, ZoneId zone, Consumer<Settlement> settled) {
        Settlement settlement = settlement(look.images());
        if (!settlement.complete()) {
            return;
        }
        Chance chance = Chance.of(plan.seed(), "dispute", look.images());
        if (settlement.needsAdjudication() && !chance.happens(PUT_ASIDE)) {
            agenda.add(Days.at(Days.adjudication(day), chance.between(0.0, 1.0), zone), () -> adjudicate(look));
        }
        settled.accept(settlement);
    }

    private void adjudicate(Look look) {
        Actor adjudicator = team.adjudicator();
        counter.record(adjudicator, new Intent.Adjudicate(look.images(), observer.read(look, adjudicator.user())));
    }

    private Settlement settlement(ImagingStudyId images) {
        return counter.desk()
                .view(register ->
                        Settlement.of(register.readingRoom().find(images).orElseThrow(), charter));
    }
}
