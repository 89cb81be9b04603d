package org.trabecula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.app.OperatedParticipant;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.StreamId;

/** The shell keeps outcomes closed until the design is signed, just as the pages do. */
class ClosedOutcomesTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void somebodyWasOperatedOn() throws IOException {
        try (Installation installation = Installation.open(
                new Shell(folder).home(),
                Optional.empty(),
                Optional.of(Path.of("../studies/3dcop")),
                Clock.systemUTC())) {
            Map<StreamId, Long> versions = new HashMap<>();
            for (Entry entry : OperatedParticipant.standing().journal().entries()) {
                if (entry.stream().equals(OperatedParticipant.ID.stream())) {
                    long version = versions.merge(entry.stream(), 1L, Long::sum) - 1;
                    installation
                            .stores()
                            .journal()
                            .append(List.of(new Draft(
                                    entry.stream(),
                                    version,
                                    entry.at(),
                                    entry.actor(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    entry.fact())));
                }
            }
        }
    }

    @Test
    void analyseIsRefusedWithTheSentenceThatSaysWhoSignsWhere() {
        Shell.Said said = new Shell(folder).run("analyse");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("not signed", "statistician", "/design");
    }

    @Test
    void reportWritesWhatIsFreeOfOutcomesAndSaysSo() throws IOException {
        Path out = folder.resolve("report");
        Shell.Said said = new Shell(folder).run("report", "--out", out.toString());
        assertThat(said.status()).isEqualTo(0);
        assertThat(said.out()).contains("no outcome", "/design");
        assertThat(out.resolve("tables/t1.csv")).exists();
        assertThat(out.resolve("tables/t3.csv")).doesNotExist();
        assertThat(out.resolve("data.csv")).doesNotExist();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("is not signed")
                .doesNotContain("judged,");
    }
}
