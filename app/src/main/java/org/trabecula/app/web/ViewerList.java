package org.trabecula.app.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trabecula.app.images.Ruler;
import org.trabecula.app.images.ShownSeries;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.Orientation;
import org.trabecula.dicom.pixel.Position;

/**
 * The images of one case as the viewer wants them listed: where the pixels of each frame are and how they become a picture.
 * Numbers only; nothing that a file says in words gets here.
 */
record ViewerList(List<Series> series, List<Annotation> annotations, List<Crop> crops) {
    /** The window in which a CT is shown that has none of its own: bone. */
    private static final double BONE_CENTER = 400;

    private static final double BONE_WIDTH = 2000;

    /**
     * The part of an image to look at while something is judged.
     *
     * @param name of what is judged, such as {@code screw.L4-left}
     * @param at series, image and frame
     * @param box two opposite corners, column and row of each
     */
    record Crop(String name, List<Integer> at, List<List<Double>> box) {}

    /**
     * Something drawn at another time, to be shown and not to be changed.
     *
     * @param at series, image and frame
     * @param points column and row of each
     */
    record Annotation(String shape, List<Integer> at, List<List<Double>> points, String label) {}

    /**
     * One series.
     *
     * @param label of the button that shows it, such as {@code DX 2}
     * @param earlier whether it is of another time, to compare with: nothing that is drawn on it counts
     */
    record Series(String id, String label, String modality, boolean earlier, List<Image> images) {
        private Series ofEarlier() {
            return new Series(
                    "e" + id,
                    label,
                    modality,
                    true,
                    images.stream().map(Image::unnamed).toList());
        }
    }

    /**
     * One frame. What is null the viewer does without.
     *
     * @param at series, image and frame, by which the viewer names the frame in turn; null where it counts for nothing
     */
    record Image(
            String url,
            @Nullable List<Integer> at,
            int rows,
            int columns,
            int bitsAllocated,
            int bitsStored,
            boolean signed,
            String photometric,
            double slope,
            double intercept,
            @Nullable Double windowCenter,
            @Nullable Double windowWidth,
            @Nullable List<Double> spacing,
            @Nullable Double aspect,
            @Nullable List<Double> position,
            @Nullable List<Double> orientation) {

        private Image windowed(boolean ct) {
            return with(at, ct ? BONE_CENTER : null, ct ? BONE_WIDTH : null);
        }

        private Image unnamed() {
            return with(null, windowCenter, windowWidth);
        }

        private Image with(@Nullable List<Integer> name, @Nullable Double center, @Nullable Double width) {
            return new Image(
                    url,
                    name,
                    rows,
                    columns,
                    bitsAllocated,
                    bitsStored,
                    signed,
                    photometric,
                    slope,
                    intercept,
                    center,
                    width,
                    spacing,
                    aspect,
                    position,
                    orientation);
        }
    }

    /** @param base the address of the list; frames lie below it at {@code /series/image/frame}, counted from 0 */
    static ViewerList of(List<ShownSeries> shown, String base) {
        return new ViewerList(
                IntStream.range(0, shown.size())
                        .mapToObj(index -> series(shown.get(index), index, base))
                        .toList(),
                List.of(),
                List.of());
    }

    ViewerList with(List<Annotation> drawn) {
        return new ViewerList(series, drawn, crops);
    }

    /** The same in a sight: the windows of the files were made for other pixels. */
    ViewerList in(List<Crop> where) {
        return new ViewerList(
                series.stream()
                        .map(one -> new Series(
                                one.id(),
                                one.label(),
                                one.modality(),
                                one.earlier(),
                                one.images().stream()
                                        .map(image ->
                                                image.windowed(one.modality().equals("CT")))
                                        .toList()))
                        .toList(),
                annotations,
                where);
    }

    /** This case beside images of an earlier time. */
    ViewerList beside(ViewerList earlier) {
        return new ViewerList(
                Stream.concat(series.stream(), earlier.series.stream().map(Series::ofEarlier))
                        .toList(),
                annotations,
                crops);
    }

    private static Series series(ShownSeries shown, int index, String base) {
        List<Image> images = new ArrayList<>();
        for (int image = 0; image < shown.images().size(); image++) {
            List<DisplayImage> frames = shown.images().get(image);
            for (int frame = 0; frame < frames.size(); frame++) {
                images.add(image(frames.get(frame), List.of(index, image, frame), base));
            }
        }
        return new Series("s" + (index + 1), label(shown, index), shown.modality(), false, images);
    }

    /** What the viewer's button for a series says. */
    static String label(ShownSeries shown, int index) {
        return shown.modality() + " " + (index + 1);
    }

    private static Image image(DisplayImage one, List<Integer> at, String base) {
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
                Ruler.aspect(one).map(BigDecimal::doubleValue).orElse(null),
                orNull(one.position().map(ViewerList::list)),
                orNull(one.orientation().map(ViewerList::list)));
    }

    private static List<Double> list(Position position) {
        return List.of(position.x(), position.y(), position.z());
    }

    private static List<Double> list(Orientation orientation) {
        return Stream.of(list(orientation.alongRow()), list(orientation.alongColumn()))
                .flatMap(List::stream)
                .toList();
    }

    private static @Nullable List<Double> orNull(Optional<List<Double>> numbers) {
        return numbers.orElse(null);
    }
}
