package org.trabecula.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Main;
import org.trabecula.study.journal.Hash;

/** A report is the same to the byte, whoever makes it on whatever machine. */
class TwoProgramsTest {
    @TempDir
    private Path folder = Path.of("");

    /**
     * Two programs of their own: sets and maps that keep no order are salted anew in each, and objects are hashed otherwise. They
     * differ in processors, zone, language, letters and collector too.
     */
    @Test
    void twoProgramsOnTwoKindsOfMachineWriteTheSameBytes() throws IOException, InterruptedException {
        FilledHome filled = FilledHome.of(folder.resolve("home"), 40);
        SortedMap<String, String> one = report(
                filled,
                "here",
                "-XX:ActiveProcessorCount=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=UTF-8");
        SortedMap<String, String> other = report(
                filled,
                "there",
                "-XX:ActiveProcessorCount=4",
                "-XX:+UseParallelGC",
                "-XX:hashCode=2",
                "-Duser.timezone=America/Los_Angeles",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Dfile.encoding=ISO-8859-1");
        // data.csv is there once the design is signed, and with it every table and figure of the plan
        assertThat(one).containsKeys("data.csv", "report.html", "report.pdf", "manifest.json", "tables/t11.json");
        assertThat(other).isEqualTo(one);
    }

    private SortedMap<String, String> report(FilledHome filled, String name, String... options)
            throws IOException, InterruptedException {
        Path out = folder.resolve(name);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UnlockExperimentalVMOptions"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "report"));
        command.addAll(List.of("--home", filled.home().toString(), "--out", out.toString()));
        Process program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        int status = program.waitFor();
        assertThat(status).as(Files.readString(folder.resolve(name + ".log"))).isZero();
        return hashes(out);
    }

    private static SortedMap<String, String> hashes(Path out) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(
                        out.relativize(file).toString(),
                        Hash.sha256(Files.readAllBytes(file)).toString());
            }
        }
        return hashes;
    }
}
