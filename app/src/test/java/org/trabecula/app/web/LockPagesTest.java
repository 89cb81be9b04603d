package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.exchange.folder.Reading;
import org.trabecula.exchange.folder.StudyFolder;
import org.trabecula.study.protocol.Protocol;

/** The data manager and an investigator lock the data, find them locked, and unlock them. */
class LockPagesTest {
    private static final Pattern POSITION = Pattern.compile("name=\"(?:position|proposal)\" value=\"(\\d+)\"");

    @TempDir
    private Path home;

    private record Nothing() implements OutcomeWorld.Fate {
        @Override
        public boolean loose(int number) {
            return false;
        }

        @Override
        public boolean fused(int number) {
            return true;
        }

        @Override
        public int odi(int number) {
            return 2;
        }
    }

    @Test
    void two_people_lock_nobody_enters_and_two_unlock() throws Exception {
        try (OutcomeWorld world = new OutcomeWorld(home, protocol(), new Nothing());
                Colleague manager = world.colleague("dubois");
                Colleague investigator = world.colleague("wang")) {
            String open = manager.open("/lock").body();
            assertThat(open).contains("data-state=\"Open\"", "Visits overdue", "3DCOP-01-001");
            assertThat(step(manager, "/lock/propose", "position", open, "wrong").body())
                    .contains("This is not your password");
            assertThat(step(manager, "/lock/propose", "position", open, OutcomeWorld.SECRET)
                            .statusCode())
                    .isEqualTo(303);

            String proposed = investigator.open("/lock").body();
            assertThat(proposed).contains("data-state=\"Proposed\"", "Called complete by dubois");
            assertThat(step(investigator, "/lock/agree", "proposal", proposed, OutcomeWorld.SECRET)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(investigator.open("/lock").body())
                    .contains("data-state=\"Locked\"", "Seed</dt><dd>4086784", "Locked by wang");

            assertThat(screened(investigator)).contains("The data were locked on 2026-09-01 by dubois and wang");

            String locked = manager.open("/lock").body();
            assertThat(manager.fill("/lock/unlock", Map.of("secret", OutcomeWorld.SECRET))
                            .body())
                    .contains("needs a reason");
            assertThat(manager.fill("/lock/unlock", Map.of("secret", OutcomeWorld.SECRET, "reason", "A CT came late."))
                            .statusCode())
                    .isEqualTo(303);
            String unlocking = investigator.open("/lock").body();
            assertThat(unlocking).contains("data-state=\"Unlocking\"", "A CT came late.");
            assertThat(step(investigator, "/lock/unlock/agree", "proposal", unlocking, OutcomeWorld.SECRET)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(locked).contains("data-state=\"Locked\"");
            assertThat(screened(investigator)).doesNotContain("locked on");
        }
    }

    private static String screened(Colleague investigator) throws IOException, InterruptedException {
        investigator.open("/participants/new");
        return investigator
                .fill("/participants", Map.of("site", "01", "on", "2026-08-01", "key", "screening"))
                .body();
    }

    private static HttpResponse<String> step(Colleague who, String path, String field, String page, String secret)
            throws IOException, InterruptedException {
        Matcher position = POSITION.matcher(page);
        assertThat(position.find()).as("a form of %s", path).isTrue();
        return who.fill(path, Map.of(field, String.valueOf(position.group(1)), "secret", secret));
    }

    private static Protocol protocol() throws IOException {
        if (!(StudyFolder.load(Path.of("..", "studies", "3dcop")) instanceof Reading.Readable(var p, var _))) {
            throw new IllegalStateException("The reference study cannot be read");
        }
        return p;
    }
}
