package org.trabecula.simulation.cohort;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/** What is going to happen, across all participants, in the order of time. What happens may put more on the agenda. */
final class Agenda {
    private record Event(Instant at, long number, Runnable action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private final StudyClock clock;
    private final Instant end;
    private long number;

    /** An agenda that ends before the given instant; what lies later never happens. */
    Agenda(StudyClock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    void add(Instant at, Runnable action) {
        if (at.isBefore(end)) {
            events.add(new Event(at, number++, action));
        }
    }

    void soon(Duration from, Runnable action) {
        add(clock.instant().plus(from), action);
    }

    /** The day it is now, in a zone. */
    LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Lets everything happen. The watcher hears of every new day and of the share of time that has passed. */
    void run(BiConsumer<LocalDate, Double> watcher) {
        Instant start = clock.instant();
        double whole = Math.max(1, Duration.between(start, end).toSeconds());
        LocalDate day = LocalDate.MIN;
        while (!events.isEmpty()) {
            Event event = events.remove();
            clock.reach(event.at());
            LocalDate today = event.at().atZone(ZoneOffset.UTC).toLocalDate();
            if (!today.equals(day)) {
                day = today;
                watcher.accept(day, Duration.between(start, event.at()).toSeconds() / whole);
            }
            event.action().run();
        }
    }
}
