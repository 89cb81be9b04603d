package org.trabecula.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.study.analysis.Comparison;
import org.trabecula.study.analysis.Rate;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.analysis.ScoreCell;
import org.trabecula.study.milestone.DataCut;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result tables as JSON, for other programs: {@code cut}, {@code rates}, {@code comparisons}, {@code scores}. Visits are
 * whole months, rates and differences are proportions (first arm minus second), what is not defined is null.
 */
final class ResultJson {
    private ResultJson() {}

    static String of(Results results, DataCut made) {
        Map<String, Object> cut = new LinkedHashMap<>();
        cut.put("position", results.cut().head().position());
        cut.put("head", results.cut().head().hash().toString());
        cut.put("protocol", made.protocolVersion());
        made.plan()
                .ifPresent(plan -> cut.put(
                        "plan", new TreeMap<>(Map.of("version", plan.version(), "sha256", plan.fingerprint()))));
        cut.put("program", made.program());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("cut", cut);
        all.put("rates", results.rates().stream().map(ResultJson::rate).toList());
        all.put(
                "comparisons",
                results.comparisons().stream().map(ResultJson::comparison).toList());
        all.put("scores", results.scores().stream().map(ResultJson::score).toList());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(all)
                + "\n";
    }

    private static Map<String, @Nullable Object> rate(Rate rate) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("endpoint", rate.endpoint().id());
        json.put("visit", rate.visit().months());
        json.put("unit", rate.unit().id());
        json.put("arm", rate.arm().id());
        json.put("events", rate.proportion().events());
        json.put("total", rate.proportion().total());
        json.put("missing", rate.missingCount());
        json.put("rate", number(rate.proportion().rate()));
        json.put("lower", rate.wilson().map(Interval::lower).orElse(null));
        json.put("upper", rate.wilson().map(Interval::upper).orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> comparison(Comparison comparison) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("endpoint", comparison.endpoint().id());
        json.put("visit", comparison.visit().months());
        json.put("unit", comparison.unit().id());
        json.put("difference", number(comparison.difference()));
        json.put("lower", comparison.newcombe().map(Interval::lower).orElse(null));
        json.put("upper", comparison.newcombe().map(Interval::upper).orElse(null));
        json.put("pPearson", number(comparison.pearson()));
        json.put("pFisher", number(comparison.fisher()));
        return json;
    }

    private static Map<String, @Nullable Object> score(ScoreCell cell) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("score", cell.score().id());
        json.put("visit", cell.visit().months());
        json.put("arm", cell.arm().id());
        json.put("n", cell.summary().n());
        json.put("missing", cell.missing());
        json.put("mean", number(cell.summary().mean()));
        json.put("sd", number(cell.summary().sd()));
        return json;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
