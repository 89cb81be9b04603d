package org.trabecula.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.trabecula.app.MemoryJournal;
import org.trabecula.exchange.folder.Reading;
import org.trabecula.exchange.folder.StudyFolder;
import org.trabecula.simulation.cohort.Cohort;
import org.trabecula.simulation.cohort.CohortPlan;
import org.trabecula.simulation.cohort.Look;
import org.trabecula.simulation.cohort.StudyClock;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Protocol;

/** The reference study in memory, filled with a virtual cohort; its images have hashes, but no pixels. */
record VirtualStudy(Protocol protocol, MemoryJournal journal, Desk desk) {

    static VirtualStudy of(int participants) {
        CohortPlan plan =
                new CohortPlan(20260331, participants, LocalDate.of(2026, 3, 31), 18, 22, Assumptions.reference());
        Protocol protocol = reference();
        MemoryJournal journal = new MemoryJournal();
        StudyClock clock = new StudyClock(plan.opening());
        Desk desk = new Desk(protocol, journal, clock);
        Cohort.fill(desk, clock, plan, VirtualStudy::images, _ -> {});
        return new VirtualStudy(protocol, journal, desk);
    }

    /** What is analysed of it at its end. */
    Dataset dataset() {
        int end = journal.entries().size();
        return Dataset.of(desk.asOf(end), protocol, journal.headAt(end));
    }

    /** The report as it was before the last entries. */
    ReportFolder reportBefore(int entries, Reporting reporting) {
        long position = (long) journal.entries().size() - entries;
        return reporting.of(desk.asOf(position), protocol, journal.headAt(position), true);
    }

    private static Protocol reference() {
        try {
            return ((Reading.Readable) StudyFolder.load(Path.of("..", "studies", "3dcop"))).protocol();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReportFolder report(Reporting reporting) {
        Register register = desk.asOf(journal.entries().size());
        return reporting.of(register, protocol, journal.headAt(journal.entries().size()), true);
    }

    /** The report as another plan would have it. */
    ReportFolder report(Reporting reporting, AnalysisPlan plan) {
        Register register = desk.asOf(journal.entries().size());
        return reporting.of(
                register, protocol.with(plan), journal.headAt(journal.entries().size()), true);
    }

    /** A report whose exported data are changed before they are computed from again. */
    ReportFolder report(Reporting reporting, UnaryOperator<String> exported) {
        Register register = desk.asOf(journal.entries().size());
        return reporting.of(register, protocol, journal.headAt(journal.entries().size()), true, exported);
    }

    static List<ReceivedSeries> images(Look look) {
        String hash =
                Hash.sha256(look.toString().getBytes(StandardCharsets.UTF_8)).toString();
        String uid = "2.25." + Long.parseUnsignedLong(hash.substring(0, 15), 16);
        return List.of(new ReceivedSeries(
                uid, look.modality() == Modality.CT ? "CT" : "DX", List.of(new ReceivedInstance(uid + ".1", hash))));
    }
}
