package org.trabecula.dicom.identity;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trabecula.dicom.DataFile;
import org.trabecula.dicom.Tag;

/** The table of {@code deidentification.csv}: what stays, and how. */
final class ConfidentialityTable {

    /**
     * @param profile the action code of PS3.15 table E.1-1, empty for attributes that are not in it
     * @param option which retain option touches it: {@code dates}, {@code patient}, {@code device}, or {@code descriptors}, or empty
     */
    record Row(Tag tag, Action action, String profile, String option) {

        private static Row parsed(String line) {
            String[] field = line.split(",", -1);
            return new Row(
                    new Tag(Integer.parseUnsignedInt(field[0], 16)), Action.valueOf(field[2]), field[3], field[4]);
        }
    }

    private static final List<Row> ROWS = DataFile.lines(ConfidentialityTable.class, "deidentification.csv").stream()
            .map(Row::parsed)
            .toList();
    private static final Map<Tag, Row> BY_TAG =
            ROWS.stream().collect(Collectors.toUnmodifiableMap(Row::tag, Function.identity()));

    private ConfidentialityTable() {}

    static List<Row> rows() {
        return ROWS;
    }

    /** What is not listed goes. */
    static Action actionFor(Tag tag) {
        Row row = BY_TAG.get(tag);
        return row == null ? Action.REMOVE : row.action();
    }
}
