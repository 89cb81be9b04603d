package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How long a pixel is, and how that is known.
 *
 * @param betweenRows millimetres in the body from row to row
 * @param betweenColumns the same from column to column
 * @param relativeError standard uncertainty of both as a share; empty where the image itself states them
 */
public record Scale(Source source, double betweenRows, double betweenColumns, Optional<BigDecimal> relativeError) {

    /** Who says so. */
    public enum Source {
        /** The image: a cross-section, or a radiograph that was calibrated. */
        IMAGE,
        /** A screw of known diameter that the reader drew across. */
        IMPLANT
    }

    public Scale {
        if (!(betweenRows > 0)
                || !(betweenColumns > 0)
                || !Double.isFinite(betweenRows)
                || !Double.isFinite(betweenColumns)) {
            throw new IllegalArgumentException("A pixel is longer than nothing");
        }
    }

    public static Scale stated(double betweenRows, double betweenColumns) {
        return new Scale(Source.IMAGE, betweenRows, betweenColumns, Optional.empty());
    }

    public Steps steps() {
        return new Steps(betweenRows, betweenColumns);
    }
}
