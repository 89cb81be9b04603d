package org.trabecula.dicom.identity;

import java.util.Locale;
import java.util.Optional;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tags;

/** Suspicion of names and numbers drawn into the pixels, by the header alone. Silence of the header is no proof of clean pixels. */
public final class BurnedIn {

    /** What in a header gives reason to look at the pixels first. */
    public enum Suspicion {
        /** Burned In Annotation says anything but NO. */
        SAID,
        /** A secondary capture, a converted film or screen, or an image type that names a saved screen. */
        CAPTURED
    }

    private BurnedIn() {}

    public static boolean mayCarryText(Dataset dataset) {
        return suspicion(dataset).isPresent();
    }

    /** Why the pixels should be looked at first, as far as the header tells. */
    public static Optional<Suspicion> suspicion(Dataset dataset) {
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
        if (said) {
            return Optional.of(Suspicion.SAID);
        }
        return captured || converted || screen ? Optional.of(Suspicion.CAPTURED) : Optional.empty();
    }
}
