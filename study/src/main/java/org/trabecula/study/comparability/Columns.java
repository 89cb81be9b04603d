package org.trabecula.study.comparability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.study.protocol.Covariate;

/** Makes numbers of what is known. A missing value is replaced by the typical one of both arms together, and counted. */
final class Columns {
    private Columns() {}

    static List<Column> of(Candidates candidates) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < candidates.covariates().size(); i++) {
            int index = i;
            List<String> values = candidates.all().stream()
                    .map(one -> one.values().get(index))
                    .toList();
            columns.addAll(columns(candidates.covariates().get(i), values));
        }
        return columns;
    }

    private static List<Column> columns(Covariate covariate, List<String> values) {
        int missing = (int) values.stream().filter(String::isEmpty).count();
        List<Column> columns = new ArrayList<>();
        if (missing == values.size()) {
            return columns;
        }
        switch (covariate.kind()) {
            case CONTINUOUS -> columns.add(plain(covariate, missing, numbers(values, median(values))));
            case BINARY ->
                columns.add(plain(covariate, missing, numbers(values, Double.parseDouble(frequent(values)))));
            case CATEGORICAL -> columns.addAll(levels(covariate, values, missing));
        }
        if (covariate.missing() == Covariate.Missing.INDICATOR && missing > 0) {
            columns.add(new Column(covariate, Optional.empty(), true, false, 0, is(values, "")));
        }
        return columns;
    }

    private static Column plain(Covariate covariate, int missing, double[] numbers) {
        return new Column(covariate, Optional.empty(), false, false, missing, numbers);
    }

    private static List<Column> levels(Covariate covariate, List<String> values, int missing) {
        String typical = frequent(values);
        List<String> filled =
                values.stream().map(value -> value.isEmpty() ? typical : value).toList();
        return filled.stream()
                .distinct()
                .sorted()
                .map(level -> new Column(
                        covariate, Optional.of(level), false, level.equals(typical), missing, is(filled, level)))
                .toList();
    }

    private static double[] is(List<String> values, String wanted) {
        return values.stream()
                .mapToDouble(value -> value.equals(wanted) ? 1 : 0)
                .toArray();
    }

    private static double[] numbers(List<String> values, double typical) {
        return values.stream()
                .mapToDouble(value -> value.isEmpty() ? typical : Double.parseDouble(value))
                .toArray();
    }

    private static double median(List<String> values) {
        double[] known = values.stream()
                .filter(value -> !value.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
        Arrays.sort(known);
        int half = known.length / 2;
        return known.length % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
    }

    /** The value that most have; of several the one first in order. */
    private static String frequent(List<String> values) {
        Map<String, Long> counts = values.stream()
                .filter(value -> !value.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        long most = counts.values().stream().max(Long::compare).orElse(0L);
        return counts.entrySet().stream()
                .filter(one -> one.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
