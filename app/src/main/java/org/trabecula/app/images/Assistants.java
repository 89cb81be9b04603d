package org.trabecula.app.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trabecula.assistance.volume.Point;
import org.trabecula.assistance.volume.Volume;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.Orientation;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.dicom.pixel.Position;
import org.trabecula.dicom.pixel.Spacing;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;

/**
 * Assistants that measure in the archived images of a case. They propose and never decide: a place to measure bone may be shown to a reader
 * at once, since he takes or changes it, but what they find at screws is shown only after the reader's own value is locked, and is stored
 * apart from it, never instead of it.
 */
public final class Assistants {
    private static final int FEWEST = 8;
    private static final double UNEVEN = 0.02;

    private record Slice(Position corner, Spacing spacing, int columns, int rows, short[] hu, double kilovolt) {}

    private final Viewing viewing;

    Assistants(Viewing viewing) {
        this.viewing = viewing;
    }

    /**
     * A CT series as a volume to measure in; all numbers count from 0. Empty when it is none: another modality, not axial, too few slices,
     * of different sizes, or at uneven distances (slices missing or twice).
     */
    public Optional<CtVolume> volume(ReadingCase reading, int series) {
        List<ReceivedSeries> all = viewing.merged(reading);
        return series < 0 || series >= all.size() ? Optional.empty() : volume(all.get(series));
    }

    /** A series as a volume to measure in, or empty, as above. */
    public Optional<CtVolume> volume(ReceivedSeries series) {
        if (!series.modality().equals("CT")) {
            return Optional.empty();
        }
        try {
            List<Slice> slices = new ArrayList<>();
            for (ReceivedInstance instance : series.instances()) {
                slice(viewing.read(instance.sha256())).ifPresent(slices::add);
            }
            boolean whole = slices.size() == series.instances().size() && slices.size() >= FEWEST;
            return whole ? stacked(slices) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Slice> slice(DicomFile file) {
        Optional<Position> corner = Position.of(file.dataset());
        Optional<Spacing> spacing = Spacing.of(file.dataset());
        boolean axial = Orientation.of(file.dataset())
                .filter(way -> way.alongRow().x() > 0.999 && way.alongColumn().y() > 0.999)
                .isPresent();
        if (!axial || corner.isEmpty() || spacing.isEmpty()) {
            return Optional.empty();
        }
        PixelData pixels = PixelData.of(file);
        int[] stored = pixels.stored(0);
        short[] hu = new short[stored.length];
        for (int i = 0; i < hu.length; i++) {
            hu[i] = (short) Math.clamp(Math.round(pixels.rescale().of(stored[i])), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        double kilovolt = file.dataset().decimals(Tags.KVP).stream().findFirst().orElse(0.0);
        return Optional.of(new Slice(
                corner.get(),
                spacing.get(),
                pixels.layout().columns(),
                pixels.layout().rows(),
                hu,
                kilovolt));
    }

    private static Optional<CtVolume> stacked(List<Slice> unsorted) {
        List<Slice> slices = unsorted.stream()
                .sorted(Comparator.comparingDouble(slice -> slice.corner().z()))
                .toList();
        Slice first = slices.getFirst();
        double step = (slices.getLast().corner().z() - first.corner().z()) / (slices.size() - 1);
        for (int i = 0; i < slices.size(); i++) {
            Slice slice = slices.get(i);
            boolean like = slice.columns() == first.columns()
                    && slice.rows() == first.rows()
                    && slice.spacing().equals(first.spacing())
                    && Math.abs(slice.corner().x() - first.corner().x()) < UNEVEN
                    && Math.abs(slice.corner().y() - first.corner().y()) < UNEVEN;
            double off = slice.corner().z() - first.corner().z() - i * step;
            if (!like || !(step > 0) || Math.abs(off) > UNEVEN * Math.max(1, step)) {
                return Optional.empty();
            }
        }
        Point corner =
                new Point(first.corner().x(), first.corner().y(), first.corner().z());
        Volume volume = new Volume(
                slices.stream().map(Slice::hu).toList(),
                first.columns(),
                first.rows(),
                corner,
                first.spacing().betweenColumns(),
                first.spacing().betweenRows(),
                step);
        return Optional.of(new CtVolume(volume, first.kilovolt()));
    }
}
