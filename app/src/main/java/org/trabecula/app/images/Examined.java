package org.trabecula.app.images;

import org.trabecula.dicom.Dataset;
import org.trabecula.study.imaging.ImagingStudyId;

/**
 * A file that was found good, de-identified and staged.
 *
 * @param name as its sender called it
 * @param seriesUid the new one
 * @param instanceUid the new one
 * @param place where and which the image is in its series, without pixels
 */
record Examined(
        String name,
        ImagingStudyId study,
        String modality,
        String seriesUid,
        int seriesNumber,
        String instanceUid,
        String sha256,
        Dataset place) {}
