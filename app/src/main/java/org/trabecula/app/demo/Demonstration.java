package org.trabecula.app.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.trabecula.app.Installation;
import org.trabecula.app.Refusal;
import org.trabecula.simulation.cohort.Cohort;
import org.trabecula.simulation.cohort.CohortPlan;
import org.trabecula.simulation.cohort.CohortSummary;
import org.trabecula.simulation.cohort.Progress;
import org.trabecula.simulation.cohort.StudyClock;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.study.imaging.Lots;

/** A folder filled with a virtual cohort of the reference study, followed for 24 months. */
public final class Demonstration {
    private static final int ACCRUAL_MONTHS = 18;
    private static final int MONTHS_SINCE_LAST = 21;
    private static final int TENTHS = 10;

    /** In the folder, beside the archive: no page reads from it. */
    private static final String TRUTHS = "truth";

    /**
     * What was taken in the last weeks may still wait for its readers, or for one of them again: nobody has read for 6 weeks, some read
     * 6 weeks after the images came, and a second read follows 4 to 6 weeks later; and images wait to be filed.
     */
    private static final int WEEKS_OPEN = 20;

    private Demonstration() {}

    /**
     * Fills a folder, unless it is filled already. It takes its place only when it is whole.
     *
     * @throws Refusal when the folder holds something else
     */
    public static void fill(Path home, long seed, int participants, LocalDate today, PrintWriter out) {
        if (Files.exists(Installation.demoMark(home))) {
            return;
        }
        if (Files.exists(home)) {
            throw new Refusal(home + " exists and is no demonstration; name another folder with --home.");
        }
        Path filling = home.resolveSibling(home.getFileName() + ".filling");
        try {
            clear(filling);
            Files.createDirectories(filling);
            Files.writeString(
                    Installation.demoMark(filling),
                    "Every participant in this folder is virtual. Seed " + seed + ".\n");
            out.println("Filling " + home + " with " + participants + " virtual participants");
            CohortSummary summary = write(
                    filling,
                    new CohortPlan(
                            seed, participants, today, ACCRUAL_MONTHS, MONTHS_SINCE_LAST, Assumptions.reference()),
                    out);
            Files.move(filling, home, StandardCopyOption.ATOMIC_MOVE);
            out.println("  " + summary.screened() + " screened, " + summary.operated() + " operated, "
                    + summary.visitsHeld() + " visits, " + (summary.radiographs() + summary.cts())
                    + " imaging studies, " + summary.reads() + " reads, " + summary.entries() + " entries");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CohortSummary write(Path home, CohortPlan plan, PrintWriter out) {
        StudyClock clock = new StudyClock(plan.opening());
        try (Installation installation =
                Installation.dealing(home, clock, Lots.rehearsed("demonstration " + plan.seed()))) {
            Narrator narrator = new Narrator(out);
            PhantomImages imaging = new PhantomImages(
                    installation.images(), home.resolve(TRUTHS), plan.today().minusWeeks(WEEKS_OPEN));
            return Cohort.fill(installation.desk(), clock, plan, imaging, narrator::hear);
        }
    }

    /** Says ten times how far it has come. */
    private static final class Narrator {
        private final PrintWriter out;
        private int told;

        Narrator(PrintWriter out) {
            this.out = out;
        }

        void hear(Progress progress) {
            int tenth = (int) (progress.share() * TENTHS);
            if (tenth > told) {
                told = tenth;
                out.println("  " + progress.day() + "  " + progress.entries() + " entries");
                out.flush();
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
