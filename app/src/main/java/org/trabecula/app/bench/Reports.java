package org.trabecula.app.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trabecula.app.report.Reporting;
import org.trabecula.simulation.cohort.Cohort;
import org.trabecula.simulation.cohort.CohortPlan;
import org.trabecula.simulation.cohort.Look;
import org.trabecula.simulation.cohort.StudyClock;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.protocol.Protocol;

/** Measures the whole report, every file of it, of virtual cohorts in memory whose images have hashes and no pixels. */
final class Reports {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private Reports() {}

    static List<Measure> measure(Protocol protocol, int runs) {
        return List.of(
                report(protocol, 90, runs, "≤ 20 s"),
                // Filling so many takes longer than their report; one report says enough.
                report(protocol, 2_000, 1, "≤ 90 s"));
    }

    private static Measure report(Protocol protocol, int participants, int runs, String bar) {
        CohortPlan plan = new CohortPlan(20260331, participants, TODAY, 18, 22, Assumptions.reference());
        StudyClock clock = new StudyClock(plan.opening());
        Desk desk = new Desk(protocol, new JournalInMemory(), clock);
        Cohort.fill(desk, clock, plan, Reports::images, _ -> {});
        long position = desk.view(Register::position);
        Register register = desk.asOf(position);
        Reporting reporting = new Reporting(Locale.ENGLISH, "", Optional.empty());
        double[] seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            int files = reporting
                    .of(register, protocol, desk.headAt(position), true)
                    .files()
                    .size();
            seconds[run] = (System.nanoTime() - start) / 1e9;
            if (files < 20) {
                throw new IllegalStateException("The report has only " + files + " files");
            }
        }
        return new Measure(
                "a full report of " + participants + " participants, " + position + " entries",
                Measure.median(seconds),
                "s",
                bar);
    }

    private static List<ReceivedSeries> images(Look look) {
        String hash =
                Hash.sha256(look.toString().getBytes(StandardCharsets.UTF_8)).toString();
        String uid = "2.25." + Long.parseUnsignedLong(hash.substring(0, 15), 16);
        return List.of(new ReceivedSeries(
                uid, look.modality() == Modality.CT ? "CT" : "DX", List.of(new ReceivedInstance(uid + ".1", hash))));
    }
}
