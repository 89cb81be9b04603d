package org.trabecula.dicom.pixel;

import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;

/**
 * Millimetres in the body between the centres of neighbouring pixels; it exists only where it is known. On cross-sections Pixel Spacing
 * says it (PS3.3 section 10.7.1.1). On projection images Pixel Spacing counts only when it was calibrated (section 10.7.1.3), since otherwise
 * it is the spacing of the detector. Zero, missing or half a value is not a spacing.
 */
public record Spacing(double betweenRows, double betweenColumns) {

    private static final List<String> CROSS_SECTIONS = List.of("CT", "MR", "PT");

    public Spacing {
        if (!(betweenRows > 0)
                || !(betweenColumns > 0)
                || !Double.isFinite(betweenRows)
                || !Double.isFinite(betweenColumns)) {
            throw new IllegalArgumentException(
                    "A spacing is above 0 mm, not " + betweenRows + " by " + betweenColumns + ".");
        }
    }

    public static Optional<Spacing> of(Dataset dataset) {
        boolean known =
                dataset.string(Tags.MODALITY).filter(CROSS_SECTIONS::contains).isPresent()
                        || dataset.string(Tags.PIXEL_SPACING_CALIBRATION_TYPE)
                                .filter(List.of("GEOMETRY", "FIDUCIAL")::contains)
                                .isPresent();
        List<Double> spacing = dataset.decimals(Tags.PIXEL_SPACING);
        boolean whole = spacing.size() == 2 && spacing.get(0) > 0 && spacing.get(1) > 0;
        return known && whole ? Optional.of(new Spacing(spacing.get(0), spacing.get(1))) : Optional.empty();
    }
}
