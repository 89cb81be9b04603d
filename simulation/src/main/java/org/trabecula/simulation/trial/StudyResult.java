package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;

/** What every analysis found in one virtual study, or why it found nothing. */
public record StudyResult(int study, Map<Analysis, Outcome<Finding>> findings) {
    private static final int CELLS = 5;

    public StudyResult {
        findings = new EnumMap<>(findings);
    }

    public Outcome<Finding> of(Analysis analysis) {
        return Objects.requireNonNull(findings.get(analysis), "every analysis of the plan has an outcome");
    }

    /** The column names of {@link #line} under a plan. */
    public static String head(Plan plan) {
        return Stream.concat(
                        Stream.of("study"),
                        plan.analyses().stream()
                                .flatMap(one -> Stream.of("estimate", "lower", "upper", "p", "why_not")
                                        .map(column -> one.id().replace('-', '_') + "_" + column)))
                .collect(Collectors.joining(","));
    }

    /** One line of CSV; numbers are written so that they are read back exactly. */
    public String line() {
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(study));
        for (Analysis analysis : findings.keySet()) {
            cells.addAll(
                    switch (of(analysis)) {
                        case Outcome.Found<Finding>(var found) ->
                            List.of(
                                    found.interval().isPresent() ? String.valueOf(found.estimate()) : "",
                                    found.interval()
                                            .map(one -> String.valueOf(one.lower()))
                                            .orElse(""),
                                    found.interval()
                                            .map(one -> String.valueOf(one.upper()))
                                            .orElse(""),
                                    String.valueOf(found.p()),
                                    "");
                        case Outcome.Missing<Finding>(var why) ->
                            List.of("", "", "", "", why.cause().name());
                    });
        }
        return String.join(",", cells);
    }

    /** Reads a line back; empty when it is not whole. The sentence of a shortfall is not kept. */
    public static Optional<StudyResult> read(String line, Plan plan) {
        String[] cells = line.split(",", -1);
        List<Analysis> analyses = plan.analyses();
        if (cells.length != 1 + CELLS * analyses.size()) {
            return Optional.empty();
        }
        try {
            Map<Analysis, Outcome<Finding>> findings = new EnumMap<>(Analysis.class);
            for (int index = 0; index < analyses.size(); index++) {
                findings.put(analyses.get(index), outcome(cells, 1 + CELLS * index));
            }
            return Optional.of(new StudyResult(Integer.parseInt(cells[0]), findings));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Outcome<Finding> outcome(String[] cells, int at) {
        if (!cells[at + 4].isEmpty()) {
            return Outcome.none(Shortfall.Cause.valueOf(cells[at + 4]), cells[at + 4]);
        }
        double p = Double.parseDouble(cells[at + 3]);
        return Outcome.of(
                cells[at].isEmpty()
                        ? new Finding(0, Optional.empty(), p)
                        : new Finding(
                                Double.parseDouble(cells[at]),
                                Optional.of(new Interval(
                                        Double.parseDouble(cells[at + 1]), Double.parseDouble(cells[at + 2]))),
                                p));
    }
}
