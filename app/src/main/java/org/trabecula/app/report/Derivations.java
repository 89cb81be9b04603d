package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.report.Derivation;
import org.trabecula.study.report.Phrase;

/** The derivations that cells point to, each once, and the groups of participants that they rest on, each once. */
final class Derivations {
    private final Map<Line, Integer> numbers = new LinkedHashMap<>();
    private final Map<List<ParticipantId>, Integer> groups = new LinkedHashMap<>();

    /** @param group number of the participants */
    record Line(Phrase how, int group) {}

    /** From 1. */
    int number(Derivation derivation) {
        int group = groups.computeIfAbsent(derivation.participants(), _ -> groups.size() + 1);
        return numbers.computeIfAbsent(new Line(derivation.how(), group), _ -> numbers.size() + 1);
    }

    List<Line> lines() {
        return new ArrayList<>(numbers.keySet());
    }

    List<List<ParticipantId>> groups() {
        return new ArrayList<>(groups.keySet());
    }
}
