package org.trabecula.app.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reader's own pace, from the times at which he signed. Whoever signs nothing for half an hour has had a break; breaks are in no
 * case's time.
 *
 * @param median the time for one case; empty before two were read in one sitting
 * @param sitting how many cases were signed since the last break
 * @param since how long ago the first of them was
 */
record ReadingPace(Optional<Duration> median, int sitting, Duration since) {
    private static final Duration BREAK = Duration.ofMinutes(30);
    private static final Duration LONG = Duration.ofMinutes(50);

    /** @param signed in order of time */
    static ReadingPace of(List<Instant> signed, Instant now) {
        List<Duration> each = new ArrayList<>();
        int sitting = 0;
        Instant first = now;
        for (int i = 0; i < signed.size(); i++) {
            Duration gap = i == 0 ? BREAK : Duration.between(signed.get(i - 1), signed.get(i));
            if (gap.compareTo(BREAK) < 0) {
                each.add(gap);
                sitting++;
            } else {
                sitting = 1;
                first = signed.get(i);
            }
        }
        boolean over =
                signed.isEmpty() || Duration.between(signed.getLast(), now).compareTo(BREAK) >= 0;
        return new ReadingPace(median(each), over ? 0 : sitting, over ? Duration.ZERO : Duration.between(first, now));
    }

    /** Whether eyes want a rest. */
    public boolean tiring() {
        return since.compareTo(LONG) >= 0;
    }

    /** The median as minutes and seconds, such as 4:05. */
    public Optional<String> shown() {
        return median.map(time -> "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart()));
    }

    private static Optional<Duration> median(List<Duration> times) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        List<Duration> sorted = times.stream().sorted().toList();
        int half = sorted.size() / 2;
        return Optional.of(
                sorted.size() % 2 == 1
                        ? sorted.get(half)
                        : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2));
    }
}
