package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.study.report.Cell;
import org.trabecula.study.report.Table;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A table as CSV, in words as on paper, and as JSON, with every number in full and how it was computed. */
record TableFiles(Table table, Wording wording) {

    String csv() {
        TableView view = TableView.of(table, wording, new Derivations());
        List<List<String>> lines = new ArrayList<>();
        lines.add(view.heads());
        for (TableView.Row row : view.rows()) {
            List<String> line = new ArrayList<>(List.of(row.label()));
            row.items()
                    .forEach(item -> line.add(
                            item.letters().isEmpty() ? item.text() : item.text() + " [" + item.letters() + "]"));
            lines.add(line);
        }
        view.notes().forEach(note -> lines.add(List.of(note)));
        view.remarks().forEach(remark -> lines.add(List.of(remark)));
        return lines.stream()
                .map(line -> line.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", table.id());
        json.put("title", wording.say(table.title()));
        json.put("columns", table.columns().stream().map(wording::say).toList());
        json.put("rows", table.rows().stream().map(this::row).toList());
        json.put("notes", notes());
        json.put("remarks", table.remarks().stream().map(wording::say).toList());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(json)
                + "\n";
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        IntStream.range(0, table.notes().size())
                .forEach(i ->
                        notes.put(TableView.letter(i), wording.say(table.notes().get(i))));
        return notes;
    }

    private Map<String, Object> row(Table.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", wording.say(row.label()));
        json.put("cells", row.cells().stream().map(this::cell).toList());
        return json;
    }

    private Map<String, @Nullable Object> cell(Cell cell) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        content(json, cell.content());
        if (!cell.notes().isEmpty()) {
            json.put("notes", cell.notes().stream().map(TableView::letter).toList());
        }
        cell.derivation().ifPresent(from -> {
            json.put("how", wording.say(from.how()));
            json.put("participants", from.participants().size());
        });
        return json;
    }

    private void content(Map<String, @Nullable Object> json, Cell.Content content) {
        switch (content) {
            case Cell.Blank _ -> {}
            case Cell.Count(var n) -> json.put("n", n);
            case Cell.Share(var events, var total) -> {
                json.put("events", events);
                json.put("total", total);
            }
            case Cell.Figure(var value, var decimals, var _) -> {
                json.put("value", value);
                json.put("decimals", decimals);
            }
            case Cell.Range(var lower, var upper, var decimals, var _) -> {
                json.put("lower", Double.isInfinite(lower) ? null : lower);
                json.put("upper", Double.isInfinite(upper) ? null : upper);
                json.put("decimals", decimals);
            }
            case Cell.Spread(var mean, var sd, var _) -> {
                json.put("mean", mean);
                json.put("sd", sd);
            }
            case Cell.Significance(var p) -> json.put("p", p);
            case Cell.Said(var words) -> json.put("text", wording.say(words));
            case Cell.Unavailable _ -> json.put("value", null);
        }
    }
}
