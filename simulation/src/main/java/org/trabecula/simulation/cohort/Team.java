package org.trabecula.simulation.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;

/** Everybody who works in the virtual study. All names say that nobody is meant. */
record Team(
        Actor coordinator,
        Actor investigator,
        List<Actor> readers,
        Actor adjudicator,
        Actor dataManager,
        Actor statistician,
        Actor monitor) {

    /** A team with at least one reader more than a case needs. */
    static Team of(int readersPerCase) {
        return new Team(
                actor("virtual.coordinator", Role.COORDINATOR),
                actor("virtual.investigator", Role.INVESTIGATOR),
                IntStream.rangeClosed(1, Math.max(3, readersPerCase + 1))
                        .mapToObj(number -> actor("virtual.reader." + number, Role.READER))
                        .toList(),
                actor("virtual.adjudicator", Role.ADJUDICATOR),
                actor("virtual.manager", Role.DATA_MANAGER),
                actor("virtual.statistician", Role.STATISTICIAN),
                actor("virtual.monitor", Role.MONITOR));
    }

    private static Actor actor(String user, Role role) {
        return new Actor(user, role.name(), Actor.EVERY_SITE);
    }

    List<Intent> accounts() {
        List<Intent> accounts = new ArrayList<>();
        Stream.of(
                        Stream.of(coordinator, investigator),
                        readers.stream(),
                        Stream.of(adjudicator, dataManager, statistician, monitor))
                .flatMap(some -> some)
                .map(Team::account)
                .forEach(accounts::add);
        return accounts;
    }

    private static Intent account(Actor actor) {
        String number = actor.user().replaceAll("\\D", "");
        String words = actor.role().toLowerCase(Locale.ROOT).replace('_', ' ');
        String name = "Virtual " + words + (number.isEmpty() ? "" : " " + number) + " (not a person)";
        return new Intent.OpenAccount(
                actor.user(), name, List.of(new Grant(Role.valueOf(actor.role()), Actor.EVERY_SITE)));
    }
}
