package org.trabecula.dicom.identity;

import java.util.Locale;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tags;

/** Suspicion of names and numbers drawn into the pixels, by the header alone. Silence of the header is no proof of clean pixels. */
public final class BurnedIn {

    private BurnedIn() {}

    /**
     * Whether the header gives reason to look at the pixels first: it says so (Burned In Annotation YES), the object is a secondary capture
     * or a converted film or screen, or the image type names a saved screen.
     */
    public static boolean mayCarryText(Dataset dataset) {
        boolean said = dataset.string(Tags.BURNED_IN_ANNOTATION)
                .filter(value -> !value.equalsIgnoreCase("NO"))
                .isPresent();
        boolean captured = dataset.string(Tags.SOP_CLASS_UID)
                .filter(SopClass::isSecondaryCapture)
                .isPresent();
        boolean converted = dataset.string(Tags.CONVERSION_TYPE).isPresent();
        boolean screen = dataset.strings(Tags.IMAGE_TYPE).stream()
                .map(type -> type.toUpperCase(Locale.ROOT))
                .anyMatch(type -> type.contains("SCREEN") || type.contains("CAPTURE"));
        return said || captured || converted || screen;
    }
}
