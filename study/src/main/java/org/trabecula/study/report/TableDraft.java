package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.participant.ParticipantId;

/** A table while it is being written: cells know their derivation, and what cannot be computed gets a footnote that says why. */
final class TableDraft {
    private final String id;
    private final List<Phrase> columns;
    private final List<Table.Row> rows = new ArrayList<>();
    private final List<Phrase> notes = new ArrayList<>();
    private final List<Phrase> remarks = new ArrayList<>();

    TableDraft(String id, Phrase... columns) {
        this.id = id;
        this.columns = List.of(columns);
    }

    TableDraft(String id, List<Phrase> columns) {
        this.id = id;
        this.columns = columns;
    }

    TableDraft heading(Phrase label) {
        rows.add(new Table.Row(label, 0, List.of()));
        return this;
    }

    TableDraft row(Phrase label, Cell... cells) {
        return row(label, Arrays.asList(cells));
    }

    TableDraft row(Phrase label, List<Cell> cells) {
        rows.add(new Table.Row(label, 1, cells));
        return this;
    }

    /** What is said below the table, once, and not where a footnote says it. */
    TableDraft remark(String key, Object... arguments) {
        remarks.add(Phrase.of(key, arguments));
        return this;
    }

    /** The number of a footnote, the same for the same words. */
    int note(Phrase words) {
        if (!notes.contains(words)) {
            notes.add(words);
        }
        return notes.indexOf(words);
    }

    static Cell blank() {
        return new Cell(new Cell.Blank(), List.of(), Optional.empty());
    }

    Cell cell(Cell.Content content, Derivation derivation) {
        return new Cell(content, List.of(), Optional.of(derivation));
    }

    static Cell said(Phrase words) {
        return new Cell(new Cell.Said(words), List.of(), Optional.empty());
    }

    Cell noted(Cell cell, Phrase words) {
        List<Integer> more = new ArrayList<>(cell.notes());
        more.add(note(words));
        return new Cell(cell.content(), more, cell.derivation());
    }

    Cell unavailable(Phrase why) {
        return new Cell(new Cell.Unavailable(), List.of(note(why)), Optional.empty());
    }

    Cell unavailable(Shortfall shortfall) {
        return unavailable(shortfall(shortfall));
    }

    /** Why there is no result: a sentence of the word lists. The method's own is in one language. */
    static Phrase shortfall(Shortfall shortfall) {
        return Phrase.of("report.shortfall."
                + shortfall.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The cell of a result, or of the reason why there is none. */
    <T> Cell cell(Outcome<T> outcome, Function<? super T, Cell.Content> view, Derivation derivation) {
        return switch (outcome) {
            case Outcome.Found<T>(var found) -> cell(view.apply(found), derivation);
            case Outcome.Missing<T>(var shortfall) -> unavailable(shortfall);
        };
    }

    Cell share(int events, int total, Derivation derivation) {
        return total == 0
                ? unavailable(Phrase.of("report.nobody-judged"))
                : cell(new Cell.Share(events, total), derivation);
    }

    Cell significance(OptionalDouble p, Derivation derivation) {
        return p.isPresent()
                ? cell(new Cell.Significance(p.getAsDouble()), derivation)
                : unavailable(Phrase.of("report.no-test"));
    }

    static Cell.Content points(double value) {
        return new Cell.Figure(value, 1, Cell.Scale.POINTS);
    }

    static Cell.Content points(Interval interval) {
        return new Cell.Range(interval.lower(), interval.upper(), 1, Cell.Scale.POINTS);
    }

    static Cell.Content ratio(double value) {
        return new Cell.Figure(value, 2, Cell.Scale.PLAIN);
    }

    static Cell.Content ratio(Interval interval) {
        return new Cell.Range(interval.lower(), interval.upper(), 2, Cell.Scale.PLAIN);
    }

    /** A number of the plan in words, without zeros at its end. */
    static String decimals(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A number with two places in words, with a minus, as a line could end after a hyphen; none before zero. */
    static String hundredths(double number) {
        String size = String.format(Locale.ROOT, "%.2f", Math.abs(number));
        return number < 0 && !size.equals("0.00") ? "−" + size : size;
    }

    static Derivation from(List<ParticipantId> who, String key, Object... arguments) {
        return new Derivation(Phrase.of(key, arguments), who);
    }

    Table done() {
        List<Phrase> said =
                remarks.stream().distinct().filter(one -> !notes.contains(one)).toList();
        return new Table(id, Phrase.of("report." + id + ".title"), columns, rows, notes, said);
    }
}
