package org.trabecula.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a text, so that all of it can be told at once; after a thousand it only counts. */
public final class Findings {
    private static final int MOST = 1000;

    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private int untold;

    /** Something that makes the text unusable. */
    public void error(Place place, String rule, String sentence) {
        if (errors.size() < MOST) {
            errors.add(problem(place, rule, sentence));
        } else {
            untold++;
        }
    }

    /** Something that should be looked at. */
    public void warning(Place place, String rule, String sentence) {
        if (warnings.size() < MOST) {
            warnings.add(problem(place, rule, sentence));
        }
    }

    public boolean broken() {
        return !errors.isEmpty();
    }

    /** By file and line. */
    public List<Problem> errors() {
        List<Problem> sorted = new ArrayList<>(inOrder(errors));
        if (untold > 0) {
            sorted.add(
                    new Problem(errors.getFirst().file(), 0, 0, "too-many", "There are " + untold + " more problems."));
        }
        return List.copyOf(sorted);
    }

    /** By file and line. */
    public List<Problem> warnings() {
        return inOrder(warnings);
    }

    private static Problem problem(Place place, String rule, String sentence) {
        return new Problem(place.file(), place.line(), place.column(), rule, sentence);
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column))
                .toList();
    }
}
