package org.trabecula.qualification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/**
 * A case compared with the numbers expected of it: {@code |x - e| <= abs + rel * |e|} for each, with the tolerance that
 * the case states or the method's own leeway for that part, whichever is wider. A null expected number is not compared.
 *
 * @param id the case
 * @param deviations each number out of tolerance, in words; empty when the case passes
 */
public record Qualification(String id, List<String> deviations) {
    public Qualification {
        deviations = List.copyOf(deviations);
    }

    /** Whether every number is within its tolerance. */
    public boolean passed() {
        return deviations.isEmpty();
    }

    /** Computes a case file and compares. */
    public static Qualification of(Path file) {
        String id = String.valueOf(file.getFileName());
        try {
            JsonNode node = Case.parse(file);
            Case asked = Case.read(file);
            id = asked.id();
            if (!node.path("expected").isObject()) {
                throw new Unusable("the case expects nothing, so there is nothing to compare");
            }
            JsonNode tolerance = node.path("tolerance");
            var comparison = new Comparison(
                    tolerance.path("rel").asDouble(0),
                    tolerance.path("abs").asDouble(0),
                    Catalogue.named(asked.method()).map(Method::leeways).orElse(List.of()),
                    node.path("expected"),
                    Catalogue.compute(asked).json());
            return new Qualification(id, comparison.deviations());
        } catch (Unusable problem) {
            return new Qualification(id, List.of(String.valueOf(problem.getMessage())));
        } catch (RuntimeException fault) {
            // One method's fault must not keep the other cases from being compared.
            return new Qualification(id, List.of("fault: " + fault));
        }
    }

    /** How near is near enough, and what is compared: all that was expected with all that was found. */
    record Comparison(
            double relative, double absolute, List<Method.Leeway> leeways, JsonNode allExpected, JsonNode allFound) {

        List<String> deviations() {
            var deviations = new ArrayList<String>();
            compare("", allExpected, allFound, deviations);
            return deviations;
        }

        private void compare(String path, JsonNode expected, JsonNode actual, List<String> deviations) {
            if (expected.isNull()) {
                return;
            }
            if (expected.isObject()) {
                for (Map.Entry<String, JsonNode> part : expected.properties()) {
                    String inner = path.isEmpty() ? part.getKey() : path + "." + part.getKey();
                    compare(inner, part.getValue(), actual.path(part.getKey()), deviations);
                }
                for (String name : actual.propertyNames()) {
                    if (!expected.has(name)) {
                        deviations.add((path.isEmpty() ? name : path + "." + name) + ": not expected");
                    }
                }
            } else if (expected.isArray()) {
                if (!actual.isArray() || actual.size() != expected.size()) {
                    deviations.add(path + ": expected a list of " + expected.size() + ", found "
                            + (actual.isArray() ? "one of " + actual.size() : actual.toString()));
                    return;
                }
                for (int i = 0; i < expected.size(); i++) {
                    compare(path + "[" + i + "]", expected.get(i), actual.get(i), deviations);
                }
            } else if (!agree(path, expected, actual)) {
                deviations.add(path + ": expected " + expected + ", found "
                        + (actual.isMissingNode() ? "nothing" : actual.toString()));
            }
        }

        private boolean agree(String path, JsonNode expected, JsonNode actual) {
            OptionalDouble e = Numbers.read(expected);
            OptionalDouble x = Numbers.read(actual);
            if (e.isEmpty() || x.isEmpty()) {
                return expected.asString().equals(actual.asString());
            }
            double wanted = e.getAsDouble();
            double found = x.getAsDouble();
            if (Double.isInfinite(wanted) || Double.isInfinite(found)) {
                return wanted == found;
            }
            double distance = Math.abs(found - wanted);
            return distance <= absolute + relative * Math.abs(wanted)
                    || leeways.stream()
                            .anyMatch(one -> path.matches(one.path())
                                    && distance <= one.allowance().distance(path, wanted, allExpected, allFound));
        }
    }
}
