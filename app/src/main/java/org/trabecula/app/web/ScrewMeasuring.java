package org.trabecula.app.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.app.images.Gathered;
import org.trabecula.app.images.ScrewAssistant;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewMeasurements;
import org.trabecula.study.journal.Actor;

/**
 * Measures at the screws of cases that somebody has read: one case at a time and each once, however many ask. What was measured is noted
 * by the program itself, beside the reads.
 */
@Component
final class ScrewMeasuring implements AutoCloseable {
    private final Installation installation;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("screws-", 0).daemon().factory());
    private final Map<ImagingStudyId, CompletableFuture<Outcome>> running = new ConcurrentHashMap<>();

    ScrewMeasuring(Installation installation) {
        this.installation = installation;
    }

    sealed interface Outcome {
        record Measured(ScrewMeasurements measurements) implements Outcome {}

        record Unfit(Gathered.Why why) implements Outcome {}
    }

    /** What is noted, or what is measured now; waits for it. */
    Outcome of(ReadingCase reading) {
        return known(reading)
                .<Outcome>map(Outcome.Measured::new)
                .orElseGet(() -> begun(reading).join());
    }

    /** Lets it be measured without waiting, so that it is there when somebody asks, and of every case alike. */
    void begin(ReadingCase reading) {
        if (reading.modality() == Modality.CT && known(reading).isEmpty()) {
            var _ = begun(reading);
        }
    }

    private Optional<ScrewMeasurements> known(ReadingCase reading) {
        return installation
                .desk()
                .view(register -> register.readingRoom().assisted(reading.id()).screws())
                .filter(one -> one.rule().equals(ScrewAssistant.RULE));
    }

    private CompletableFuture<Outcome> begun(ReadingCase reading) {
        CompletableFuture<Outcome> begun = running.computeIfAbsent(
                reading.id(), _ -> CompletableFuture.supplyAsync(() -> measured(reading), worker));
        return begun.whenComplete((_, _) -> running.remove(reading.id(), begun));
    }

    private Outcome measured(ReadingCase reading) {
        return switch (installation.images().screws().measure(reading)) {
            case ScrewAssistant.Answer.Unfit(var why) -> new Outcome.Unfit(why);
            case ScrewAssistant.Answer.Measured(var measured) -> {
                installation.desk().submit(Request.of(Actor.program(), new Intent.NoteScrews(reading.id(), measured)));
                yield new Outcome.Measured(measured);
            }
        };
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
