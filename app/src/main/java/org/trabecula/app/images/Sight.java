package org.trabecula.app.images;

import java.util.List;
import org.trabecula.dicom.pixel.DisplayImage;

/** What of an image somebody is shown: of the same size as the image, so that places on it stay what they are. */
public interface Sight {

    /**
     * The values in place of those stored.
     *
     * @param image what they belong to
     * @param at series, image and frame of the case
     * @param stored row by row; not changed
     */
    int[] of(DisplayImage image, List<Integer> at, int[] stored);
}
