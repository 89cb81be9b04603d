package org.trabecula.app.images;

import java.math.BigDecimal;
import java.util.Optional;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.study.imaging.ImagePoint;

/**
 * One frame of an archived image, for measuring on it.
 *
 * @param instance its SOP Instance UID
 * @param hounsfield whether its values are Hounsfield units that can be trusted: a CT that no lossy compression went over
 * @param kvp peak voltage of the tube
 */
public record MeasurableFrame(
        String instance,
        int frame,
        DisplayImage image,
        PixelData pixels,
        boolean hounsfield,
        Optional<BigDecimal> kvp) {

    /** How far samples stand apart along a stroke, and how far the stroke is followed beyond its ends, in its lengths. */
    private static final double SAMPLE = 0.25;

    private static final double BEYOND = 0.5;

    /**
     * What the pixels of a region come to.
     *
     * @param sd standard deviation of the sample; 0 for a single pixel
     */
    public record Region(int pixels, double mean, double sd) {}

    public boolean holds(ImagePoint point) {
        return point.column() >= -0.5
                && point.row() >= -0.5
                && point.column() <= image.columns() - 0.5
                && point.row() <= image.rows() - 0.5;
    }

    /** The rescaled values whose pixels have their centre in the ellipse that fills a rectangle; empty when there is none. */
    public Optional<Region> ellipse(ImagePoint corner, ImagePoint opposite) {
        double column = (corner.column() + opposite.column()) / 2;
        double row = (corner.row() + opposite.row()) / 2;
        double across = Math.abs(corner.column() - opposite.column()) / 2;
        double down = Math.abs(corner.row() - opposite.row()) / 2;
        int[] stored = pixels.stored(frame);
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (int r = Math.max(0, (int) Math.ceil(row - down)); r <= Math.min(image.rows() - 1, row + down); r++) {
            for (int c = Math.max(0, (int) Math.ceil(column - across));
                    c <= Math.min(image.columns() - 1, column + across);
                    c++) {
                if (Math.pow((c - column) / across, 2) + Math.pow((r - row) / down, 2) <= 1) {
                    double value = pixels.rescale(frame).of(stored[r * image.columns() + c]);
                    count++;
                    sum += value;
                    squares += value * value;
                }
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        double mean = sum / count;
        double variance = count > 1 ? Math.max(0, (squares - count * mean * mean) / (count - 1)) : 0;
        return Optional.of(new Region(count, mean, Math.sqrt(variance)));
    }

    /**
     * How many pixels the edges along a stroke are blurred over: the whole rise of the grey values along the stroke and a half of
     * it beyond each end, over the steepest. At least 1.
     */
    public double blur(ImagePoint from, ImagePoint to) {
        int[] stored = pixels.stored(frame);
        double length = Math.hypot(to.column() - from.column(), to.row() - from.row());
        int samples = (int) Math.ceil(length * (1 + 2 * BEYOND) / SAMPLE) + 1;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double steepest = 0;
        double before = Double.NaN;
        for (int i = 0; i < samples; i++) {
            double along = i * SAMPLE / length - BEYOND;
            double value = between(
                    stored,
                    from.column() + along * (to.column() - from.column()),
                    from.row() + along * (to.row() - from.row()));
            least = Math.min(least, value);
            most = Math.max(most, value);
            steepest = i == 0 ? 0 : Math.max(steepest, Math.abs(value - before) / SAMPLE);
            before = value;
        }
        return steepest > 0 ? Math.max(1, (most - least) / steepest) : 1;
    }

    private double between(int[] stored, double column, double row) {
        double c = Math.clamp(column, 0, image.columns() - 1.0);
        double r = Math.clamp(row, 0, image.rows() - 1.0);
        int left = Math.min((int) c, Math.max(0, image.columns() - 2));
        int top = Math.min((int) r, Math.max(0, image.rows() - 2));
        double right = c - left;
        double below = r - top;
        return (at(stored, left, top) * (1 - right) + at(stored, left + 1, top) * right) * (1 - below)
                + (at(stored, left, top + 1) * (1 - right) + at(stored, left + 1, top + 1) * right) * below;
    }

    private double at(int[] stored, int column, int row) {
        int c = Math.min(column, image.columns() - 1);
        int r = Math.min(row, image.rows() - 1);
        return pixels.rescale(frame).of(stored[r * image.columns() + c]);
    }
}
