package org.trabecula.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.app.Installation;
import org.trabecula.simulation.cohort.Cohort;
import org.trabecula.simulation.cohort.CohortPlan;
import org.trabecula.simulation.cohort.StudyClock;
import org.trabecula.simulation.mechanism.Assumptions;

/** An installation on the disk with a virtual cohort, whose images have hashes but no pixels. */
record FilledHome(Path home) {
    private static final Path REFERENCE = Path.of("..", "studies", "3dcop");

    static FilledHome of(Path home, int participants) {
        CohortPlan plan =
                new CohortPlan(20260331, participants, LocalDate.of(2026, 3, 31), 18, 22, Assumptions.reference());
        StudyClock clock = new StudyClock(plan.opening());
        try (Installation installation = Installation.open(home, Optional.empty(), Optional.of(REFERENCE), clock)) {
            Cohort.fill(installation.desk(), clock, plan, VirtualStudy::images, _ -> {});
        }
        return new FilledHome(home);
    }

    Installation open() {
        return Installation.existing(home, Optional.empty(), Clock.systemUTC());
    }

    /** Adopts the reference study with other versions and another text of its plan, written beside the home. */
    void amend(String version, String planVersion, String before, String after) throws IOException {
        Path folder = home.resolveSibling("amended");
        try (Stream<Path> files = Files.walk(REFERENCE)) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, folder.resolve(REFERENCE.relativize(file))));
        }
        replace(folder.resolve("study.yaml"), "(?m)^version: .*$", "version: \"" + version + "\"");
        replace(folder.resolve("analysis.yaml"), "(?m)^version: .*$", "version: \"" + planVersion + "\"");
        replace(folder.resolve("analysis.yaml"), java.util.regex.Pattern.quote(before), after);
        Installation.open(home, Optional.empty(), Optional.of(folder), Clock.systemUTC())
                .close();
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(java.util.Objects.requireNonNull(to.getParent()));
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(Path file, String pattern, String by) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst(pattern, by));
    }
}
