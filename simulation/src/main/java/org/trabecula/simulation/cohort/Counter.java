package org.trabecula.simulation.cohort;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.protocol.Objection;

/** Where the virtual team hands its intents to the Desk. A refusal is a fault of the script, so it ends the making. */
final class Counter {
    /** What it takes to type one thing, roughly. */
    private static final Duration TYPING = Duration.ofSeconds(47);

    private final Desk desk;
    private final StudyClock clock;
    private long entries;
    private int corrections;

    Counter(Desk desk, StudyClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    Desk desk() {
        return desk;
    }

    List<Entry> record(Actor actor, Intent intent) {
        return hand(Request.of(actor, intent));
    }

    void correct(Actor actor, Intent intent, String reason) {
        hand(Request.of(actor, intent).because(reason));
        corrections++;
    }

    private List<Entry> hand(Request request) {
        List<Entry> recorded = switch (desk.submit(request)) {
            case Answer.Recorded(var entered) -> entered;
            case Answer.Refused(var objections) -> throw refused(request, objections);
        };
        clock.pass(TYPING);
        entries += recorded.size();
        return recorded;
    }

    private static IllegalStateException refused(Request request, List<Objection> objections) {
        String sentences = objections.stream()
                .map(objection -> (objection.place().isEmpty() ? "" : objection.place() + ": ") + objection.sentence())
                .collect(Collectors.joining(" "));
        return new IllegalStateException("The study refused what %s of the virtual cohort wanted to record. %s %s"
                .formatted(request.actor().user(), sentences, request.intent()));
    }

    long entries() {
        return entries;
    }

    int corrections() {
        return corrections;
    }
}
