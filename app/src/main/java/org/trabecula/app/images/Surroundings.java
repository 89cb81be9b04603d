package org.trabecula.app.images;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;

/**
 * What lies around the screws of one space, and not in a disc space between them. All that is known of the space is where the
 * screws lie, so the measure is the distance between neighbouring vertebrae: screws are seen as far as a third of it, about 12 mm.
 *
 * <p>A disc space is found by how far a point is on its way from a vertebra's screws to those of the next one below. Screws lie in
 * pedicles, a third of a body's height under its upper endplate. With bodies of 27 mm and discs of 11 mm the disc lies from 0.49 to
 * 0.78 of the way; from {@value #COVER_FROM} to {@value #COVER_TO} is covered, which leaves 6.8 mm above the axis of the lower screws.
 */
final class Surroundings {
    private static final double SHARE = 1.0 / 3;
    static final double COVER_FROM = 0.40;
    static final double COVER_TO = 0.82;

    /** Whoever is farther from two vertebrae, taken together, than this multiple of their distance is not between them. */
    private static final double BETWEEN = 1.4;

    private static final int SPACE = 3;

    /** A screw from end to end, in whatever unit the space has. */
    record Axis(ScrewSite site, double[] from, double[] to) {

        double distance(double[] point) {
            double along = 0;
            double length = 0;
            for (int i = 0; i < SPACE; i++) {
                along += (point[i] - from[i]) * (to[i] - from[i]);
                length += (to[i] - from[i]) * (to[i] - from[i]);
            }
            double share = length == 0 ? 0 : Math.clamp(along / length, 0.0, 1.0);
            double squares = 0;
            for (int i = 0; i < SPACE; i++) {
                double apart = point[i] - from[i] - share * (to[i] - from[i]);
                squares += apart * apart;
            }
            return Math.sqrt(squares);
        }

        double[] middle() {
            return new double[] {(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2};
        }
    }

    /** From cranial to caudal; the screws of each vertebra stand at the same place. */
    private final List<Level> levels;

    private final List<List<Axis>> screws;

    /** How far the screws of a vertebra are from those of the next one in the list. */
    private final double[] apart;

    private final double reach;
    private final double[] low = new double[SPACE];
    private final double[] high = new double[SPACE];

    private Surroundings(SortedMap<Level, List<Axis>> byLevel, double most) {
        levels = List.copyOf(byLevel.keySet());
        screws = List.copyOf(byLevel.values());
        apart = new double[Math.max(0, levels.size() - 1)];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = apart(screws.get(i), screws.get(i + 1));
        }
        reach = Math.min(most, step() * SHARE);
        for (int i = 0; i < SPACE; i++) {
            int axis = i;
            low[i] = ends(axis).min().orElse(0) - reach;
            high[i] = ends(axis).max().orElse(0) + reach;
        }
    }

    /** @param most how far the surroundings go at most, in the unit of the space */
    static Surroundings of(List<Axis> screws, double most) {
        return new Surroundings(
                screws.stream()
                        .collect(Collectors.groupingBy(one -> one.site().level(), TreeMap::new, Collectors.toList())),
                most);
    }

    /** How far around its axis a screw's surroundings go; 0 when there is no second vertebra to measure by. */
    double reach() {
        return reach;
    }

    /** Whether a point is seen. */
    boolean show(double[] point) {
        if (reach == 0 || outside(point)) {
            return false;
        }
        double[] distances = new double[screws.size()];
        int nearest = 0;
        for (int i = 0; i < distances.length; i++) {
            distances[i] = distance(screws.get(i), point);
            nearest = distances[i] < distances[nearest] ? i : nearest;
        }
        if (distances[nearest] > reach) {
            return false;
        }
        boolean last = nearest == distances.length - 1;
        boolean above = last || (nearest > 0 && distances[nearest - 1] < distances[nearest + 1]);
        int upper = above ? nearest - 1 : nearest;
        return !covered(upper, distances[upper], distances[upper + 1]);
    }

    private boolean covered(int upper, double fromUpper, double fromLower) {
        if (fromUpper + fromLower > BETWEEN * apart[upper]) {
            return false;
        }
        double way = fromUpper / (fromUpper + fromLower) * discs(upper);
        double share = way - Math.floor(way);
        return share >= COVER_FROM && share <= COVER_TO;
    }

    private boolean outside(double[] point) {
        for (int i = 0; i < SPACE; i++) {
            if (point[i] < low[i] || point[i] > high[i]) {
                return true;
            }
        }
        return false;
    }

    /** The usual distance from one vertebra to the next. */
    private double step() {
        double[] steps = IntStream.range(0, apart.length)
                .mapToDouble(i -> apart[i] / discs(i))
                .sorted()
                .toArray();
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    /** How many disc spaces lie between a vertebra of the list and the next one: more than one where vertebrae have no screws. */
    private int discs(int upper) {
        return levels.get(upper + 1).ordinal() - levels.get(upper).ordinal();
    }

    private DoubleStream ends(int axis) {
        return screws.stream()
                .flatMap(List::stream)
                .flatMapToDouble(one -> DoubleStream.of(one.from()[axis], one.to()[axis]));
    }

    private static double distance(List<Axis> screws, double[] point) {
        double least = Double.POSITIVE_INFINITY;
        for (Axis axis : screws) {
            least = Math.min(least, axis.distance(point));
        }
        return least;
    }

    private static double apart(List<Axis> upper, List<Axis> lower) {
        double least = Double.POSITIVE_INFINITY;
        for (Axis one : upper) {
            for (Axis other : lower) {
                least = Math.min(least, new Axis(other.site(), other.middle(), other.middle()).distance(one.middle()));
            }
        }
        return least;
    }
}
