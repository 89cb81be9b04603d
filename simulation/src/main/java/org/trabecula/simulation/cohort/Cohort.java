package org.trabecula.simulation.cohort;

import java.time.Instant;
import java.util.function.Consumer;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.SiteDefinition;

/**
 * Fills a study with a virtual cohort. People are screened; most are planned, invited, consented and operated; they come to
 * their visits, or do not; their images are read, disputed and adjudicated. Everything goes through the Desk as if real
 * people had typed it, in the order of time, at plausible times. The simulated study ends on the evening before the plan's
 * "today", with reads still to be done and visits still to come.
 */
public final class Cohort {
    private Cohort() {}

    /**
     * Makes a cohort.
     *
     * @param desk of a study without virtual accounts, which tells the time by the clock
     * @param clock shows {@link CohortPlan#opening()} or an earlier instant
     * @param imaging makes the images
     * @param watcher hears of every simulated day
     * @throws IllegalStateException when the study refuses what the cohort's script wants; the message has the study's
     *     sentence
     */
    public static CohortSummary fill(
            Desk desk, StudyClock clock, CohortPlan plan, Imaging imaging, Consumer<Progress> watcher) {
        clock.reach(plan.opening());
        Protocol protocol = desk.protocol();
        Counter counter = new Counter(desk, clock);
        Team team = Team.of(protocol.charter().readers());
        team.accounts().forEach(account -> counter.record(Actor.program(), account));
        Agenda agenda = new Agenda(clock, end(plan, protocol));
        Setting setting = new Setting(
                plan,
                protocol,
                counter,
                agenda,
                team,
                new Clerk(protocol.checks()),
                new Theatre(plan.seed(), protocol.arms()),
                new ReadingSessions(plan, counter, agenda, team),
                imaging);
        Person.draw(plan, protocol).forEach(person -> new Journey(setting, person).begin());
        agenda.run((day, share) -> watcher.accept(new Progress(day, share, counter.entries())));
        new DesignSession(counter, team).hold(protocol);
        return desk.view(register -> CohortSummary.of(register, counter));
    }

    /** Midnight at the beginning of today, where it comes first. */
    private static Instant end(CohortPlan plan, Protocol protocol) {
        return protocol.sites().stream()
                .map(SiteDefinition::zone)
                .map(zone -> plan.today().atStartOfDay(zone).toInstant())
                .min(Instant::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("The protocol has no site"));
    }
}
