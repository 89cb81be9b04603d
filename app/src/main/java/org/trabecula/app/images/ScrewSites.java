package org.trabecula.app.images;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.trabecula.assistance.screw.FoundScrew;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Side;

/**
 * Which screws of a construct the found ones are. Heads at one height are of one level; when there are as many heights as the construct
 * has levels, and they are as far apart as vertebrae are, each height is a level. Otherwise nobody can tell which level was missed, and no
 * screw gets a name. A side is told by the gap between both rows of heads, or by the way a screw points to the middle.
 */
final class ScrewSites {
    private static final double SAME_HEIGHT = 12;
    private static final double LEAST_GAP = 18;
    private static final double LEAST_LEAN = 2;
    private static final double NEAREST_LEVELS = 15;
    private static final double FARTHEST_LEVELS = 60;

    private final List<FoundScrew> found;
    private final OptionalDouble middle;

    private ScrewSites(List<FoundScrew> found) {
        this.found = found;
        this.middle = middle(found);
    }

    /** A name for each of the found screws, in their order, or none. */
    static List<Optional<ScrewSite>> of(List<FoundScrew> found, List<ScrewSite> construct) {
        return new ScrewSites(found).named(construct);
    }

    private List<Optional<ScrewSite>> named(List<ScrewSite> construct) {
        List<Level> levels =
                construct.stream().map(ScrewSite::level).distinct().sorted().toList();
        List<Double> heights = heights();
        if (found.isEmpty() || !plausible(heights, levels)) {
            return found.stream().map(_ -> Optional.<ScrewSite>empty()).toList();
        }
        List<Optional<ScrewSite>> names = found.stream()
                .map(screw -> side(screw).map(side -> new ScrewSite(levels.get(nearest(heights, screw)), side)))
                .toList();
        return names.stream()
                .map(name -> name.filter(construct::contains)
                        .filter(_ -> names.stream().filter(name::equals).count() == 1))
                .toList();
    }

    /** Of each group of heads at one height the mean, from cranial. */
    private List<Double> heights() {
        List<List<Double>> groups = new ArrayList<>();
        found.stream()
                .map(screw -> screw.seat().z())
                .sorted(Comparator.reverseOrder())
                .forEach(z -> {
                    if (groups.isEmpty() || groups.getLast().getLast() - z > SAME_HEIGHT) {
                        groups.add(new ArrayList<>());
                    }
                    groups.getLast().add(z);
                });
        return groups.stream()
                .map(group -> group.stream().mapToDouble(z -> z).average().orElseThrow())
                .toList();
    }

    private static boolean plausible(List<Double> heights, List<Level> levels) {
        return heights.size() == levels.size()
                && IntStream.range(1, heights.size()).allMatch(i -> {
                    int apart = levels.get(i).ordinal() - levels.get(i - 1).ordinal();
                    double mm = heights.get(i - 1) - heights.get(i);
                    return mm >= NEAREST_LEVELS * apart && mm <= FARTHEST_LEVELS * apart;
                });
    }

    private static int nearest(List<Double> heights, FoundScrew screw) {
        return IntStream.range(0, heights.size())
                .boxed()
                .min(Comparator.comparingDouble(
                        i -> Math.abs(heights.get(i) - screw.seat().z())))
                .orElseThrow();
    }

    private Optional<Side> side(FoundScrew screw) {
        if (middle.isPresent()) {
            return Optional.of(screw.seat().x() > middle.getAsDouble() ? Side.LEFT : Side.RIGHT);
        }
        double inward = screw.seat().x() - screw.tip().x();
        return Math.abs(inward) < LEAST_LEAN ? Optional.empty() : Optional.of(inward > 0 ? Side.LEFT : Side.RIGHT);
    }

    /** Between both rows of heads; empty when there is one row only. */
    private static OptionalDouble middle(List<FoundScrew> found) {
        List<Double> lefts =
                found.stream().map(screw -> screw.seat().x()).sorted().toList();
        return IntStream.range(1, lefts.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> lefts.get(i) - lefts.get(i - 1)))
                .filter(i -> lefts.get(i) - lefts.get(i - 1) >= LEAST_GAP)
                .stream()
                .flatMap(i -> Stream.of((lefts.get(i) + lefts.get(i - 1)) / 2))
                .mapToDouble(x -> x)
                .findFirst();
    }
}
