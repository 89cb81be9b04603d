package org.trabecula.qualification;

import java.util.ArrayList;
import java.util.List;

/**
 * The two arms of a case: a column of zeros and ones, or of two other values, of which the second (numbers by size, words
 * by alphabet) is the treated arm.
 *
 * @param table the rows without missing cells, with the arm as 0 and 1
 * @param arm the arm's column
 * @param covariates the covariates' columns
 */
record Treatment(Table table, String arm, List<String> covariates) {

    /** Reads {@code arm} and {@code covariates}, and leaves out rows that lack a cell in them or in the other columns. */
    static Treatment of(Case asked, List<String> others) {
        String arm = asked.inputs().text("arm");
        List<String> covariates = asked.inputs().texts("covariates");
        var needed = new ArrayList<>(covariates);
        needed.add(arm);
        needed.addAll(others);
        Table table = asked.table().complete(needed);
        return new Treatment(coded(table, arm), arm, covariates);
    }

    boolean[] treated() {
        return table.flags(arm);
    }

    /** The score's design: the covariates, as main effects. */
    Formula.Design design() {
        return Formula.of(covariates).design(table);
    }

    /** The model's rows with everybody in one arm. */
    double[][] rows(Formula formula, boolean treated) {
        return formula.design(with(table, arm, treated)).rows();
    }

    /** The table with one value for everybody in a column. */
    static Table with(Table table, String column, boolean value) {
        return replaced(
                table, column, table.rows().stream().map(_ -> value ? "1" : "0").toList());
    }

    private static Table coded(Table table, String arm) {
        List<String> levels = table.levels(arm);
        if (levels.size() > 2) {
            throw new Unusable("the column " + arm + " must hold two arms, but it holds " + Table.some(levels));
        }
        if (levels.stream()
                .allMatch(level -> Numbers.read(level).orElse(-1) == 0
                        || Numbers.read(level).orElse(-1) == 1)) {
            return table;
        }
        return replaced(
                table,
                arm,
                table.texts(arm).stream()
                        .map(text -> text.equals(levels.getLast()) ? "1" : "0")
                        .toList());
    }

    private static Table replaced(Table table, String column, List<String> cells) {
        int index = table.columns().indexOf(column);
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row < table.size(); row++) {
            var changed = new ArrayList<>(table.rows().get(row));
            changed.set(index, cells.get(row));
            rows.add(List.copyOf(changed));
        }
        return new Table(table.name(), table.columns(), rows);
    }
}
