package org.trabecula.qualification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cases that went wrong in the ways in which data go wrong, made from a sound one: no rows, one row, equal rows, a column
 * that is missing altogether, constant, of words, or the same as another (which is collinear for two covariates, complete
 * separation for an arm or outcome and a covariate, one cluster when it is constant); inputs that are absent, zero,
 * negative, no whole numbers, words, or empty lists.
 */
final class HostileCases {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Enough for every method, few enough for thousands of computations. */
    private static final int ROWS = 48;

    private HostileCases() {}

    /**
     * A case with a name for what is wrong with it.
     *
     * @param what which part is wrong, and how
     * @param asked the case
     */
    record Hostile(String what, Case asked) {}

    /** All of them, the small sound one first. */
    static List<Hostile> of(Case sound) {
        Case small = small(sound);
        var all = new ArrayList<Hostile>();
        all.add(new Hostile("a small table", small));
        if (!small.tables().isEmpty()) {
            tables(small.table()).forEach((what, table) -> all.add(new Hostile(what, with(small, table))));
            all.add(new Hostile("no table", new Case(small.id(), small.method(), small.inputs(), List.of())));
        }
        inputs((ObjectNode) object(small.inputs().node()))
                .forEach((what, node) -> all.add(
                        new Hostile(what, new Case(small.id(), small.method(), new Inputs(node), small.tables()))));
        return all;
    }

    private static Case with(Case asked, Table table) {
        var tables = new ArrayList<>(asked.tables());
        tables.set(0, table);
        return new Case(asked.id(), asked.method(), asked.inputs(), tables);
    }

    /** Fewer rows, imputations and simulated trials than the case asks for. */
    private static Case small(Case sound) {
        ObjectNode inputs = ((ObjectNode) object(sound.inputs().node())).deepCopy();
        for (String many : List.of("m", "sims", "replicates")) {
            if (inputs.has(many)) {
                inputs.put(many, 20);
            }
        }
        if (sound.method().equals("bootstrap-interval")) {
            inputs.put("replicates", 200);
        }
        if (sound.method().equals("interval-censored-power")) {
            inputs.put("n", 12);
        }
        return new Case(
                sound.id(),
                sound.method(),
                new Inputs(inputs),
                sound.tables().stream().map(table -> ends(table)).toList());
    }

    private static JsonNode object(JsonNode node) {
        return node.isObject() ? node : NODES.objectNode();
    }

    private static Map<String, Table> tables(Table table) {
        var all = new java.util.LinkedHashMap<String, Table>();
        for (int count : new int[] {0, 1, 2, 3, 5}) {
            all.put(count + " rows", rows(table, count));
        }
        all.put(
                "all rows the same",
                new Table(
                        table.name(),
                        table.columns(),
                        Collections.nCopies(12, table.rows().getFirst())));
        for (int column = 0; column < table.columns().size(); column++) {
            int own = column;
            String name = table.columns().get(column);
            all.put("nothing in " + name, changed(table, own, (row, _) -> ""));
            all.put("zeros in " + name, changed(table, own, (row, _) -> "0"));
            all.put("ones in " + name, changed(table, own, (row, _) -> "1"));
            all.put("a word in " + name, changed(table, own, (row, cell) -> row == 1 ? "unknown" : cell));
            all.put("a single value in " + name, changed(table, own, (row, cell) -> row == 1 ? cell : ""));
            all.put("a negative number in " + name, changed(table, own, (row, cell) -> row == 1 ? "-3" : cell));
            all.put("huge numbers in " + name, changed(table, own, (row, cell) -> (row % 7) + "e150"));
            all.put("half of one kind in " + name, changed(table, own, (row, _) -> row < ROWS / 2 ? "0" : "1"));
            all.put("no column " + name, without(table, name));
            for (int other = 0; other < table.columns().size(); other++) {
                int from = other;
                if (other != column) {
                    all.put(
                            name + " the same as " + table.columns().get(other),
                            changed(
                                    table,
                                    own,
                                    (row, _) -> table.rows().get(row).get(from)));
                }
            }
        }
        return all;
    }

    @FunctionalInterface
    private interface Cell {
        String of(int row, String cell);
    }

    private static Table changed(Table table, int column, Cell cell) {
        return new Table(
                table.name(),
                table.columns(),
                IntStream.range(0, table.size())
                        .mapToObj(row -> {
                            var cells = new ArrayList<>(table.rows().get(row));
                            cells.set(column, cell.of(row, cells.get(column)));
                            return List.copyOf(cells);
                        })
                        .toList());
    }

    private static Table without(Table table, String column) {
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(name -> name.equals(column) ? name + "_elsewhere" : name)
                        .toList(),
                table.rows());
    }

    /** The first and the last rows, since many tables are in the order of the arms. */
    private static Table ends(Table table) {
        return table.where(row -> row < ROWS / 2 || row >= table.size() - ROWS / 2);
    }

    /** The first rows: clusters and the rows of a subject stand together. */
    private static Table rows(Table table, int count) {
        return table.where(row -> row < count);
    }

    private static Map<String, ObjectNode> inputs(ObjectNode inputs) {
        var all = new java.util.LinkedHashMap<String, ObjectNode>();
        all.put("no inputs", NODES.objectNode());
        for (Map.Entry<String, JsonNode> input : inputs.properties()) {
            String name = input.getKey();
            ObjectNode absent = inputs.deepCopy();
            absent.remove(name);
            all.put("no " + name, absent);
            replace(all, inputs, name, "a word", _ -> NODES.stringNode("unknown"));
            replace(all, inputs, name, "an empty list", _ -> NODES.arrayNode());
            replace(all, inputs, name, "an object", _ -> NODES.objectNode());
            for (double number : new double[] {0, 1, -1, 0.5, 2}) {
                replace(all, inputs, name, "" + number, _ -> NODES.numberNode(number));
                if (input.getValue().isArray()) {
                    replace(all, inputs, name, number + " throughout", was -> throughout(was, number));
                }
            }
            if (input.getValue().isArray() && input.getValue().size() > 1) {
                replace(
                        all,
                        inputs,
                        name,
                        "the first alone",
                        was -> NODES.arrayNode().add(was.get(0)));
                replace(all, inputs, name, "a word within", was -> ((ArrayNode) was.deepCopy()).set(1, "unknown"));
            }
        }
        return all;
    }

    private static JsonNode throughout(JsonNode list, double number) {
        ArrayNode all = NODES.arrayNode();
        list.forEach(one -> all.add(one.isArray() ? throughout(one, number) : NODES.numberNode(number)));
        return all;
    }

    private static void replace(
            Map<String, ObjectNode> all, ObjectNode inputs, String name, String how, UnaryOperator<JsonNode> change) {
        ObjectNode changed = inputs.deepCopy();
        changed.set(name, change.apply(inputs.get(name)));
        all.put(name + ": " + how, changed);
    }
}
