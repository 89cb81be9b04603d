package org.trabecula.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands blocks on in the order of their numbers, in whatever order they come. */
final class InOrder {
    private final Map<Integer, List<String>> waiting = new HashMap<>();
    private final Consumer<List<String>> sink;
    private int next;

    InOrder(Consumer<List<String>> sink) {
        this.sink = sink;
    }

    void accept(int block, Yield yield) {
        switch (yield) {
            case Yield.Lines(var lines) -> waiting.put(block, lines);
            case Yield.Failed(var sentence) -> throw new Refused(sentence);
        }
        for (Optional<List<String>> due = due(); due.isPresent(); due = due()) {
            sink.accept(due.get());
            next++;
        }
    }

    private Optional<List<String>> due() {
        return Optional.ofNullable(waiting.remove(next));
    }
}
