package org.trabecula.app.images;

import java.util.List;
import org.trabecula.dicom.pixel.DisplayImage;

/**
 * A series as a screen needs it: numbers, and a modality from a closed list. No text of the files.
 *
 * @param images in display order
 */
public record ShownSeries(String modality, List<DisplayImage> images) {
    public ShownSeries {
        images = List.copyOf(images);
    }
}
