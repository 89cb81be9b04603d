package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that a reader drew on an image, so that it can be shown again, and what follows from it.
 *
 * @param of the screw, segment or level that it is about, by name; empty when it is about none
 * @param instance the image, by its SOP Instance UID
 * @param frame the frame of the image, from 0
 * @param points as many as the shape needs
 * @param results what was computed from the points, by the program that keeps the record
 * @param scale how long a pixel is on this image; empty when nobody knows, and then nothing is in millimetres
 * @param aspect how many times as high as wide a pixel is, as the image says without stating millimetres; a length in pixels is then one in
 *     widths of a pixel. Empty when it does not say, and pixels were taken to be square
 */
public record Measurement(
        Quantity quantity,
        String of,
        String instance,
        int frame,
        List<ImagePoint> points,
        List<Result> results,
        Optional<Scale> scale,
        Optional<BigDecimal> aspect) {

    /** What was computed. */
    public enum Name {
        LENGTH,
        ANGLE,
        /** How far one endplate is shifted along the other. */
        SHIFT,
        AREA,
        MEAN,
        SD
    }

    public enum Unit {
        MM,
        MM2,
        PIXEL,
        PIXEL2,
        DEGREE,
        HU,
        /** Grey levels of an image that has no Hounsfield units. */
        GREY
    }

    /**
     * One of the things computed.
     *
     * @param value rounded to two decimals
     */
    public record Result(Name name, BigDecimal value, Unit unit) {}

    /** On an image that states millimetres, or does not say what shape its pixels have. */
    public Measurement(
            Quantity quantity,
            String of,
            String instance,
            int frame,
            List<ImagePoint> points,
            List<Result> results,
            Optional<Scale> scale) {
        this(quantity, of, instance, frame, points, results, scale, Optional.empty());
    }

    public Measurement {
        points = List.copyOf(points);
        results = List.copyOf(results);
        if (points.size() != quantity.shape().points()) {
            throw new IllegalArgumentException(
                    quantity + " has " + quantity.shape().points() + " points, not " + points.size());
        }
        if (frame < 0) {
            throw new IllegalArgumentException("Frames count from 0");
        }
    }

    /** Whether nobody knows the shape of the pixels, so that angles are as if they were square. */
    public boolean approximate() {
        return aspect.isEmpty()
                && scale.filter(one -> one.source() == Scale.Source.IMAGE).isEmpty();
    }

    public Optional<Result> result(Name name) {
        return results.stream().filter(result -> result.name() == name).findFirst();
    }

    /** A result in this unit; empty when there is none, or in another unit only. */
    public Optional<BigDecimal> value(Name name, Unit unit) {
        return result(name).filter(result -> result.unit() == unit).map(Result::value);
    }
}
