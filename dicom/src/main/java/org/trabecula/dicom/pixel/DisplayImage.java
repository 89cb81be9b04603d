package org.trabecula.dicom.pixel;

import java.util.Optional;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;

/**
 * All that a screen needs in order to show an image, and nothing that tells whose it is: numbers only, no text, no date, no identifier.
 * Meant for readers who must not know more. The pixels themselves come from {@link PixelData#bytes}.
 *
 * @param windowCenter the window the file proposes, else one that shows the whole first frame
 * @param position millimetres in the patient's coordinates, cross-sections only
 */
public record DisplayImage(
        int rows,
        int columns,
        int bitsAllocated,
        int bitsStored,
        boolean signed,
        Photometric photometric,
        double slope,
        double intercept,
        double windowCenter,
        double windowWidth,
        Optional<Spacing> spacing,
        Optional<Position> position,
        Optional<Orientation> orientation,
        int instanceNumber,
        int frames) {

    /** The display attributes of a file with grey pixels; fails as {@link PixelData} does. */
    public static DisplayImage of(DicomFile file) {
        return of(file.dataset(), PixelData.of(file));
    }

    /** The display attributes of a data set whose pixels are already at hand. */
    public static DisplayImage of(Dataset dataset, PixelData pixels) {
        PixelLayout layout = pixels.layout();
        Dataset said = FrameHeaders.common(dataset);
        Window window = Window.of(said).orElseGet(() -> pixels.fullWindow(0));
        return new DisplayImage(
                layout.rows(),
                layout.columns(),
                layout.bitsAllocated(),
                layout.bitsStored(),
                layout.signed(),
                layout.photometric(),
                pixels.rescale().slope(),
                pixels.rescale().intercept(),
                window.center(),
                window.width(),
                Spacing.of(said),
                Position.of(said),
                Orientation.of(said),
                dataset.integer(Tags.INSTANCE_NUMBER).orElse(0),
                layout.frames());
    }
}
