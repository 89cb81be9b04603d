package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.app.Figures;
import org.trabecula.study.analysis.Comparison;
import org.trabecula.study.analysis.Rate;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.analysis.ScoreCell;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Source;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

/** The result tables as lines of text, in one language. */
record ResultTable(Results results, Protocol protocol, Words words) {
    private static final Pattern NUMBER = Pattern.compile("−?\\d+\\.\\d");
    static final String DIGIT_SPACE = "\u2007";

    /** One arm's part of a line; {@code to} is the page of everybody behind it. */
    record Cell(String counts, String percent, String interval, String missing, String sources, String to) {}

    /** One endpoint at one visit in one unit. */
    record Line(
            Endpoint endpoint,
            Unit unit,
            List<Cell> cells,
            String difference,
            String interval,
            String pearson,
            String fisher) {}

    /** The lines of one visit. */
    record Block(String visit, boolean primary, List<Line> lines) {}

    /** One arm's part of a line of scores. */
    record ScoreEntry(String n, String mean, String sd, String missing, String to) {}

    record ScoreLine(String visit, List<ScoreEntry> cells) {}

    record ScoreBlock(String score, List<ScoreLine> lines) {}

    public List<Arm> arms() {
        return results.arms();
    }

    /** The primary endpoints: loosening and fusion, of participants, at the primary visit. */
    public Block primary() {
        Timepoint at = protocol.endpoints().primary();
        return new Block(
                visit(at),
                true,
                List.of(line(Endpoint.LOOSENING, at, Unit.PARTICIPANT), line(Endpoint.FUSION, at, Unit.PARTICIPANT)));
    }

    public List<Block> blocks() {
        return results.visits().stream()
                .map(at -> new Block(
                        visit(at),
                        at.equals(protocol.endpoints().primary()),
                        List.of(
                                line(Endpoint.LOOSENING, at, Unit.PARTICIPANT),
                                line(Endpoint.LOOSENING, at, Unit.SCREW),
                                line(Endpoint.FUSION, at, Unit.PARTICIPANT),
                                line(Endpoint.FUSION_GRADE_I, at, Unit.PARTICIPANT))))
                .toList();
    }

    /** A visit by its name; visits that the protocol does not plan by their months. */
    String visit(Timepoint at) {
        return visit(at, protocol, words);
    }

    static String visit(Timepoint at, Protocol protocol, Words words) {
        return protocol.visit(at)
                .map(PlannedVisit::name)
                .map(words::text)
                .orElseGet(() -> words.say("results.months", at.months()));
    }

    private Line line(Endpoint endpoint, Timepoint at, Unit unit) {
        List<Cell> cells = results.arms().stream()
                .flatMap(arm -> results.rate(endpoint, at, unit, arm.id()).stream())
                .map(this::cell)
                .toList();
        Optional<Comparison> compared = results.comparison(endpoint, at, unit);
        return new Line(
                endpoint,
                unit,
                cells,
                compared.map(one -> Figures.points(one.difference())).orElse(""),
                compared.map(one -> aligned(Figures.points(one.newcombe(), words.say("results.to")), 5))
                        .orElse(""),
                compared.map(one -> Figures.p(one.pearson())).orElse(""),
                compared.map(one -> Figures.p(one.fisher())).orElse(""));
    }

    private Cell cell(Rate rate) {
        String to = "/results/cell?endpoint=" + rate.endpoint().id() + "&visit=" + rate.visit() + "&unit="
                + rate.unit().id() + "&arm=" + rate.arm().id() + pinned();
        return new Cell(
                rate.proportion().events() + "/" + rate.proportion().total(),
                Figures.percent(rate.proportion().rate()),
                aligned(Figures.percent(rate.wilson()), 4),
                missing(rate.missing(), words),
                sources(rate.sources(), words),
                to);
    }

    /** Fills every number of an interval up to a width with spaces as wide as a digit, so that points stand under points. */
    static String aligned(String interval, int width) {
        return NUMBER.matcher(interval)
                .replaceAll(number ->
                        DIGIT_SPACE.repeat(Math.max(0, width - number.group().length())) + number.group());
    }

    /** Links lead to the same data cut, whatever is recorded meanwhile. */
    private String pinned() {
        return "&as-of=" + results.cut().head().position();
    }

    static String missing(Map<Cause, Integer> causes, Words words) {
        int all = causes.values().stream().mapToInt(Integer::intValue).sum();
        String why = Arrays.stream(Cause.values())
                .filter(causes::containsKey)
                .map(cause -> words.name(cause) + " " + causes.get(cause))
                .collect(Collectors.joining(words.say("results.comma")));
        return all == 0 ? words.say("results.none-missing") : words.say("results.missing.why", all, why);
    }

    static String sources(Map<Source, Integer> sources, Words words) {
        return Arrays.stream(Source.values())
                .filter(sources::containsKey)
                .map(source -> words.name(source) + " " + sources.get(source))
                .collect(Collectors.joining(" · "));
    }

    public List<ScoreBlock> scores() {
        List<ScoreBlock> blocks = new ArrayList<>();
        for (Score score : protocol.endpoints().scores()) {
            List<ScoreLine> lines = Stream.concat(Stream.of(Timepoint.BASELINE), results.visits().stream())
                    .map(at -> new ScoreLine(
                            visit(at),
                            results.arms().stream()
                                    .flatMap(arm -> results.score(score.id(), at, arm.id()).stream())
                                    .map(this::entry)
                                    .toList()))
                    .toList();
            blocks.add(new ScoreBlock(words.text(score.label()), lines));
        }
        return blocks;
    }

    private ScoreEntry entry(ScoreCell cell) {
        return new ScoreEntry(
                Integer.toString(cell.summary().n()),
                Figures.fixed(cell.summary().mean()),
                Figures.fixed(cell.summary().sd()),
                Integer.toString(cell.missing()),
                "/results/score?score=" + cell.score().id() + "&visit=" + cell.visit() + "&arm="
                        + cell.arm().id() + pinned());
    }
}
