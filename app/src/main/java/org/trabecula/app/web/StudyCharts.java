package org.trabecula.app.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.app.Figures;
import org.trabecula.app.chart.CompletenessChart;
import org.trabecula.app.chart.EnrolmentChart;
import org.trabecula.app.chart.RateChart;
import org.trabecula.study.analysis.Rate;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Timeline;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.VisitStatus;

/** The study's charts, in one language. */
record StudyCharts(Words words) {

    /** A chart with its visible title. */
    record Figure(String title, String svg) {}

    /** What can have become of a planned visit, as the chart counts it. */
    private enum Part {
        HELD,
        OUT_OF_WINDOW,
        MISSED,
        WITHDRAWN,
        OVERDUE,
        TO_COME
    }

    /** Loosening and fusion of participants, by visit and arm. */
    List<Figure> rates(Results results, Protocol protocol) {
        return List.of(rate(Endpoint.LOOSENING, results, protocol), rate(Endpoint.FUSION, results, protocol));
    }

    private Figure rate(Endpoint endpoint, Results results, Protocol protocol) {
        List<String> visits = results.visits().stream()
                .map(at -> ResultTable.visit(at, protocol, words))
                .toList();
        List<RateChart.Series> series = results.arms().stream()
                .map(arm -> new RateChart.Series(
                        words.text(arm.label()),
                        results.visits().stream()
                                .map(at -> results.rate(endpoint, at, Unit.PARTICIPANT, arm.id())
                                        .flatMap(StudyCharts::point))
                                .toList()))
                .toList();
        String title = words.say("chart.rate." + endpoint.id());
        RateChart chart = new RateChart(
                "chart-" + endpoint.id(),
                title,
                described(endpoint, results, protocol),
                words.say("chart.rate.axis", Figures.level(protocol.endpoints().level())),
                visits,
                series);
        return new Figure(title, chart.svg());
    }

    private static Optional<RateChart.Point> point(Rate rate) {
        return rate.wilson()
                .map(interval -> new RateChart.Point(
                        rate.proportion().rate().orElseThrow(), interval.lower(), interval.upper()));
    }

    /** The chart's numbers in words, for whoever hears the page. */
    private String described(Endpoint endpoint, Results results, Protocol protocol) {
        List<String> sentences = new ArrayList<>();
        for (Timepoint at : results.visits()) {
            for (Arm arm : results.arms()) {
                results.rate(endpoint, at, Unit.PARTICIPANT, arm.id())
                        .ifPresent(rate -> sentences.add(words.say(
                                "chart.rate.point",
                                ResultTable.visit(at, protocol, words),
                                words.text(arm.label()),
                                rate.proportion().events() + "/"
                                        + rate.proportion().total(),
                                Figures.percent(rate.proportion().rate()),
                                Figures.percent(rate.wilson()),
                                Figures.level(protocol.endpoints().level()))));
            }
        }
        return String.join(" ", sentences);
    }

    /** How many were screened, consented and operated, month by month, against the planned number. */
    Figure enrolment(List<Casebook> casebooks, Protocol protocol, LocalDate today) {
        List<EnrolmentChart.Line> lines = List.of(
                line(
                        "screened",
                        casebooks,
                        one -> one.membership()
                                .screened()
                                .map(noted -> noted.what().on())),
                line(
                        "consented",
                        casebooks,
                        one -> one.membership()
                                .firstConsent()
                                .map(noted -> noted.what().on())),
                line("operated", casebooks, one -> one.surgery().map(Surgery::on)));
        String description = lines.stream()
                        .map(line -> line.label() + " " + line.days().size())
                        .collect(Collectors.joining(words.say("results.comma")))
                + words.say("results.comma")
                + words.say("chart.planned")
                + " "
                + protocol.planned();
        String title = words.say("chart.enrolment");
        EnrolmentChart chart = new EnrolmentChart(
                "chart-enrolment", title, description, lines, protocol.planned(), words.say("chart.planned"), today);
        return new Figure(title, chart.svg());
    }

    private EnrolmentChart.Line line(
            String step, List<Casebook> casebooks, Function<Casebook, Optional<LocalDate>> day) {
        return new EnrolmentChart.Line(
                words.say("dashboard." + step),
                casebooks.stream().flatMap(one -> day.apply(one).stream()).toList());
    }

    /** What became of the planned visits of everybody operated. */
    Figure completeness(List<Casebook> casebooks, Protocol protocol, LocalDate today) {
        List<CompletenessChart.Bar> bars = protocol.followUps().stream()
                .map(plan -> {
                    List<Part> met = casebooks.stream()
                            .flatMap(casebook -> part(casebook, plan.at(), protocol, today).stream())
                            .toList();
                    return new CompletenessChart.Bar(
                            ResultTable.visit(plan.at(), protocol, words),
                            Arrays.stream(Part.values())
                                    .map(part -> Collections.frequency(met, part))
                                    .toList());
                })
                .toList();
        List<CompletenessChart.Part> parts = Arrays.stream(Part.values())
                .map(part -> new CompletenessChart.Part(label(part), colour(part)))
                .toList();
        String title = words.say("chart.completeness");
        return new Figure(
                title, new CompletenessChart("chart-completeness", title, described(bars), parts, bars).svg());
    }

    private String described(List<CompletenessChart.Bar> bars) {
        return bars.stream()
                .map(bar -> bar.label() + ": "
                        + Arrays.stream(Part.values())
                                .filter(part -> bar.counts().get(part.ordinal()) > 0)
                                .map(part -> label(part) + " " + bar.counts().get(part.ordinal()))
                                .collect(Collectors.joining(words.say("results.comma"))))
                .collect(Collectors.joining("; "));
    }

    private String label(Part part) {
        return words.say("chart.part." + part.name().toLowerCase(Locale.ROOT));
    }

    private static String colour(Part part) {
        return "part-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What became of one visit of one participant; empty before surgery. After a withdrawal nobody waits for a visit. */
    private static Optional<Part> part(Casebook casebook, Timepoint at, Protocol protocol, LocalDate today) {
        if (casebook.surgery().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Timeline.of(casebook, protocol, today).rows().stream()
                .filter(row -> row.plan().at().equals(at))
                .findFirst()
                .map(row -> part(row.status()))
                .orElse(Part.WITHDRAWN));
    }

    private static Part part(VisitStatus status) {
        return switch (status) {
            case HELD -> Part.HELD;
            case OUT_OF_WINDOW, BEFORE_SURGERY -> Part.OUT_OF_WINDOW;
            case MISSED -> Part.MISSED;
            case OVERDUE -> Part.OVERDUE;
            case UPCOMING, OPEN, DUE -> Part.TO_COME;
        };
    }
}
