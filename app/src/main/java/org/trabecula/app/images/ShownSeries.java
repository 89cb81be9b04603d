package org.trabecula.app.images;

import java.util.List;
import java.util.stream.Stream;
import org.trabecula.dicom.pixel.DisplayImage;

/**
 * A series as a screen needs it: numbers, and a modality from a closed list. No text of the files.
 *
 * @param images in display order, each with its frames as they lie in its file
 */
public record ShownSeries(String modality, List<List<DisplayImage>> images) {
    public ShownSeries {
        images = images.stream().map(List::copyOf).toList();
    }

    /** Both count from 0. */
    public DisplayImage frame(int image, int frame) {
        return images.get(image).get(frame);
    }

    /** Of all images. */
    public Stream<DisplayImage> frames() {
        return images.stream().flatMap(List::stream);
    }
}
