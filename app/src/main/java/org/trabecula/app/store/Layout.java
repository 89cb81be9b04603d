package org.trabecula.app.store;

import java.util.List;

/**
 * The tables of one store, in the SQL that both databases share; {@code POSITION} and {@code BYTES} stand for the types
 * that they call differently.
 *
 * @param application marks the SQLite file as ours (its header's application id)
 * @param version of the tables; a store of a later version is refused
 * @param appendOnly tables whose rows the database itself must refuse to change or remove
 */
record Layout(int application, int version, List<String> statements, List<String> appendOnly) {
    Layout {
        statements = List.copyOf(statements);
        appendOnly = List.copyOf(appendOnly);
    }

    List<String> in(String positionType, String bytesType) {
        return statements.stream()
                .map(statement -> statement.replace("POSITION", positionType).replace("BYTES", bytesType))
                .toList();
    }

    /** Refuses a store that a later program has made. */
    void check(int found, String where) {
        if (found > version) {
            throw new StoreOutOfReach(where + " was made by a later version of the program (layout " + found
                    + "; this program knows " + version + ")");
        }
    }
}
