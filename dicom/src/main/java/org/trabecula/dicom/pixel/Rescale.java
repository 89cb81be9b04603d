package org.trabecula.dicom.pixel;

import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;

/** From stored values to those of the device, on CT Hounsfield units (PS3.3 section C.11.1): {@code slope · stored + intercept}. */
public record Rescale(double slope, double intercept) {

    public static final Rescale NONE = new Rescale(1, 0);

    /** What the data set says; nothing is changed where it does not say both, or the slope is 0. */
    public static Rescale of(Dataset dataset) {
        double slope = dataset.decimal(Tags.RESCALE_SLOPE).orElse(0);
        boolean usable = slope != 0 && dataset.decimal(Tags.RESCALE_INTERCEPT).isPresent();
        return usable
                ? new Rescale(slope, dataset.decimal(Tags.RESCALE_INTERCEPT).getAsDouble())
                : NONE;
    }

    public double of(int stored) {
        return slope * stored + intercept;
    }
}
