package org.trabecula.exchange.folder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trabecula.exchange.Findings;
import org.trabecula.study.protocol.Logic;

/**
 * Finds calculations that wait for each other. Calculations that wait for nothing are taken away until none is left
 * (Kahn 1962); without recursion, so that a chain may be as long as it likes.
 */
final class Cycles {
    private final Dictionary dictionary;
    private final Findings findings;

    Cycles(Dictionary dictionary, Findings findings) {
        this.dictionary = dictionary;
        this.findings = findings;
    }

    void look() {
        Map<String, Set<String>> waitsFor = new HashMap<>();
        Map<String, List<String>> awaitedBy = new HashMap<>();
        dictionary
                .fields()
                .forEach(field -> field.item().calculation().ifPresent(rule -> {
                    Set<String> calculated = calculated(rule);
                    waitsFor.put(field.item().name(), calculated);
                    calculated.forEach(name -> awaitedBy
                            .computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(field.item().name()));
                }));
        Deque<String> ready = new ArrayDeque<>();
        waitsFor.forEach((name, others) -> {
            if (others.isEmpty()) {
                ready.add(name);
            }
        });
        while (!ready.isEmpty()) {
            String done = ready.remove();
            waitsFor.remove(done);
            for (String next : awaitedBy.getOrDefault(done, List.of())) {
                Set<String> left = waitsFor.getOrDefault(next, Set.of());
                if (left.remove(done) && left.isEmpty()) {
                    ready.add(next);
                }
            }
        }
        tell(waitsFor);
    }

    private Set<String> calculated(Logic rule) {
        Set<String> names = new HashSet<>(rule.fields());
        names.removeIf(name ->
                dictionary.item(name).flatMap(item -> item.calculation()).isEmpty());
        return names;
    }

    private void tell(Map<String, Set<String>> stuck) {
        for (String name : new TreeSet<>(stuck.keySet())) {
            dictionary
                    .field(name)
                    .ifPresent(field -> findings.error(
                            field.row().place(Column.CHOICES),
                            "cycle",
                            "[" + name + "] can never be computed: it waits for "
                                    + new TreeSet<>(stuck.getOrDefault(name, Set.of()))
                                    + ", and the waiting goes round in a circle."));
        }
    }
}
