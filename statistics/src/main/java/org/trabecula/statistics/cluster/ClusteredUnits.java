package org.trabecula.statistics.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.statistics.matrix.Finite;

/**
 * Units that have an event or not, and the cluster that each belongs to. The arrays stay the caller's and must not change
 * while the record is in use.
 *
 * @param rows n rows of p columns, with a column of ones if an intercept is wanted
 * @param response whether each of the n units has the event
 * @param cluster any number that is the same for the units of one cluster, which need not be next to each other; their
 *     order within a cluster is their order in time where a model asks for it
 */
public record ClusteredUnits(double[][] rows, boolean[] response, int[] cluster) {
    /** @throws IllegalArgumentException if lengths differ or a number is not finite */
    public ClusteredUnits {
        if (rows.length != response.length || rows.length != cluster.length) {
            throw new IllegalArgumentException("Rows, responses and clusters must be equally many, but are "
                    + rows.length + ", " + response.length + " and " + cluster.length);
        }
        for (int unit = 0; unit < rows.length; unit++) {
            if (rows[unit].length != rows[0].length || !Finite.all(rows[unit])) {
                throw new IllegalArgumentException(
                        "Row " + unit + " is shorter or longer than the first or holds a number that is not finite");
            }
        }
    }

    /** How many units. */
    public int size() {
        return rows.length;
    }

    /** How many columns; 0 without units. */
    public int columns() {
        return rows.length == 0 ? 0 : rows[0].length;
    }

    /** The units of each cluster, clusters in the order of their first unit. */
    int[][] members() {
        Map<Integer, List<Integer>> members = new HashMap<>();
        List<List<Integer>> ordered = new ArrayList<>();
        for (int unit = 0; unit < cluster.length; unit++) {
            List<Integer> own = members.get(cluster[unit]);
            if (own == null) {
                own = new ArrayList<>();
                members.put(cluster[unit], own);
                ordered.add(own);
            }
            own.add(unit);
        }
        return ordered.stream()
                .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
