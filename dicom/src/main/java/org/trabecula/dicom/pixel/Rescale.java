package org.trabecula.dicom.pixel;

import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;

/** From stored values to those of the device, on CT Hounsfield units (PS3.3 section C.11.1): {@code slope · stored + intercept}. */
public record Rescale(double slope, double intercept) {

    public static final Rescale NONE = new Rescale(1, 0);

    /** Damage, not a scale; arithmetic with such numbers would leave the finite ones. */
    private static final double BEYOND_SENSE = 1e15;

    /** What the data set says; nothing is changed where it does not say both, the slope is 0, or a number is absurd. */
    public static Rescale of(Dataset dataset) {
        double slope = dataset.decimal(Tags.RESCALE_SLOPE).orElse(0);
        double intercept = dataset.decimal(Tags.RESCALE_INTERCEPT).orElse(Double.NaN);
        boolean usable = slope != 0 && Math.abs(slope) < BEYOND_SENSE && Math.abs(intercept) < BEYOND_SENSE;
        return usable ? new Rescale(slope, intercept) : NONE;
    }

    public double of(int stored) {
        return slope * stored + intercept;
    }
}
