package org.trabecula.dicom.pixel;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;

/**
 * All that a screen needs in order to show a frame, and nothing that tells whose it is: numbers only, no text, no date, no identifier.
 * Meant for readers who must not know more. The pixels themselves come from {@link PixelData#bytes}.
 *
 * @param windowCenter the window the file proposes, else the first that it proposes for any frame, else one that shows the whole first frame
 * @param proportion of a pixel, which can be known without millimetres
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
        Optional<Proportion> proportion,
        Optional<Position> position,
        Optional<Orientation> orientation,
        int instanceNumber) {

    /** The display attributes of each frame of a file with grey pixels; fails as {@link PixelData} does. */
    public static List<DisplayImage> of(DicomFile file) {
        return of(file.dataset(), PixelData.of(file));
    }

    /** The display attributes of the frames of a data set whose pixels are already at hand. */
    public static List<DisplayImage> of(Dataset dataset, PixelData pixels) {
        List<Dataset> headers = FrameHeaders.of(dataset);
        if (headers.size() != pixels.frames()) {
            Dataset common = FrameHeaders.common(dataset);
            return Collections.nCopies(pixels.frames(), of(common, pixels, 0, window(List.of(common), pixels)));
        }
        Window otherwise = window(headers, pixels);
        return IntStream.range(0, headers.size())
                .mapToObj(frame -> of(headers.get(frame), pixels, frame, otherwise))
                .toList();
    }

    /** For frames that propose none: that of the first that does, else one that shows all that the first frame has. */
    private static Window window(List<Dataset> headers, PixelData pixels) {
        return headers.stream()
                .flatMap(said -> Window.of(said).stream())
                .findFirst()
                .orElseGet(() -> pixels.fullWindow(0));
    }

    private static DisplayImage of(Dataset said, PixelData pixels, int frame, Window otherwise) {
        PixelLayout layout = pixels.layout();
        Rescale rescale = pixels.rescale(frame);
        Window window = Window.of(said).orElse(otherwise);
        return new DisplayImage(
                layout.rows(),
                layout.columns(),
                layout.bitsAllocated(),
                layout.bitsStored(),
                layout.signed(),
                layout.photometric(),
                rescale.slope(),
                rescale.intercept(),
                window.center(),
                window.width(),
                Spacing.of(said),
                Proportion.of(said),
                Position.of(said),
                Orientation.of(said),
                said.integer(Tags.INSTANCE_NUMBER).orElse(0));
    }
}
