package org.trabecula.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds places for labels that stand beside the ends of lines, so that they do not run into each other. */
final class Labels {
    private static final double APART = 14;

    private Labels() {}

    /** Moves heights apart, down first and then up again from the lowest place; answers them in the order they came in. */
    static List<Double> apart(List<Double> heights, double lowest) {
        List<Integer> order = IntStream.range(0, heights.size())
                .boxed()
                .sorted(Comparator.comparing(heights::get))
                .toList();
        List<Double> placed = new ArrayList<>(heights);
        for (int i = 1; i < order.size(); i++) {
            double least = placed.get(order.get(i - 1)) + APART;
            placed.set(order.get(i), Math.max(placed.get(order.get(i)), least));
        }
        double most = lowest;
        for (int i = order.size() - 1; i >= 0; i--) {
            placed.set(order.get(i), Math.min(placed.get(order.get(i)), most));
            most = placed.get(order.get(i)) - APART;
        }
        return placed;
    }
}
