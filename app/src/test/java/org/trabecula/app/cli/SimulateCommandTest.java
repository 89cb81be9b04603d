package org.trabecula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    @TempDir
    Path folder;

    @Test
    void aStoppedSimulationGoesOnAndEndsAsIfItHadNeverStopped() throws IOException {
        assertThat(simulate("whole", "60", "2").status()).isZero();
        assertThat(simulate("parts", "30", "1").status()).isZero();
        Path lines = folder.resolve("parts/scenario-1.csv");
        Files.writeString(lines, Files.readString(lines) + "30,0.1,0.");
        Shell.Said said = simulate("parts", "60", "1");
        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("Simulated studies").contains("fusion-weighted");
        for (String file : List.of("scenario-1.csv", "scenario-2.csv", "summary.csv", "summary.json")) {
            assertThat(folder.resolve("parts").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("whole").resolve(file));
        }
        assertThat(folder.resolve("whole/summary.json")).content().contains("\"simulated\" : true");
        assertThat(folder.resolve("whole/summary.csv")).content().doesNotContain("NaN");
    }

    @Test
    void aFileThatAStopLeftEmptyIsBegunAnew() throws IOException {
        Files.createDirectories(folder.resolve("one"));
        Files.createFile(folder.resolve("one/scenario-1.csv"));
        assertThat(simulate("one", "10", "1").status()).isZero();
        assertThat(folder.resolve("one/scenario-1.csv")).content().startsWith("# simulated seed=1 ");
    }

    @Test
    void whatLiesOutsideItsRangeIsRefusedWithTheRange() throws IOException {
        Path file = Files.writeString(folder.resolve("grid.txt"), "load-ratio: 3\n");
        Shell.Said said = new Shell(folder).run("simulate", "--scenario", file.toString(), "--out", folder.toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("Line 1: load-ratio (s1/s0) lies between 0.4 and 1.2, but it is 3.");
        assertThat(new Shell(folder).run("simulate", "--studies", "0").err())
                .contains("--studies lies between 1 and 1000000");
    }

    @Test
    void nobodyGoesOnWithAnotherSeedOrOtherRules() throws IOException {
        simulate("one", "10", "1");
        Path lines = folder.resolve("one/scenario-1.csv");
        Files.writeString(lines, Files.readString(lines).replace("lucency-mm=1 ", "lucency-mm=2 "));
        assertThat(simulate("one", "10", "1").err()).contains("another scenario, seed or version");
        Shell.Said said = new Shell(folder)
                .run(
                        "simulate",
                        "--studies",
                        "10",
                        "--seed",
                        "2",
                        "--out",
                        folder.resolve("one").toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("another scenario, seed or version");
    }

    @Test
    void theParametersAreListedWithTheirRanges() {
        assertThat(new Shell(folder).run("simulate", "--parameters").out())
                .contains("load-ratio: 0.5 s1/s0 [0.4, 1.2]")
                .contains("cage-speed");
    }

    private Shell.Said simulate(String name, String studies, String threads) throws IOException {
        Path file = Files.writeString(folder.resolve("grid.txt"), "participants: 30\ncage-speed: [1, 1.45]\n");
        return new Shell(folder)
                .run(
                        "simulate",
                        "--studies",
                        studies,
                        "--threads",
                        threads,
                        "--scenario",
                        file.toString(),
                        "--out",
                        folder.resolve(name).toString());
    }
}
