package org.trabecula.app.web;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trabecula.app.Figures;
import org.trabecula.app.chart.DifferenceChart;
import org.trabecula.statistics.agreement.BlandAltman;
import org.trabecula.statistics.agreement.Kappa;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.analysis.Agreement;
import org.trabecula.study.analysis.Agreement.Between;
import org.trabecula.study.analysis.Feature;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Protocol;

/** The readers' agreement, as it is printed. Where the data give no number, a sentence says why. */
record AgreementTable(Agreement agreement, Protocol protocol, Words words) {

    /** A number with its interval, or the sentence that stands in the place of either. */
    record Cell(String value, String interval, String sentence) {}

    /** One line of a table. */
    record Line(String name, int units, String alike, List<Cell> cells) {}

    List<Line> categories(Between between) {
        return agreement.categories().stream()
                .filter(one -> one.between() == between)
                .map(one -> new Line(
                        name(one.feature(), words.name(one.modality())),
                        one.units(),
                        one.alike()
                                .map(share -> String.format(Locale.ROOT, "%.1f", 100 * share))
                                .orElse(Figures.NONE),
                        List.of(kappa(one), cell(one.gwet(), c -> c.value(), c -> c.interval(level())))))
                .toList();
    }

    /** Kappa with its interval by participants, or with the reason why it has none. */
    private Cell kappa(Agreement.Categories one) {
        return switch (one.kappa()) {
            case Outcome.Found<Kappa>(var kappa) -> {
                Cell ends = cell(one.interval(level()), Interval::lower, interval -> interval);
                yield new Cell(number(kappa.value()), ends.interval(), ends.sentence());
            }
            case Outcome.Missing<Kappa>(var shortfall) -> none(words, shortfall);
        };
    }

    List<Line> measurements(Between between) {
        return agreement.measurements().stream()
                .filter(one -> one.between() == between)
                .map(one -> new Line(
                        name(one.feature(), words.name(one.modality())),
                        one.units(),
                        "",
                        List.of(
                                cell(one.icc(), icc -> icc.value(), icc -> icc.interval()),
                                cell(one.blandAltman(), BlandAltman::bias, limits -> limits.biasInterval(level())),
                                cell(
                                        one.blandAltman(),
                                        limits -> limits.limits().lower(),
                                        limits -> limits.lowerLimit1986(level())),
                                cell(
                                        one.blandAltman(),
                                        limits -> limits.limits().upper(),
                                        limits -> limits.upperLimit1986(level())))))
                .toList();
    }

    List<Line> blinding() {
        return Stream.concat(
                        blinding("agreement.surest.screws", agreement.blindingOfScrews()),
                        blinding("agreement.surest", agreement.blinding()))
                .toList();
    }

    private Stream<Line> blinding(String key, List<Agreement.Blinding> some) {
        return some.stream()
                .map(one -> new Line(
                        words.say(key, one.surest()),
                        total(one),
                        "",
                        List.of(
                                estimate(one.james()),
                                estimate(one.bang().get(0)),
                                estimate(one.bang().get(1)))));
    }

    private static int total(Agreement.Blinding one) {
        return List.of(one.table().active(), one.table().control()).stream()
                .mapToInt(arm -> arm.right() + arm.wrong() + arm.unknown())
                .sum();
    }

    /** How many guessed what, as all guesses count. */
    List<String> guesses(Arm arm) {
        return agreement.blinding().stream()
                .limit(1)
                .map(one -> arm.equals(protocol.compared().getFirst())
                        ? one.table().active()
                        : one.table().control())
                .flatMap(one -> List.of(one.right(), one.wrong(), one.unknown()).stream())
                .map(String::valueOf)
                .toList();
    }

    List<StudyCharts.Figure> charts() {
        return agreement.measurements().stream()
                .filter(one -> one.between() == Between.READERS)
                .flatMap(one -> one.blandAltman().value().stream().map(limits -> chart(one, limits)))
                .toList();
    }

    private StudyCharts.Figure chart(Agreement.Measurements one, BlandAltman limits) {
        String title = name(one.feature(), words.name(one.modality()));
        String unit = one.feature() == Feature.MOTION ? "°" : "mm";
        DifferenceChart chart = new DifferenceChart(
                "chart-" + one.feature().name().toLowerCase(Locale.ROOT) + "-"
                        + one.modality().name().toLowerCase(Locale.ROOT),
                title,
                words.say(
                        "agreement.described",
                        one.units(),
                        number(limits.bias()),
                        number(limits.limits().lower()),
                        number(limits.limits().upper())),
                words.say("agreement.mean-of-both", unit),
                words.say("agreement.difference", unit),
                one.differences(),
                List.of(
                        new DifferenceChart.Line("+1.96 SD", limits.limits().upper()),
                        new DifferenceChart.Line(words.say("results.mean"), limits.bias()),
                        new DifferenceChart.Line("−1.96 SD", limits.limits().lower())));
        return new StudyCharts.Figure(title, chart.svg());
    }

    String arm(int which) {
        return words.text(protocol.compared().get(which).label());
    }

    /** Every number as comma-separated values, with a point and in English, for other programs. */
    String csv() {
        StringBuilder out =
                new StringBuilder("table,between,item,units,alike_percent,statistic,value,lower,upper,why_none\n");
        String cut = "cut,,position " + agreement.cut().head().position() + " head "
                + agreement.cut().head().hash() + ",,,,,,,\n";
        out.append(cut);
        for (Between between : Between.values()) {
            categories(between).forEach(line -> rows(out, "category", between, line, "kappa", "gwet_ac"));
            measurements(between)
                    .forEach(line ->
                            rows(out, "measurement", between, line, "icc_a1", "bias", "lower_limit", "upper_limit"));
        }
        blinding()
                .forEach(line ->
                        rows(out, "blinding", Between.READERS, line, "james", "bang_first_arm", "bang_second_arm"));
        return out.toString();
    }

    private static void rows(StringBuilder out, String table, Between between, Line line, String... statistics) {
        for (int i = 0; i < statistics.length; i++) {
            Cell cell = line.cells().get(i);
            String[] ends = cell.interval().isEmpty()
                    ? new String[] {"", ""}
                    : cell.interval().split(" … ", -1);
            out.append(String.join(
                            ",",
                            table,
                            between.name().toLowerCase(Locale.ROOT),
                            quoted(line.name()),
                            Integer.toString(line.units()),
                            line.alike().equals(Figures.NONE) ? "" : line.alike(),
                            statistics[i],
                            plain(cell.value()),
                            plain(ends[0]),
                            plain(ends[1]),
                            quoted(cell.sentence())))
                    .append('\n');
        }
    }

    static String plain(String number) {
        return number.equals(Figures.NONE) ? "" : number.replace("−", "-");
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private String name(Feature feature, String modality) {
        return words.say("agreement." + feature.name().toLowerCase(Locale.ROOT)) + " · " + modality;
    }

    private double level() {
        return protocol.endpoints().level();
    }

    private Cell estimate(Outcome<Estimate> outcome) {
        return cell(outcome, Estimate::value, one -> one.interval(level()));
    }

    private <T> Cell cell(Outcome<T> outcome, Function<T, Double> value, Function<T, Interval> interval) {
        return cell(words, outcome, value, interval);
    }

    /** A value with its interval, or why there is none. */
    static <T> Cell cell(Words words, Outcome<T> outcome, Function<T, Double> value, Function<T, Interval> interval) {
        return switch (outcome) {
            case Outcome.Found<T>(var found) -> {
                Interval ends = interval.apply(found);
                yield new Cell(number(value.apply(found)), number(ends.lower()) + " … " + number(ends.upper()), "");
            }
            case Outcome.Missing<T>(var shortfall) -> none(words, shortfall);
        };
    }

    private static Cell none(Words words, Shortfall shortfall) {
        String cause = shortfall.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Cell(Figures.NONE, "", words.say("shortfall." + cause));
    }

    static String number(double value) {
        String size = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        return value < 0 && !size.equals("0.00") ? "−" + size : size;
    }
}
