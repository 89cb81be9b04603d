package org.trabecula.app.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A method's numbers for the eye: a name and a value on each line, six digits. */
final class StatisticsText {
    private static final MathContext DIGITS = new MathContext(6);
    private static final int IN_A_LINE = 6;

    private StatisticsText() {}

    static String of(JsonNode result) {
        TextTable table = new TextTable(List.of("", "value"));
        add(table, "", result);
        return table.print();
    }

    private static void add(TextTable table, String name, JsonNode node) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> part : node.properties()) {
                add(table, name.isEmpty() ? part.getKey() : name + "." + part.getKey(), part.getValue());
            }
        } else if (node.isArray() && (node.size() > IN_A_LINE || nested(node))) {
            for (int i = 0; i < node.size(); i++) {
                add(table, name + "[" + (i + 1) + "]", node.get(i));
            }
        } else {
            table.add(List.of(name, shown(node)));
        }
    }

    private static boolean nested(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(JsonNode::isContainer);
    }

    private static String shown(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(StatisticsText::shown)
                    .collect(Collectors.joining("  "));
        }
        if (node.isNull()) {
            return "-";
        }
        return node.isNumber() ? number(node.doubleValue()) : node.asString();
    }

    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        int magnitude = rounded.precision() - rounded.scale();
        return magnitude > -4 && magnitude < 12 ? rounded.toPlainString() : rounded.toString();
    }
}
