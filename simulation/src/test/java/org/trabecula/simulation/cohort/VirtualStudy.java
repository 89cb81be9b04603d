package org.trabecula.simulation.cohort;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.protocol.Protocol;

/** A study in memory that was filled with a cohort. Its images have hashes, but no pixels. */
record VirtualStudy(CohortPlan plan, Protocol protocol, PlainJournal journal, Desk desk, CohortSummary summary) {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    static VirtualStudy of(CohortPlan plan) {
        return of(plan, VirtualStudy::images);
    }

    static VirtualStudy of(CohortPlan plan, Imaging imaging) {
        Protocol protocol = ReferenceStudy.protocol();
        PlainJournal journal = new PlainJournal();
        StudyClock clock = new StudyClock(plan.opening());
        Desk desk = new Desk(protocol, journal, clock);
        CohortSummary summary = Cohort.fill(desk, clock, plan, imaging, _ -> {});
        return new VirtualStudy(plan, protocol, journal, desk, summary);
    }

    static VirtualStudy withSeed(long seed) {
        return of(CohortPlan.reference(seed, TODAY));
    }

    <T> T see(Function<Register, T> view) {
        return desk.view(view);
    }

    List<Entry> entries() {
        return journal.entries();
    }

    Results results() {
        return see(register -> Results.of(register, protocol, journal.head()));
    }

    static List<ReceivedSeries> images(Look look) {
        String hash =
                Hash.sha256(look.toString().getBytes(StandardCharsets.UTF_8)).toString();
        String uid = "2.25." + Long.parseUnsignedLong(hash.substring(0, 15), 16);
        return List.of(new ReceivedSeries(
                uid, look.modality() == Modality.CT ? "CT" : "DX", List.of(new ReceivedInstance(uid + ".1", hash))));
    }
}
