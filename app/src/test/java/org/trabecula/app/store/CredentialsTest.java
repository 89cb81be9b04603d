package org.trabecula.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.app.store.Credentials.Check;
import org.trabecula.app.store.Credentials.Link;

class CredentialsTest {
    enum Kind {
        SQLITE,
        POSTGRESQL
    }

    private static final Check PASSED = new Check.Passed();
    private static final Check FAILED = new Check.Failed();

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Story.NOON);
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now.get(), zone);
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };

    private Database place(Kind kind) throws SQLException {
        Database place =
                kind == Kind.SQLITE ? new SqliteFile(folder.resolve("vault.db")) : PostgresServer.freshSchema();
        place.lay(VaultLayout.LAYOUT);
        return place;
    }

    private Credentials credentials(Database place) {
        return new Credentials(new Connections(place), clock, new SecureRandom());
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheRightSecretIsAccepted(Kind kind) throws SQLException {
        Database place = place(kind);
        Credentials credentials = credentials(place);
        assertThat(credentials.check("li.na", "correct horse")).isEqualTo(FAILED);
        choose(credentials, "correct horse");
        assertThat(credentials.check("LI.NA", "correct horse")).isEqualTo(PASSED);
        assertThat(credentials.check("li.na", "Correct horse")).isEqualTo(FAILED);
        assertThat(credentials.check("nobody", "correct horse")).isEqualTo(FAILED);
        try (Connection connection = place.connect()) {
            // OWASP Password Storage Cheat Sheet: m=19456 (19 MiB), t=2, p=1.
            assertThat(Database.ask(connection, "SELECT hash FROM secret"))
                    .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        }
        choose(credentials, "battery staple");
        assertThat(credentials.check("li.na", "correct horse")).isEqualTo(FAILED);
        assertThat(credentials.check("li.na", "battery staple")).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @EnumSource
    void afterFiveFailuresTheWaitGrowsToAQuarterOfAnHour(Kind kind) throws SQLException {
        Credentials credentials = credentials(place(kind));
        choose(credentials, "correct horse");
        for (int i = 0; i < 5; i++) {
            assertThat(credentials.check("li.na", "guess")).isEqualTo(FAILED);
        }
        for (int seconds : new int[] {15, 30, 60, 120, 240, 480, 900, 900}) {
            Duration pause = Duration.ofSeconds(seconds);
            assertThat(credentials.check("li.na", "correct horse")).isEqualTo(new Check.TooMany(pause));
            pass(pause);
            assertThat(credentials.check("li.na", "guess")).isEqualTo(FAILED);
        }
        assertThat(credentials.check("wang", "guess")).isEqualTo(FAILED);
        pass(Duration.ofMinutes(15));
        assertThat(credentials.check("li.na", "correct horse")).isEqualTo(PASSED);
        assertThat(credentials.check("li.na", "guess")).isEqualTo(FAILED);
        assertThat(credentials.check("li.na", "correct horse")).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @EnumSource
    void manyGuessesAtOnceDoNotSlipPastTheCount(Kind kind) throws Exception {
        Credentials credentials = credentials(place(kind));
        choose(credentials, "correct horse");
        List<Check> answers = atOnce(20, () -> credentials.check("li.na", "guess"));
        assertThat(answers.stream().filter(FAILED::equals)).hasSize(5);
        assertThat(answers.stream().filter(Check.TooMany.class::isInstance)).hasSize(15);
    }

    @ParameterizedTest
    @EnumSource
    void aLinkIsUsedOnce(Kind kind) throws Exception {
        Database place = place(kind);
        Credentials credentials = credentials(place);
        String token = credentials.newLink(Optional.of("Li.Na"), Duration.ofHours(24));
        assertThat(credentials.link(token)).contains(new Link(Optional.of("li.na")));
        assertThat(credentials.link(token + "x")).isEmpty();
        List<Boolean> chosen = atOnce(6, () -> chosen(credentials, token, "li.na"));
        assertThat(chosen.stream().filter(worked -> worked)).hasSize(1);
        assertThat(credentials.link(token)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aLinkThatRanOutOrIsAnothersChangesNothing(Kind kind) throws SQLException {
        Credentials credentials = credentials(place(kind));
        choose(credentials, "correct horse");
        String wangs = credentials.newLink(Optional.of("wang"), Duration.ofHours(1));
        assertThat(chosen(credentials, wangs, "li.na")).isFalse();
        assertThat(credentials.link(wangs)).as("still there for its owner").isPresent();
        String late = credentials.newLink(Optional.of("li.na"), Duration.ofHours(1));
        pass(Duration.ofHours(1));
        assertThat(credentials.link(late)).isEmpty();
        assertThat(chosen(credentials, late, "li.na")).isFalse();
        assertThat(credentials.check("li.na", "correct horse")).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @EnumSource
    void aNewerLinkMakesTheOlderVoid(Kind kind) throws SQLException {
        Credentials credentials = credentials(place(kind));
        String setUp = credentials.newLink(Optional.empty(), Duration.ofHours(1));
        String older = credentials.newLink(Optional.of("li.na"), Duration.ofHours(1));
        String newer = credentials.newLink(Optional.of("li.na"), Duration.ofHours(1));
        assertThat(credentials.link(setUp)).contains(new Link(Optional.empty()));
        assertThat(credentials.link(older)).isEmpty();
        assertThat(credentials.link(newer)).isPresent();
        credentials.choose(setUp, "admin", "correct horse");
        assertThat(credentials.check("admin", "correct horse")).isEqualTo(PASSED);
    }

    private static void choose(Credentials credentials, String password) {
        credentials.choose(credentials.newLink(Optional.of("li.na"), Duration.ofHours(1)), "li.na", password);
    }

    private static boolean chosen(Credentials credentials, String token, String user) {
        try {
            credentials.choose(token, user, "battery staple");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(work))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
