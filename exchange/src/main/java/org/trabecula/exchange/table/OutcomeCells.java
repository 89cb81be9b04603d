package org.trabecula.exchange.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.trabecula.exchange.CsvText;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.study.spine.FusionGrade;

/** Makes an outcome of a row, cell by cell. */
final class OutcomeCells {
    private static final int MOST_SCREWS = 40;

    private final String file;
    private final Map<OutcomeColumn, Integer> columns;
    private final Set<String> arms;
    private final boolean painInMm;
    private final boolean decimalComma;
    private final Findings findings;

    OutcomeCells(
            String file,
            Map<OutcomeColumn, Integer> columns,
            Set<String> arms,
            boolean painInMm,
            boolean decimalComma,
            Findings findings) {
        this.file = file;
        this.columns = columns;
        this.arms = arms;
        this.painInMm = painInMm;
        this.decimalComma = decimalComma;
        this.findings = findings;
    }

    /** Empty when even subject, arm or visit is wrong; any other wrong cell is told and left out. */
    Optional<OutcomeRow> row(CsvText.Row line) {
        Optional<String> subject = subject(line);
        Optional<String> arm = arm(line);
        OptionalInt months = whole(line, OutcomeColumn.VISIT, 600, "a number of months after surgery");
        if (cell(line, OutcomeColumn.VISIT).isEmpty()) {
            wrong(
                    line,
                    OutcomeColumn.VISIT,
                    "missing-value",
                    "The visit is missing: a number of months after surgery.");
        }
        String fusion = cell(line, OutcomeColumn.FUSION).toLowerCase(Locale.ROOT);
        Optional<FusionGrade> grade = Arrays.stream(FusionGrade.values())
                .filter(one -> one.name().equalsIgnoreCase(fusion))
                .findFirst();
        OutcomeRow row = new OutcomeRow(
                line.number(),
                subject.orElse(""),
                arm.orElse(""),
                months.orElse(0),
                grade,
                grade.isPresent() ? grade.map(FusionGrade::fused) : fused(line, fusion),
                fusion.equals("indeterminate"),
                loose(line),
                whole(line, OutcomeColumn.SCREWS, MOST_SCREWS, "a number of screws"),
                whole(line, OutcomeColumn.SCREWS_LOOSE, MOST_SCREWS, "a number of screws"),
                decimal(line, OutcomeColumn.ODI, BigDecimal.valueOf(100), ""),
                pain(line, OutcomeColumn.VAS_BACK),
                pain(line, OutcomeColumn.VAS_LEG));
        screws(line, row);
        return subject.isPresent() && arm.isPresent() && months.isPresent() ? Optional.of(row) : Optional.empty();
    }

    private Optional<String> subject(CsvText.Row line) {
        String subject = cell(line, OutcomeColumn.SUBJECT);
        if (subject.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            return Optional.of(subject);
        }
        wrong(
                line,
                OutcomeColumn.SUBJECT,
                "subject",
                "'" + subject
                        + "' is no subject id: a letter or digit, then letters, digits, dot, _ or - (40 at most).");
        return Optional.empty();
    }

    private Optional<String> arm(CsvText.Row line) {
        String arm = cell(line, OutcomeColumn.ARM);
        Optional<String> known =
                arms.stream().filter(one -> one.equalsIgnoreCase(arm)).findFirst();
        if (known.isEmpty()) {
            unknown(line, OutcomeColumn.ARM, String.join(" or ", new TreeSet<>(arms)));
        }
        return known;
    }

    private Optional<Boolean> fused(CsvText.Row line, String word) {
        return switch (word) {
            case "", "indeterminate" -> Optional.empty();
            case "fused" -> Optional.of(true);
            case "not fused" -> Optional.of(false);
            default -> {
                unknown(line, OutcomeColumn.FUSION, "I, II, III, IV, fused, not fused or indeterminate");
                yield Optional.empty();
            }
        };
    }

    private Optional<Boolean> loose(CsvText.Row line) {
        return switch (cell(line, OutcomeColumn.LOOSENING).toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> {
                unknown(line, OutcomeColumn.LOOSENING, "yes or no");
                yield Optional.empty();
            }
        };
    }

    private OptionalInt whole(CsvText.Row line, OutcomeColumn column, int most, String what) {
        String cell = cell(line, column);
        if (cell.matches("\\d{1,6}") && Integer.parseInt(cell) <= most) {
            return OptionalInt.of(Integer.parseInt(cell));
        }
        if (!cell.isEmpty()) {
            wrong(line, column, "out-of-range", "'" + cell + "' is not " + what + ", 0 to " + most + ".");
        }
        return OptionalInt.empty();
    }

    private Optional<BigDecimal> pain(CsvText.Row line, OutcomeColumn column) {
        if (painInMm) {
            return decimal(line, column, BigDecimal.valueOf(100), "").map(pain -> pain.movePointLeft(1));
        }
        return decimal(
                line,
                column,
                BigDecimal.TEN,
                " If the table holds 0 to 100 mm, say vas_scale=100 in the mapping file.");
    }

    private Optional<BigDecimal> decimal(CsvText.Row line, OutcomeColumn column, BigDecimal most, String hint) {
        String written = cell(line, column);
        String cell = decimalComma ? written.replace(',', '.') : written;
        if (cell.matches("\\d{1,3}(\\.\\d{1,12})?") && new BigDecimal(cell).compareTo(most) <= 0) {
            return Optional.of(new BigDecimal(cell));
        }
        if (!cell.isEmpty()) {
            wrong(line, column, "out-of-range", "'" + written + "' is not a number from 0 to " + most + "." + hint);
        }
        return Optional.empty();
    }

    /** Three cells tell about the same screws, and have to agree. */
    private void screws(CsvText.Row line, OutcomeRow row) {
        if (row.screwsLoose().isEmpty()) {
            return;
        }
        int loose = row.screwsLoose().getAsInt();
        if (row.screws().isEmpty() && cell(line, OutcomeColumn.SCREWS).isEmpty()) {
            wrong(
                    line,
                    OutcomeColumn.SCREWS,
                    "screws",
                    "There are loose screws of how many? The number of screws is missing.");
        } else if (row.screws().isPresent() && loose > row.screws().getAsInt()) {
            wrong(
                    line,
                    OutcomeColumn.SCREWS_LOOSE,
                    "screws",
                    loose + " screws are loose, but there are " + row.screws().getAsInt() + ".");
        }
        row.loose()
                .filter(yes -> yes != loose > 0)
                .ifPresent(yes -> wrong(
                        line,
                        OutcomeColumn.LOOSENING,
                        "screws",
                        yes
                                ? "Loosening is yes, but no screw is loose."
                                : "Loosening is no, but " + loose + " screws are loose."));
    }

    private String cell(CsvText.Row line, OutcomeColumn column) {
        Integer index = columns.get(column);
        return index == null ? "" : line.cell(index);
    }

    private void unknown(CsvText.Row line, OutcomeColumn column, String known) {
        String cell = cell(line, column);
        wrong(
                line,
                column,
                cell.isEmpty() ? "missing-value" : "unknown-value",
                (cell.isEmpty() ? "The cell is empty" : "'" + cell + "' is not known") + "; it has to be " + known
                        + ".");
    }

    private void wrong(CsvText.Row line, OutcomeColumn column, String rule, String sentence) {
        int index = columns.getOrDefault(column, -1);
        findings.error(new Place(file, line.number(), index + 1), rule, column.title() + ": " + sentence);
    }
}
