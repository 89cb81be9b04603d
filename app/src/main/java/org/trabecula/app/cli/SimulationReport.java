package org.trabecula.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trabecula.simulation.mechanism.Parameter;
import org.trabecula.simulation.trial.Characteristics;
import org.trabecula.simulation.trial.Plan;
import org.trabecula.simulation.trial.Primaries;
import org.trabecula.simulation.trial.Rules;
import org.trabecula.simulation.trial.Scenario;
import org.trabecula.simulation.trial.StudyResult;
import org.trabecula.simulation.trial.Truth;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the plan did over a grid of scenarios, as text, CSV and JSON. All of it says that it is simulated. */
record SimulationReport(Rules rules, Plan plan, long seed, List<Part> parts) {
    SimulationReport {
        parts = List.copyOf(parts);
    }

    /** One scenario, what is true in it, and what its studies found. */
    record Part(Scenario scenario, Truth truth, List<StudyResult> results) {
        Part {
            results = List.copyOf(results);
        }

        List<Characteristics> characteristics(Rules rules, Plan plan) {
            return plan.analyses().stream()
                    .map(analysis -> Characteristics.of(analysis, results, truth, rules.alpha()))
                    .toList();
        }
    }

    String text() {
        StringBuilder text = new StringBuilder("Simulated studies; ± is the Monte Carlo error.\n");
        for (Part part : parts) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%s: %d studies of %d; true difference in fusion %+.3f, in loosening %+.3f%n",
                    part.scenario().name(),
                    part.results().size(),
                    part.scenario().participants(),
                    part.truth().fusion(),
                    part.truth().loosening()));
            for (Characteristics one : part.characteristics(rules, plan)) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %-20s %-10s %.4f ±%.4f  bias %s  coverage %s  results %d%n",
                        one.analysis().id(),
                        one.noEffect() ? "type I" : "power",
                        one.rejected(),
                        one.error(one.rejected()),
                        fixed(one.bias()),
                        fixed(one.coverage()),
                        one.found()));
            }
            Primaries holm = Primaries.of(part.results(), rules.alpha());
            text.append(String.format(
                    Locale.ROOT,
                    "  Holm over both primaries: fusion %.4f, loosening %.4f, either %.4f, both %.4f%n",
                    holm.fusion(),
                    holm.loosening(),
                    holm.any(),
                    holm.both()));
        }
        return text.toString();
    }

    private static String fixed(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%+.4f", value.getAsDouble()) : "-";
    }

    String csv() {
        List<String> lines = new ArrayList<>();
        lines.add("# simulated, seed " + seed);
        lines.add("scenario,participants,analysis,studies,results,no_effect,rejected,rejected_error,true_difference,"
                + "mean_estimate,bias,bias_error,coverage,coverage_error");
        for (Part part : parts) {
            for (Characteristics one : part.characteristics(rules, plan)) {
                lines.add(row(part, one).values().stream()
                        .map(cell -> cell == null ? "" : String.valueOf(cell))
                        .collect(Collectors.joining(",")));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("simulated", true);
        all.put("seed", seed);
        all.put("bootstrapReplicates", plan.replicates());
        all.put("imputations", plan.imputations());
        all.put("primaryVisit", rules.primary());
        all.put("alpha", rules.alpha());
        all.put("scenarios", parts.stream().map(this::scenario).toList());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(all)
                + "\n";
    }

    private Map<String, @Nullable Object> scenario(Part part) {
        Map<String, Double> given = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.values()) {
            given.put(parameter.id(), part.scenario().given().value(parameter));
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", part.scenario().name());
        json.put("participants", part.scenario().participants());
        json.put("assumptions", given);
        json.put("truth", part.truth());
        json.put("holm", Primaries.of(part.results(), rules.alpha()));
        json.put(
                "analyses",
                part.characteristics(rules, plan).stream()
                        .map(one -> row(part, one))
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> row(Part part, Characteristics one) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("scenario", part.scenario().name());
        row.put("participants", part.scenario().participants());
        row.put("analysis", one.analysis().id());
        row.put("studies", one.studies());
        row.put("results", one.found());
        row.put("noEffect", one.noEffect());
        row.put("rejected", one.found() == 0 ? null : one.rejected());
        row.put("rejectedError", one.found() == 0 ? null : one.error(one.rejected()));
        row.put("trueDifference", one.analysis().riskDifference() ? part.truth().of(one.analysis()) : null);
        row.put("meanEstimate", number(one.meanEstimate()));
        row.put("bias", number(one.bias()));
        row.put("biasError", number(one.biasError()));
        row.put("coverage", number(one.coverage()));
        row.put(
                "coverageError",
                one.coverage().isPresent() ? one.error(one.coverage().getAsDouble()) : null);
        return row;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
