package org.trabecula.app.images;

import java.util.Optional;
import org.trabecula.dicom.Dataset;
import org.trabecula.study.imaging.Hold;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReceivedInstance;

/**
 * A file that was found good, de-identified and staged.
 *
 * @param name as its sender called it
 * @param seriesUid the new one
 * @param instanceUid the new one
 * @param hold why its pixels have to be seen first
 * @param header where and which the image is in its series and how it was made, without pixels
 */
record Examined(
        String name,
        ImagingStudyId study,
        String modality,
        String seriesUid,
        int seriesNumber,
        String instanceUid,
        String sha256,
        Optional<Hold> hold,
        Dataset header) {

    ReceivedInstance instance() {
        return new ReceivedInstance(instanceUid, sha256, hold);
    }
}
