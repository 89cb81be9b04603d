package org.trabecula.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.app.Figures;
import org.trabecula.study.analysis.Comparison;
import org.trabecula.study.analysis.Rate;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.analysis.ScoreCell;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.milestone.DataCut;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

/** The result tables as text for a terminal. */
record ResultText(Results results, Protocol protocol, DataCut cut) {

    String print() {
        StringBuilder out = new StringBuilder();
        out.append("Journal position ").append(results.cut().head().position());
        out.append(", head ").append(results.cut().head().hash()).append('\n');
        out.append(protocol.id()).append(' ').append(results.cut().protocolVersion());
        cut.plan()
                .ifPresent(plan -> out.append(", analysis plan ")
                        .append(plan.version())
                        .append(" (SHA-256 ")
                        .append(plan.fingerprint())
                        .append(')'));
        out.append(", program ").append(cut.program()).append(", no random numbers");
        out.append("; analysis set: ").append(sizes());
        out.append("; operated without an arm: ").append(results.unassigned()).append("\n\n");
        rates(out);
        out.append('\n');
        scores(out);
        out.append("\nIntervals at ").append(Figures.level(protocol.endpoints().level()));
        out.append(" %: Wilson for rates, Newcombe for differences (percentage points, first arm minus second).\n");
        out.append("Screw-level p-values treat screws as independent. Arms are not randomised; nothing is adjusted.\n");
        return out.toString();
    }

    private String sizes() {
        return IntStream.range(0, results.arms().size())
                .mapToObj(arm -> results.arms().get(arm).label().english() + " "
                        + results.sizes().get(arm))
                .collect(Collectors.joining(", "));
    }

    private void rates(StringBuilder out) {
        List<String> head = new ArrayList<>(List.of("Rates"));
        for (Arm arm : results.arms()) {
            head.addAll(List.of(arm.id() + " n/N", "%", "interval", "missing"));
        }
        head.addAll(List.of("difference", "interval", "p Pearson", "p Fisher"));
        TextTable table = new TextTable(head);
        for (Timepoint visit : results.visits()) {
            String primary = visit.equals(protocol.endpoints().primary()) ? " (primary)" : "";
            table.add(List.of(visit.months() + " months" + primary));
            for (Endpoint endpoint : Endpoint.values()) {
                table.add(row(endpoint, visit, Unit.PARTICIPANT));
                if (endpoint == Endpoint.LOOSENING) {
                    table.add(row(endpoint, visit, Unit.SCREW));
                }
            }
        }
        out.append(table.print());
    }

    private List<String> row(Endpoint endpoint, Timepoint visit, Unit unit) {
        List<String> row = new ArrayList<>(List.of("  " + endpoint.id() + ", " + unit.id() + "s"));
        for (Arm arm : results.arms()) {
            Optional<Rate> rate = results.rate(endpoint, visit, unit, arm.id());
            row.add(rate.map(one ->
                            one.proportion().events() + "/" + one.proportion().total())
                    .orElse(Figures.NONE));
            row.add(rate.map(one -> Figures.percent(one.proportion().rate())).orElse(Figures.NONE));
            row.add(rate.map(one -> Figures.percent(one.wilson())).orElse(Figures.NONE));
            row.add(rate.map(one -> Integer.toString(one.missingCount())).orElse(Figures.NONE));
        }
        Optional<Comparison> comparison = results.comparison(endpoint, visit, unit);
        row.add(comparison.map(one -> Figures.points(one.difference())).orElse(Figures.NONE));
        row.add(comparison.map(one -> Figures.points(one.newcombe(), "to")).orElse(Figures.NONE));
        row.add(comparison.map(one -> Figures.p(one.pearson())).orElse(Figures.NONE));
        row.add(comparison.map(one -> Figures.p(one.fisher())).orElse(Figures.NONE));
        return row;
    }

    private void scores(StringBuilder out) {
        List<String> head = new ArrayList<>(List.of("Scores"));
        for (Arm arm : results.arms()) {
            head.addAll(List.of(arm.id() + " n", "mean", "SD", "missing"));
        }
        TextTable table = new TextTable(head);
        List<Timepoint> visits =
                results.scores().stream().map(ScoreCell::visit).distinct().toList();
        for (Score score : protocol.endpoints().scores()) {
            table.add(List.of(score.label().english()));
            for (Timepoint visit : visits) {
                List<String> row = new ArrayList<>();
                row.add(visit.equals(Timepoint.BASELINE) ? "  baseline" : "  " + visit.months() + " months");
                for (Arm arm : results.arms()) {
                    results.score(score.id(), visit, arm.id()).ifPresent(cell -> {
                        row.add(Integer.toString(cell.summary().n()));
                        row.add(Figures.fixed(cell.summary().mean()));
                        row.add(Figures.fixed(cell.summary().sd()));
                        row.add(Integer.toString(cell.missing()));
                    });
                }
                table.add(row);
            }
        }
        out.append(table.print());
    }
}
