package org.trabecula.app.images;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.Orientation;
import org.trabecula.dicom.pixel.Photometric;
import org.trabecula.dicom.pixel.Position;
import org.trabecula.dicom.pixel.Proportion;
import org.trabecula.dicom.pixel.Spacing;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.spine.ScrewSite;

/**
 * The screws of a case with their surroundings, disc spaces covered; all else is black, and of it no byte is given away. Screws that were
 * placed on a slice of a CT are seen on all slices that they reach; on a radiograph each image has its own.
 */
public final class ScrewSight implements Sight {
    /** Farther around a screw nothing is shown where millimetres are known. */
    private static final double MOST_MM = 15;

    private final List<ShownSeries> series;
    private final List<PlacedScrew> screws;

    ScrewSight(List<ShownSeries> series, List<PlacedScrew> screws) {
        this.series = List.copyOf(series);
        this.screws = List.copyOf(screws);
    }

    /**
     * The sight of a reader.
     *
     * @param axes as the reader drew them; what is not of the case is left out
     */
    public static ScrewSight of(ImageArchive archive, ReadingCase reading, List<Measurement> axes) {
        return new ScrewSight(
                archive.series(reading),
                axes.stream()
                        .flatMap(axis -> placed(archive, reading, axis).stream())
                        .toList());
    }

    private static Optional<PlacedScrew> placed(ImageArchive archive, ReadingCase reading, Measurement axis) {
        Optional<ScrewSite> site = reading.screws().stream()
                .filter(one -> one.toString().equals(axis.of()))
                .findFirst();
        return site.flatMap(known -> archive.place(reading, axis.instance())
                .map(place -> new PlacedScrew(
                        known,
                        List.of(place.get(0), place.get(1), axis.frame()),
                        axis.points().get(0),
                        axis.points().get(1))));
    }

    /**
     * Where to look for a screw.
     *
     * @param at series, image and frame
     * @param corner the upper left corner of the part of the image around the screw
     */
    public record Crop(ScrewSite site, List<Integer> at, ImagePoint corner, ImagePoint opposite) {}

    /** The part of an image around each screw that can be seen. */
    public List<Crop> crops() {
        return screws.stream().flatMap(screw -> crop(screw).stream()).toList();
    }

    private Optional<Crop> crop(PlacedScrew screw) {
        DisplayImage image = image(screw.at());
        Surroundings around = around(screw.at());
        double across = around.reach() / betweenColumns(image);
        double down = around.reach() / betweenRows(image);
        return around.reach() == 0
                ? Optional.empty()
                : Optional.of(new Crop(
                        screw.site(),
                        screw.at(),
                        new ImagePoint(
                                Math.min(screw.from().column(), screw.to().column()) - across,
                                Math.min(screw.from().row(), screw.to().row()) - down),
                        new ImagePoint(
                                Math.max(screw.from().column(), screw.to().column()) + across,
                                Math.max(screw.from().row(), screw.to().row()) + down)));
    }

    @Override
    public int[] of(DisplayImage image, List<Integer> at, int[] stored) {
        Surroundings around = around(at);
        boolean spatial = spatial(at.getFirst());
        boolean[] seen = new boolean[stored.length];
        boolean whiteIsLow = image.photometric() == Photometric.MONOCHROME1;
        int black = whiteIsLow ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        boolean any = false;
        for (int i = 0; i < stored.length; i++) {
            int column = i % image.columns();
            int row = i / image.columns();
            seen[i] = around.show(point(image, spatial, column, row));
            if (seen[i]) {
                any = true;
                black = whiteIsLow ? Math.max(black, stored[i]) : Math.min(black, stored[i]);
            }
        }
        int[] shown = new int[stored.length];
        Arrays.fill(shown, any ? black : 0);
        for (int i = 0; i < shown.length; i++) {
            shown[i] = seen[i] ? stored[i] : shown[i];
        }
        return shown;
    }

    /** The space of an image: of a CT the whole series, else the frame alone. */
    private Surroundings around(List<Integer> at) {
        boolean spatial = spatial(at.getFirst());
        Stream<PlacedScrew> here = screws.stream()
                .filter(one -> spatial
                        ? one.at().getFirst().equals(at.getFirst())
                        : one.at().equals(at));
        boolean millimetres = spatial || image(at).spacing().isPresent();
        return Surroundings.of(
                here.map(one -> axis(one, spatial)).toList(), millimetres ? MOST_MM : Double.POSITIVE_INFINITY);
    }

    private Surroundings.Axis axis(PlacedScrew screw, boolean spatial) {
        DisplayImage image = image(screw.at());
        return new Surroundings.Axis(
                screw.site(),
                point(image, spatial, screw.from().column(), screw.from().row()),
                point(image, spatial, screw.to().column(), screw.to().row()));
    }

    private boolean spatial(int number) {
        List<DisplayImage> frames = series.get(number).frames().toList();
        return frames.size() > 1
                && frames.stream()
                        .allMatch(one -> one.position().isPresent()
                                && one.orientation().isPresent()
                                && one.spacing().isPresent());
    }

    private DisplayImage image(List<Integer> at) {
        return series.get(at.get(0)).frame(at.get(1), at.get(2));
    }

    private static double[] point(DisplayImage image, boolean spatial, double column, double row) {
        double across = column * betweenColumns(image);
        double down = row * betweenRows(image);
        if (!spatial) {
            return new double[] {across, down, 0};
        }
        Position first = image.position().orElseThrow();
        Orientation to = image.orientation().orElseThrow();
        return new double[] {
            first.x() + across * to.alongRow().x() + down * to.alongColumn().x(),
            first.y() + across * to.alongRow().y() + down * to.alongColumn().y(),
            first.z() + across * to.alongRow().z() + down * to.alongColumn().z()
        };
    }

    private static double betweenColumns(DisplayImage image) {
        return image.spacing().map(Spacing::betweenColumns).orElse(1.0);
    }

    private static double betweenRows(DisplayImage image) {
        return image.spacing()
                .map(Spacing::betweenRows)
                .or(() -> image.proportion().map(Proportion::heightToWidth))
                .orElse(1.0);
    }
}
