package org.trabecula.simulation.trial;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Parameter;
import org.trabecula.study.endpoint.FusionDefinition;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.protocol.ReadingCharter;

/**
 * Trials as one line of {@code name=value}, so that another process can conduct the same studies. Of the rules it says what
 * decides a result, and nothing else of the protocol; numbers are written so that they are read back exactly.
 */
final class TrialsLine {
    private static final String NAMELESS = "all";
    private static final String NEVER = "never";
    private static final String CHARTER = "virtual";

    private final Map<String, String> values;

    private TrialsLine(Map<String, String> values) {
        this.values = values;
    }

    static String write(Trials trials) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("seed", trials.seed());
        values.put("replicates", trials.plan().replicates());
        values.put("imputations", trials.plan().imputations());
        Rules rules = trials.rules();
        ReadingCharter terms = rules.charter().terms();
        values.put("readers", terms.readers());
        values.put("lucency-mm", terms.lucencyMm().toPlainString());
        values.put("motion-from", terms.unclearMotionFromDegrees().toPlainString());
        values.put("motion-to", terms.unclearMotionToDegrees().toPlainString());
        values.put("translation-from", terms.unclearTranslationFromMm().toPlainString());
        values.put("translation-to", terms.unclearTranslationToMm().toPlainString());
        values.put("artefact", terms.unclearArtefactShare().toPlainString());
        values.put("fused", rules.fused().id());
        values.put("months", rules.months().stream().map(String::valueOf).collect(Collectors.joining(",")));
        values.put("primary", rules.primary());
        values.put("level", rules.level());
        values.put("claim", rules.claim().estimator().id());
        values.put(
                "augment-above",
                rules.claim().augmentAbove().isPresent()
                        ? rules.claim().augmentAbove().getAsDouble()
                        : NEVER);
        values.put("variance", rules.claim().variance().id());
        String head = values.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
        return head + " " + trials.scenario().fingerprint();
    }

    static Trials read(String line) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : line.strip().split(" +", -1)) {
            String[] parts = word.split("=", 2);
            if (parts.length < 2 || values.put(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException(
                        "A line of trials has name=value, each name once, not \"" + word + "\".");
            }
        }
        return new TrialsLine(values).trials();
    }

    private Trials trials() {
        Plan plan = new Plan(whole("replicates"), whole("imputations"));
        Assumptions given = Assumptions.reference();
        for (Parameter parameter : Parameter.values()) {
            given = given.with(parameter, Double.parseDouble(value(parameter.id())));
        }
        Scenario scenario = new Scenario(NAMELESS, whole("participants"), given);
        return new Trials(scenario, rules(), plan, Long.parseLong(value("seed")));
    }

    private Rules rules() {
        ReadingCharter terms = new ReadingCharter(
                CHARTER,
                whole("readers"),
                decimal("lucency-mm"),
                decimal("motion-from"),
                decimal("motion-to"),
                decimal("translation-from"),
                decimal("translation-to"),
                decimal("artefact"));
        List<Integer> months = Arrays.stream(value("months").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        FusionDefinition fused = FusionDefinition.find(value("fused"))
                .orElseThrow(() -> new IllegalArgumentException("There is no definition of fusion " + value("fused")));
        return new Rules(
                new Charter(terms), fused, months, whole("primary"), Double.parseDouble(value("level")), claim());
    }

    private ClaimRule claim() {
        String above = value("augment-above");
        return new ClaimRule(
                one("claim", Estimator.values(), Estimator::id),
                above.equals(NEVER) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(above)),
                one("variance", Variance.values(), Variance::id));
    }

    private <E> E one(String name, E[] all, Function<E, String> id) {
        return Arrays.stream(all)
                .filter(one -> id.apply(one).equals(value(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + name + " " + value(name)));
    }

    private String value(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() ->
                        new IllegalArgumentException("A line of trials says " + name + ", and this one does not."));
    }

    private int whole(String name) {
        return Integer.parseInt(value(name));
    }

    private BigDecimal decimal(String name) {
        return new BigDecimal(value(name));
    }
}
