package org.trabecula.app.images;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.FrameHeaders;
import org.trabecula.dicom.pixel.Orientation;
import org.trabecula.dicom.pixel.Position;
import org.trabecula.dicom.pixel.Spacing;
import org.trabecula.study.imaging.ReceivedSeries;

/**
 * A CT series as its headers tell it: axial slices of one size at even steps, from the feet up, one in each file or several. Pixels are not needed to refuse one.
 *
 * @param step mm from slice to slice
 */
record SliceStack(List<Slice> slices, double step) {
    private static final int FEWEST = 8;
    private static final double UNEVEN = 0.02;
    private static final double UPRIGHT = 0.999;

    /**
     * One slice.
     *
     * @param place in the series
     * @param sha256 of its file
     */
    record Slice(
            CtVolume.Place place,
            String sha256,
            Position corner,
            Spacing spacing,
            int columns,
            int rows,
            double kilovolt) {
        boolean like(Slice other) {
            return columns == other.columns
                    && rows == other.rows
                    && spacing.equals(other.spacing)
                    && Math.abs(corner.x() - other.corner.x()) < UNEVEN
                    && Math.abs(corner.y() - other.corner.y()) < UNEVEN;
        }
    }

    /** The stack, or why there is none. */
    sealed interface Told {
        record Even(SliceStack stack) implements Told {}

        record Not(Gathered.Why why) implements Told {}
    }

    static Told of(ReceivedSeries series, Headers headers) throws IOException {
        if (!series.modality().equals("CT")) {
            return new Told.Not(Gathered.Why.NOT_CT);
        }
        List<Slice> slices = new ArrayList<>();
        for (int image = 0; image < series.instances().size(); image++) {
            String sha256 = series.instances().get(image).sha256();
            Dataset file = headers.of(sha256);
            List<Dataset> frames = FrameHeaders.of(file);
            if (file.integer(Tags.NUMBER_OF_FRAMES).orElse(1) != frames.size()) {
                return new Told.Not(Gathered.Why.ONE_FILE);
            }
            for (int frame = 0; frame < frames.size(); frame++) {
                Dataset header = frames.get(frame);
                Optional<Gathered.Why> flaw = flaw(header);
                if (flaw.isPresent()) {
                    return new Told.Not(flaw.get());
                }
                slices.add(slice(new CtVolume.Place(image, frame), sha256, header));
            }
        }
        return slices.size() < FEWEST ? new Told.Not(Gathered.Why.TOO_FEW) : stacked(slices);
    }

    private static Optional<Gathered.Why> flaw(Dataset header) {
        if (header.string(Tags.LOSSY_IMAGE_COMPRESSION).filter("01"::equals).isPresent()) {
            return Optional.of(Gathered.Why.LOSSY);
        }
        boolean rescaled = header.decimal(Tags.RESCALE_SLOPE).orElse(0) != 0
                && header.decimal(Tags.RESCALE_INTERCEPT).isPresent();
        if (!rescaled) {
            return Optional.of(Gathered.Why.NO_HOUNSFIELD);
        }
        if (Spacing.of(header).isEmpty()) {
            return Optional.of(Gathered.Why.UNCALIBRATED);
        }
        boolean axial = Orientation.of(header)
                .filter(way -> way.alongRow().x() > UPRIGHT && way.alongColumn().y() > UPRIGHT)
                .isPresent();
        return axial && Position.of(header).isPresent() ? Optional.empty() : Optional.of(Gathered.Why.NOT_AXIAL);
    }

    private static Slice slice(CtVolume.Place place, String sha256, Dataset header) {
        return new Slice(
                place,
                sha256,
                Position.of(header).orElseThrow(),
                Spacing.of(header).orElseThrow(),
                header.integer(Tags.COLUMNS).orElse(0),
                header.integer(Tags.ROWS).orElse(0),
                header.decimal(Tags.KVP).orElse(0));
    }

    private static Told stacked(List<Slice> unsorted) {
        List<Slice> slices = unsorted.stream()
                .sorted(Comparator.comparingDouble(slice -> slice.corner().z()))
                .toList();
        Slice first = slices.getFirst();
        double step = (slices.getLast().corner().z() - first.corner().z()) / (slices.size() - 1);
        if (!slices.stream().allMatch(first::like)) {
            return new Told.Not(Gathered.Why.UNLIKE);
        }
        for (int i = 0; i < slices.size(); i++) {
            double off = slices.get(i).corner().z() - first.corner().z() - i * step;
            if (!(step > 0) || Math.abs(off) > UNEVEN * Math.max(1, step)) {
                return new Told.Not(Gathered.Why.UNEVEN);
            }
        }
        return new Told.Even(new SliceStack(slices, step));
    }

    List<StoredSlices.Place> stored() {
        return slices.stream()
                .map(one -> new StoredSlices.Place(one.sha256(), one.place().frame()))
                .toList();
    }
}
