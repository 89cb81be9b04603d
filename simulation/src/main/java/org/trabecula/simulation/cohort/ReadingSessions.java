package org.trabecula.simulation.cohort;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Dealt;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Reread;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.site.Account;

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
        this.observer = new Observer(plan.seed(), plan.given(), counter.desk().protocol());
        this.lastSession = plan.today().minusDays(BACKLOG_DAYS);
        this.charter = new Charter(counter.desk().protocol().charter());
    }

    /** Has a case read that was opened on a day; whoever waits for it hears how the reads settle it. */
    void open(Look look, LocalDate opened, ZoneId zone, Consumer<Settlement> settled) {
        Chance chance = Chance.of(plan.seed(), "session", look.images());
        for (Actor reader : dealt(look.images())) {
            int days = chance.happens(0.1) ? chance.between(7, 21) : chance.between(1, 6);
            LocalDate day = Days.working(opened.plusDays(days));
            if (day.isAfter(lastSession)) {
                continue;
            }
            agenda.add(Days.at(day, chance.between(0.0, 1.0), zone), () -> {
                Findings findings = observer.read(look, reader.user(), "first");
                screwsFirst(look, reader, false, findings);
                counter.record(
                        reader,
                        new Intent.SubmitRead(look.images(), findings, Optional.of(signed(look, reader, findings))));
                comesBack(look, reader, zone);
                after(look, day, zone, settled);
            });
        }
    }

    /** Those to whom the Desk has dealt the case. */
    private List<Actor> dealt(ImagingStudyId images) {
        return reading(images).dealt().stream()
                .map(Dealt::reader)
                .flatMap(
                        user -> team.readers().stream().filter(one -> one.user().equals(user)))
                .toList();
    }

    /** When the case is to be read once more, it is, some days after it has come back. */
    private void comesBack(Look look, Actor reader, ZoneId zone) {
        Optional<LocalDate> from =
                reading(look.images()).rereadBy(reader.user()).map(Reread::from);
        Chance chance = Chance.of(plan.seed(), "again", look.images(), reader.user());
        from.map(on -> Days.working(on.plusDays(chance.between(1, 14))))
                .filter(day -> !day.isAfter(lastSession))
                .ifPresent(day -> agenda.add(Days.at(day, chance.between(0.0, 1.0), zone), () -> {
                    Findings findings = observer.read(look, reader.user(), "second");
                    screwsFirst(look, reader, true, findings);
                    counter.record(
                            reader, new Intent.SubmitReread(look.images(), findings, signed(look, reader, findings)));
                }));
    }

    /** Where the charter wants it, the screws are judged and signed on a sheet of their own. */
    private void screwsFirst(Look look, Actor reader, boolean again, Findings findings) {
        if (charter.terms().sheets().looseningFirst()) {
            Findings ofScrews = findings.ofScrews().guessing(observer.guessOfScrews(look, reader.user(), again));
            counter.record(
                    reader, new Intent.SignLoosening(look.images(), again, ofScrews, signed(look, reader, ofScrews)));
        }
    }

    private Attestation signed(Look look, Actor who, Findings findings) {
        String name = counter.desk()
                .view(register -> register.accounts().find(who.user()))
                .map(Account::fullName)
                .orElse(who.user());
        return new Attestation(
                new Signature(name, "Signed by a virtual person"), observer.certainty(look, who.user(), findings));
    }

    private ReadingCase reading(ImagingStudyId images) {
        return counter.desk()
                .view(register -> register.readingRoom().find(images).orElseThrow());
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
        Findings findings = observer.read(look, adjudicator.user(), "first");
        counter.record(
                adjudicator,
                new Intent.Adjudicate(
                        look.images(), explained(findings), Optional.of(signed(look, adjudicator, findings))));
    }

    private static Findings explained(Findings f) {
        return new Findings(
                f.charterVersion(),
                f.screws(),
                f.segments(),
                f.armGuess(),
                "Judged anew on all planes of these images.");
    }

    private Settlement settlement(ImagingStudyId images) {
        return Settlement.of(reading(images), charter);
    }
}
