package org.trabecula.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One reference case made with R; see {@code golden/README.md} beside the cases for where they come from. */
public record GoldenCase(JsonNode root) {

    public static GoldenCase named(String name) {
        try (InputStream file = GoldenCase.class.getResourceAsStream("/golden/cases/" + name + ".json")) {
            return new GoldenCase(
                    JsonMapper.shared().readTree(Optional.ofNullable(file).orElseThrow()));
        } catch (IOException e) {
            throw new AssertionError("Golden case " + name + " cannot be read", e);
        }
    }

    public double input(String key) {
        return number(root.required("inputs").required(key));
    }

    public int count(String key) {
        return root.required("inputs").required(key).intValue();
    }

    public double[] inputs(String key) {
        return numbers(root.required("inputs").required(key));
    }

    /** The rows of the case's table, in their order. */
    public List<Row> rows() {
        String file = "/golden/" + root.required("data").asString();
        try (InputStream stream = GoldenCase.class.getResourceAsStream(file)) {
            var text = new String(Optional.ofNullable(stream).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
            var lines = text.lines().map(line -> List.of(line.split(",", -1))).toList();
            return lines.stream()
                    .skip(1)
                    .map(cells -> new Row(lines.getFirst(), cells))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    /** One line of a table. */
    public record Row(List<String> names, List<String> cells) {
        public int count(String name) {
            return Integer.parseInt(cells.get(names.indexOf(name)));
        }
    }

    public double[] expected(String key) {
        return numbers(root.required("expected").required(key));
    }

    /** Compares with the case's own tolerance. */
    public void expects(String key, double... actual) {
        double relative = root.required("tolerance").required("rel").doubleValue();
        double absolute = root.required("tolerance").required("abs").doubleValue();
        double[] expected = expected(key);
        assertThat(actual).as(key).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            if (Double.isInfinite(expected[i])) {
                assertThat(actual[i]).as(key).isEqualTo(expected[i]);
            } else {
                double slack = absolute + relative * Math.abs(expected[i]);
                assertThat(actual[i]).as(key + " " + i).isCloseTo(expected[i], within(slack));
            }
        }
    }

    private static double[] numbers(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .mapToDouble(GoldenCase::number)
                        .toArray()
                : new double[] {number(node)};
    }

    private static double number(JsonNode node) {
        return switch (node.asString()) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> node.doubleValue();
        };
    }
}
