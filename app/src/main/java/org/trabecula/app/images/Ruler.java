package org.trabecula.app.images;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Measurement.Name;
import org.trabecula.study.imaging.Measurement.Result;
import org.trabecula.study.imaging.Measurement.Unit;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.Scale;
import org.trabecula.study.imaging.Steps;

/** Computes from what was drawn, and from the pixels themselves, what it measures. */
public final class Ruler {
    /** The standard uncertainty of an edge that lies somewhere within a width of 1: 1/√12, for two edges √2 of it. */
    private static final double TWO_EDGES = Math.sqrt(2.0 / 12);

    private static final int DECIMALS = 2;

    private Ruler() {}

    /** A stroke across something of known width, mm. */
    public record Stroke(ImagePoint from, ImagePoint to, double mm) {}

    /** What the image itself says; empty for a radiograph that is not calibrated. */
    public static Optional<Scale> stated(MeasurableFrame on) {
        return on.image().spacing().map(spacing -> Scale.stated(spacing.betweenRows(), spacing.betweenColumns()));
    }

    /**
     * The millimetres of an image by strokes across implants in it; pixels have the shape that the image says, else they are taken to be
     * square. The uncertainty joins what the blur of
     * the edges leaves open with the scatter of the strokes.
     */
    public static Optional<Scale> byImplant(MeasurableFrame on, List<Stroke> strokes) {
        if (strokes.isEmpty()) {
            return Optional.empty();
        }
        double[] factors = strokes.stream()
                .mapToDouble(stroke -> stroke.mm() / pixels(on).length(stroke.from(), stroke.to()))
                .toArray();
        double sum = 0;
        double blur = 0;
        for (int i = 0; i < factors.length; i++) {
            Stroke stroke = strokes.get(i);
            sum += factors[i];
            blur += TWO_EDGES * on.blur(stroke.from(), stroke.to()) / Steps.PIXELS.length(stroke.from(), stroke.to());
        }
        double factor = sum / factors.length;
        double scatter = scatter(factors, factor);
        BigDecimal error = BigDecimal.valueOf(Math.hypot(blur / factors.length, scatter / factor))
                .setScale(3, RoundingMode.UP);
        double kept =
                BigDecimal.valueOf(factor).setScale(6, RoundingMode.HALF_UP).doubleValue();
        double rows = BigDecimal.valueOf(kept * pixels(on).betweenRows())
                .setScale(6, RoundingMode.HALF_UP)
                .doubleValue();
        return Optional.of(new Scale(Scale.Source.IMPLANT, rows, kept, Optional.of(error)));
    }

    /** The shape of the pixels, as far as the image says it and no millimetres. */
    public static Optional<BigDecimal> aspect(DisplayImage image) {
        return image.proportion()
                .filter(_ -> image.spacing().isEmpty())
                .map(known -> new BigDecimal(BigDecimal.valueOf(known.heightToWidth())
                        .setScale(6, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()));
    }

    /** In widths of a pixel. */
    private static Steps pixels(MeasurableFrame on) {
        return aspect(on.image())
                .map(aspect -> Steps.shaped(aspect.doubleValue()))
                .orElse(Steps.PIXELS);
    }

    /** The standard error of the mean; 0 for a single one, which tells nothing of it. */
    private static double scatter(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length);
    }

    /** The measurement; empty when an ellipse holds no pixel or a line has no length. */
    public static Optional<Measurement> measure(
            Quantity quantity, String of, MeasurableFrame on, List<ImagePoint> points, Optional<Scale> scale) {
        List<Result> results = results(quantity, on, points, scale);
        return results.isEmpty()
                ? Optional.empty()
                : Optional.of(new Measurement(
                        quantity, of, on.instance(), on.frame(), points, results, scale, aspect(on.image())));
    }

    private static List<Result> results(
            Quantity quantity, MeasurableFrame on, List<ImagePoint> points, Optional<Scale> scale) {
        Steps steps = scale.map(Scale::steps).orElseGet(() -> pixels(on));
        Unit length = scale.isPresent() ? Unit.MM : Unit.PIXEL;
        if (degenerate(quantity, points)) {
            return List.of();
        }
        return switch (quantity.shape()) {
            case LENGTH -> {
                boolean stroke = quantity == Quantity.STROKE;
                Steps by = stroke ? pixels(on) : steps;
                yield List.of(
                        result(Name.LENGTH, by.length(points.get(0), points.get(1)), stroke ? Unit.PIXEL : length));
            }
            case ANGLE ->
                List.of(result(Name.ANGLE, steps.angle(points.get(0), points.get(1), points.get(2)), Unit.DEGREE));
            case LINES ->
                List.of(
                        result(Name.ANGLE, steps.tilt(points), Unit.DEGREE),
                        result(Name.SHIFT, steps.shift(points), length));
            case ELLIPSE -> ellipse(on, points, steps, scale.isPresent() ? Unit.MM2 : Unit.PIXEL2);
        };
    }

    private static List<Result> ellipse(MeasurableFrame on, List<ImagePoint> points, Steps steps, Unit area) {
        Unit grey = on.hounsfield() ? Unit.HU : Unit.GREY;
        return on.ellipse(points.get(0), points.get(1))
                .map(region -> List.of(
                        result(Name.MEAN, region.mean(), grey),
                        result(Name.SD, region.sd(), grey),
                        result(Name.AREA, steps.area(points.get(0), points.get(1)), area)))
                .orElse(List.of());
    }

    /** Whether two neighbouring points of a line fall together. */
    private static boolean degenerate(Quantity quantity, List<ImagePoint> points) {
        return switch (quantity.shape()) {
            case LENGTH -> points.get(0).equals(points.get(1));
            case ANGLE -> points.get(0).equals(points.get(1)) || points.get(2).equals(points.get(1));
            case LINES -> points.get(0).equals(points.get(1)) || points.get(2).equals(points.get(3));
            case ELLIPSE ->
                points.get(0).column() == points.get(1).column()
                        || points.get(0).row() == points.get(1).row();
        };
    }

    private static Result result(Name name, double value, Unit unit) {
        return new Result(name, BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP), unit);
    }
}
