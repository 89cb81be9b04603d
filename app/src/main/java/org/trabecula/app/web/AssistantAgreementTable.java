package org.trabecula.app.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trabecula.app.chart.DifferenceChart;
import org.trabecula.statistics.agreement.BlandAltman;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.analysis.AssistantAgreement;
import org.trabecula.study.imaging.Uptake;
import org.trabecula.study.protocol.Protocol;

/** Readers and assistants, as it is printed. Where the data give no number, a sentence says why. */
record AssistantAgreementTable(AssistantAgreement agreement, Protocol protocol, Words words) {

    /** How many of a kind. */
    record Count(String name, long number) {}

    /** Differences of a kind. */
    record Line(String name, int units, List<AgreementTable.Cell> cells) {}

    List<Count> seen() {
        AssistantAgreement.Seen seen = agreement.seen();
        return List.of(
                new Count(words.say("assistants.seen.neither"), seen.neither()),
                new Count(words.say("assistants.seen.reader"), seen.readerAlone()),
                new Count(words.say("assistants.seen.assistant"), seen.assistantAlone()),
                new Count(words.say("assistants.seen.both"), seen.both()));
    }

    List<Count> uptake() {
        return Arrays.stream(Uptake.values())
                .map(one -> new Count(words.say("assistants.uptake." + one), agreement.count(one)))
                .toList();
    }

    List<Line> widths() {
        return List.of(line("assistants.width", agreement.bothSaw().size(), agreement.widths()));
    }

    List<Line> hounsfield() {
        return List.of(
                line("assistants.hu", agreement.measuredBone(false).size(), agreement.hounsfield(false)),
                line("assistants.hu.changed", agreement.measuredBone(true).size(), agreement.hounsfield(true)));
    }

    List<StudyCharts.Figure> charts() {
        return Stream.concat(
                        agreement.widths().value().stream()
                                .map(limits -> chart(
                                        "chart-assistant-width",
                                        "assistants.width",
                                        "mm",
                                        limits,
                                        agreement.bothSaw().stream()
                                                .map(pair -> pair(pair.reader(), pair.assistant()))
                                                .toList())),
                        agreement.hounsfield(false).value().stream()
                                .map(limits -> chart(
                                        "chart-assistant-hu",
                                        "assistants.hu",
                                        "HU",
                                        limits,
                                        agreement.measuredBone(false).stream()
                                                .map(pair -> pair(pair.reader().orElseThrow(), pair.proposed()))
                                                .toList())))
                .toList();
    }

    private static double[] pair(BigDecimal reader, BigDecimal assistant) {
        double difference = reader.subtract(assistant).doubleValue();
        return new double[] {assistant.doubleValue() + difference / 2, difference};
    }

    private StudyCharts.Figure chart(String id, String key, String unit, BlandAltman limits, List<double[]> pairs) {
        DifferenceChart chart = new DifferenceChart(
                id,
                words.say(key),
                words.say(
                        "agreement.described",
                        pairs.size(),
                        AgreementTable.number(limits.bias()),
                        AgreementTable.number(limits.limits().lower()),
                        AgreementTable.number(limits.limits().upper())),
                words.say("agreement.mean-of-both", unit),
                words.say("assistants.difference") + ", " + unit,
                pairs,
                List.of(
                        new DifferenceChart.Line("+1.96 SD", limits.limits().upper()),
                        new DifferenceChart.Line(words.say("results.mean"), limits.bias()),
                        new DifferenceChart.Line("−1.96 SD", limits.limits().lower())));
        return new StudyCharts.Figure(words.say(key), chart.svg());
    }

    private Line line(String key, int units, Outcome<BlandAltman> outcome) {
        double level = protocol.endpoints().level();
        return new Line(
                words.say(key),
                units,
                List.of(
                        cell(outcome, BlandAltman::bias, limits -> limits.biasInterval(level)),
                        cell(outcome, limits -> limits.limits().lower(), limits -> limits.lowerLimit1986(level)),
                        cell(outcome, limits -> limits.limits().upper(), limits -> limits.upperLimit1986(level))));
    }

    private AgreementTable.Cell cell(
            Outcome<BlandAltman> outcome,
            Function<BlandAltman, Double> value,
            Function<BlandAltman, Interval> interval) {
        return AgreementTable.cell(words, outcome, value, interval);
    }

    /** Every pair, for other programs: what reader and assistant measured, in which read, by its position in the journal. */
    static String csv(AssistantAgreement agreement) {
        StringBuilder out =
                new StringBuilder("kind,images,unit,read_position,reader,assistant,detection_limit_mm,uptake\n");
        out.append("cut,,position " + agreement.cut().head().position() + " head "
                + agreement.cut().head().hash() + ",,,,,\n");
        agreement
                .screws()
                .forEach(pair -> row(
                        out,
                        "screw_mm",
                        pair.images().value(),
                        pair.site().toString(),
                        pair.position(),
                        pair.reader().toPlainString(),
                        pair.assistant().toPlainString(),
                        pair.limit().toPlainString(),
                        ""));
        agreement
                .bone()
                .forEach(pair -> row(
                        out,
                        "vertebra_hu",
                        pair.images().value(),
                        pair.level().name(),
                        pair.position(),
                        pair.reader().map(BigDecimal::toPlainString).orElse(""),
                        pair.proposed().toPlainString(),
                        "",
                        pair.uptake().name().toLowerCase(Locale.ROOT)));
        return out.toString();
    }

    private static void row(StringBuilder out, Object... cells) {
        out.append(String.join(",", Arrays.stream(cells).map(String::valueOf).toList()))
                .append('\n');
    }
}
