package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values after RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
final class Csv {
    private Csv() {}

    static String cell(String text) {
        boolean number = text.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
        String safe = !number && text.matches("(?s)[=+@\\t-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\n\r].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** The cells of every line. */
    static List<List<String>> read(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                // A quote right after one that closed is a quote in the text.
                if (!quoted && before == '"') {
                    cell.append('"');
                }
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else {
                cell.append(c);
            }
            before = c;
        }
        return lines;
    }
}
