package org.trabecula.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;

/** One real server on a real store for all page tests of the module, with an account for every role. */
final class StudyServer {
    static final String PASSWORD = "a lattice carries load";
    private static final StudyServer SHARED = start();

    private final Installation installation;
    private final WebProgram.Running running;
    private final MovableClock clock;

    private StudyServer(Installation installation, WebProgram.Running running, MovableClock clock) {
        this.clock = clock;
        this.installation = installation;
        this.running = running;
    }

    static StudyServer shared() {
        return SHARED;
    }

    private static StudyServer start() {
        try {
            Path home = Files.createTempDirectory("study-server");
            MovableClock clock = new MovableClock(LocalDate.of(2026, 1, 12));
            Installation installation = Installation.open(home, Optional.empty(), Optional.empty(), clock);
            StudyServer server = new StudyServer(installation, WebProgram.start(installation, "127.0.0.1", 0), clock);
            for (Role role : Role.values()) {
                server.account(server.user(role), role);
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens an account with one role at every site and chooses its password. */
    void account(String user, Role role) {
        record(new Intent.OpenAccount(user, "Test " + user, List.of(new Grant(role, Actor.EVERY_SITE))));
        String token = installation.credentials().newLink(Optional.of(user), Duration.ofHours(1));
        installation.credentials().choose(token, user, PASSWORD);
    }

    void record(Intent intent) {
        if (installation.desk().submit(Request.of(Actor.program(), intent)) instanceof Answer.Refused(var why)) {
            throw new IllegalStateException(why.toString());
        }
    }

    /** The name of the account that has just this role. */
    String user(Role role) {
        return "only." + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Installation installation() {
        return installation;
    }

    MovableClock clock() {
        return clock;
    }

    WebProgram.Running running() {
        return running;
    }

    String address() {
        return "http://127.0.0.1:" + running.port();
    }
}
