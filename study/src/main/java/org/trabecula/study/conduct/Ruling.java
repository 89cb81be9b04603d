package org.trabecula.study.conduct;

import java.util.List;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;

/** What a decision comes to: facts to record, or why not. */
sealed interface Ruling {

    /** A fact and what it is about. */
    record Saying(StreamId about, Fact fact) {}

    record Say(List<Saying> sayings) implements Ruling {}

    record Refuse(List<Objection> objections) implements Ruling {}

    static Ruling record(StreamId about, Fact fact) {
        return new Say(List.of(new Saying(about, fact)));
    }

    static Ruling refuse(String place, Rule rule, Object... arguments) {
        return new Refuse(List.of(Objection.to(place, rule, arguments)));
    }
}
