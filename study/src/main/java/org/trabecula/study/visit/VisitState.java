package org.trabecula.study.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.protocol.Window;

/** What is recorded about one visit, with the journal positions that say so. */
public record VisitState(
        Timepoint at,
        Optional<LocalDate> held,
        Optional<String> missed,
        List<Filed> images,
        Optional<Transcript> transcript,
        List<Long> trail) {

    /** An imaging study filed under the visit. */
    public record Filed(VisitFact.ImagesFiled fact, long position) {}

    public VisitState {
        images = List.copyOf(images);
        trail = List.copyOf(trail);
    }

    public static VisitState unknown(Timepoint at) {
        return new VisitState(at, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    public VisitState after(VisitFact fact, long position) {
        List<Long> longer = new ArrayList<>(trail);
        longer.add(position);
        return switch (fact) {
            case VisitFact.VisitHeld(var _, var on) ->
                new VisitState(at, Optional.of(on), Optional.empty(), images, transcript, longer);
            case VisitFact.VisitMissed(var _, var why) ->
                new VisitState(at, Optional.empty(), Optional.of(why), images, transcript, longer);
            case VisitFact.ImagesFiled filed ->
                new VisitState(
                        at,
                        held,
                        missed,
                        Stream.concat(images.stream(), Stream.of(new Filed(filed, position)))
                                .toList(),
                        transcript,
                        longer);
            case VisitFact.ImagesTakenBack(var _, var back) ->
                new VisitState(
                        at,
                        held,
                        missed,
                        images.stream()
                                .filter(one -> !one.fact().images().equals(back))
                                .toList(),
                        transcript,
                        longer);
            case VisitFact.OutcomesTranscribed(var _, var outcomes) ->
                new VisitState(at, held, missed, images, Optional.of(outcomes), longer);
        };
    }

    /** Where the visit stands today, by the window that the protocol draws around the surgery date. */
    public VisitStatus status(PlannedVisit plan, LocalDate surgery, LocalDate today) {
        Window window = plan.window(surgery);
        if (held.filter(surgery::isAfter).isPresent()) {
            return VisitStatus.BEFORE_SURGERY;
        }
        if (held.isPresent()) {
            return window.contains(held.get()) ? VisitStatus.HELD : VisitStatus.OUT_OF_WINDOW;
        }
        if (missed.isPresent()) {
            return VisitStatus.MISSED;
        }
        if (today.isBefore(window.opens())) {
            return VisitStatus.UPCOMING;
        }
        if (today.isAfter(window.closes())) {
            return VisitStatus.OVERDUE;
        }
        return today.isBefore(window.target()) ? VisitStatus.OPEN : VisitStatus.DUE;
    }
}
