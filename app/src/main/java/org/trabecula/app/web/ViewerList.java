package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.trabecula.app.images.ShownSeries;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.Orientation;
import org.trabecula.dicom.pixel.Position;

/**
 * The images of one case as the viewer wants them listed: where the pixels of each frame are and how they become a picture.
 * Numbers only; nothing that a file says in words gets here.
 */
record ViewerList(List<Series> series, List<Annotation> annotations) {

    /**
     * Something drawn at another time, to be shown and not to be changed.
     *
     * @param at series, image and frame
     * @param points column and row of each
     */
    record Annotation(String shape, List<Integer> at, List<List<Double>> points, String label) {}

    /** @param label of the button that shows it, such as {@code DX 2} */
    record Series(String id, String label, String modality, List<Image> images) {}

    /**
     * One frame. What is null the viewer does without.
     *
     * @param at series, image and frame, by which the viewer names the frame in turn
     */
    record Image(
            String url,
            List<Integer> at,
            int rows,
            int columns,
            int bitsAllocated,
            int bitsStored,
            boolean signed,
            String photometric,
            double slope,
            double intercept,
            double windowCenter,
            double windowWidth,
            @Nullable List<Double> spacing,
            @Nullable List<Double> position,
            @Nullable List<Double> orientation) {}

    /** @param base the address of the list; frames lie below it at {@code /series/image/frame}, counted from 0 */
    static ViewerList of(List<ShownSeries> shown, String base) {
        return new ViewerList(
                IntStream.range(0, shown.size())
                        .mapToObj(index -> series(shown.get(index), index, base))
                        .toList(),
                List.of());
    }

    ViewerList with(List<Annotation> drawn) {
        return new ViewerList(series, drawn);
    }

    private static Series series(ShownSeries shown, int index, String base) {
        List<Image> images = new ArrayList<>();
        for (int image = 0; image < shown.images().size(); image++) {
            DisplayImage one = shown.images().get(image);
            for (int frame = 0; frame < one.frames(); frame++) {
                images.add(image(one, List.of(index, image, frame), base));
            }
        }
        return new Series("s" + (index + 1), shown.modality() + " " + (index + 1), shown.modality(), images);
    }

    private static Image image(DisplayImage one, List<Integer> at, String base) {
        // The frames of one file share its place, so that for them it says nothing about their order.
        boolean single = one.frames() == 1;
        return new Image(
                base + at.stream().map(number -> "/" + number).collect(Collectors.joining()),
                at,
                one.rows(),
                one.columns(),
                one.bitsAllocated(),
                one.bitsStored(),
                one.signed(),
                one.photometric().name(),
                one.slope(),
                one.intercept(),
                one.windowCenter(),
                one.windowWidth(),
                orNull(one.spacing().map(spacing -> List.of(spacing.betweenRows(), spacing.betweenColumns()))),
                orNull(one.position().filter(_ -> single).map(ViewerList::list)),
                orNull(one.orientation().filter(_ -> single).map(ViewerList::list)));
    }

    private static List<Double> list(Position position) {
        return List.of(position.x(), position.y(), position.z());
    }

    private static List<Double> list(Orientation orientation) {
        return java.util.stream.Stream.of(list(orientation.alongRow()), list(orientation.alongColumn()))
                .flatMap(List::stream)
                .toList();
    }

    private static @Nullable List<Double> orNull(Optional<List<Double>> numbers) {
        return numbers.orElse(null);
    }
}
