package org.trabecula.dicom.pixel;

import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;

/**
 * The range of rescaled values that is spread from black to white (PS3.3 section C.11.2.1.2.1, function LINEAR).
 *
 * @param width at least 1
 */
public record Window(double center, double width) {

    public Window {
        if (!(width >= 1) || !Double.isFinite(width) || !Double.isFinite(center)) {
            throw new IllegalArgumentException("A window is at least 1 wide, not " + width + " around " + center + ".");
        }
    }

    /** The first window that the data set proposes, if it makes sense. */
    public static Optional<Window> of(Dataset dataset) {
        OptionalDouble center = dataset.decimal(Tags.WINDOW_CENTER);
        OptionalDouble width = dataset.decimal(Tags.WINDOW_WIDTH);
        return center.isPresent() && width.isPresent() && width.getAsDouble() >= 1
                ? Optional.of(new Window(center.getAsDouble(), width.getAsDouble()))
                : Optional.empty();
    }

    /** The window in which {@code black} is just black and {@code white} just white. */
    public static Window between(double black, double white) {
        double width = Math.max(1, white - black + 1);
        return new Window(black + (width - 1) / 2 + 0.5, width);
    }

    /** 0 for black to 255 for white. */
    public int level(double value) {
        double half = (width - 1) / 2;
        if (value <= center - 0.5 - half) {
            return 0;
        }
        if (value > center - 0.5 + half) {
            return 255;
        }
        return (int) Math.round(((value - (center - 0.5)) / (width - 1) + 0.5) * 255);
    }
}
