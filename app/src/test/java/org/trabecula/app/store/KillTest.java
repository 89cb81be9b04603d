package org.trabecula.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.study.journal.Head;

/** {@code kill -9} in the middle of saves. */
class KillTest {
    private static final int KILLS = 22;
    private static final int MOST_SAVES = 120;

    @TempDir
    Path folder;

    private final FactCodec codec = new FactCodec();

    @Test
    void noAcknowledgedSaveIsLostWhenTheProgramIsKilled() throws IOException, InterruptedException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260302);
        Path file = folder.resolve("journal.db");
        Set<String> acknowledged = new HashSet<>();
        Optional<Head> former = Optional.empty();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(saveUntilKilled(file, 1 + random.nextInt(MOST_SAVES)));
            Verification found = new Verifier(codec, former).verify(new SqliteFile(file));
            assertThat(found).isInstanceOf(Verification.Sound.class);
            former = Optional.of(((Verification.Sound) found).head());
            assertThat(saved(file)).containsAll(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    private static Set<String> saveUntilKilled(Path file, int saves) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SavingProgram.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<String> acknowledged = new HashSet<>();
        try (BufferedReader lines = program.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith(".")) { // the last one may be cut off
                    acknowledged.add(line);
                }
                if (acknowledged.size() == saves) {
                    program.toHandle()
                            .destroyForcibly(); // unlike the process's own, leaves the pipe to be read to its end
                }
            }
        }
        assertThat(acknowledged).as("saves before the kill").hasSizeGreaterThanOrEqualTo(saves);
        assertThat(program.waitFor()).as("killed, not ended").isEqualTo(128 + 9);
        return acknowledged;
    }

    private Set<String> saved(Path file) {
        Set<String> saved = new HashSet<>();
        try (JdbcJournal journal = JdbcJournal.open(new SqliteFile(file), codec)) {
            journal.replay(
                    0, entry -> saved.add(entry.stream() + "@" + entry.version() + " " + entry.position() + "."));
        }
        return saved;
    }
}
