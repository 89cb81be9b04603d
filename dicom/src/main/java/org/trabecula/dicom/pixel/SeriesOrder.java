package org.trabecula.dicom.pixel;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;

/** The order in which the images of a series are shown. */
public final class SeriesOrder {

    private record Placed<T>(T image, double along, int number) {}

    private SeriesOrder() {}

    /**
     * Sorts by position along the common normal if every image has a position and lies parallel to the first, else by Instance Number,
     * those without one last. Equals keep their order.
     */
    public static <T> List<T> sorted(List<T> images, Function<? super T, Dataset> dataset) {
        List<Dataset> datasets = images.stream().<Dataset>map(dataset).toList();
        Optional<Position> normal = commonNormal(datasets);
        return IntStream.range(0, images.size())
                .mapToObj(i -> new Placed<>(images.get(i), along(datasets.get(i), normal), number(datasets.get(i))))
                .sorted(Comparator.<Placed<T>>comparingDouble(Placed::along).thenComparingInt(Placed::number))
                .map(Placed::image)
                .toList();
    }

    private static Optional<Position> commonNormal(List<Dataset> datasets) {
        Optional<Orientation> first = datasets.stream().findFirst().flatMap(Orientation::of);
        boolean all = datasets.stream()
                .allMatch(dataset -> Position.of(dataset).isPresent()
                        && Orientation.of(dataset)
                                .filter(o -> first.filter(o::isParallelTo).isPresent())
                                .isPresent());
        return first.filter(found -> all).map(Orientation::normal);
    }

    private static double along(Dataset dataset, Optional<Position> normal) {
        return normal.flatMap(direction -> Position.of(dataset).map(direction::dot))
                .orElse(0.0);
    }

    private static int number(Dataset dataset) {
        return dataset.integer(Tags.INSTANCE_NUMBER).orElse(Integer.MAX_VALUE);
    }
}
