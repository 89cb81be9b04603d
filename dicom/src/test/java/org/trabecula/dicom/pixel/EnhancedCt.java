package org.trabecula.dicom.pixel;

import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;

/**
 * A small enhanced CT (PS3.3 section A.38) with those functional groups that say what a plain CT says in its header, and no others: a
 * scanner writes more.
 */
public final class EnhancedCt {
    private static final int SIDE = 16;

    private EnhancedCt() {}

    /**
     * Axial slices on top of each other.
     *
     * @param thicknessMm of each, as it is said
     * @param incrementMm from one to the next
     */
    public static DicomFile of(int slices, double thicknessMm, double incrementMm) {
        return DicomFile.of(header(slices)
                .put(Tag.named("SharedFunctionalGroupsSequence"), List.of(shared(thicknessMm)))
                .put(
                        Tag.named("PerFrameFunctionalGroupsSequence"),
                        IntStream.range(0, slices)
                                .mapToObj(slice -> frame(slice, incrementMm))
                                .toList())
                .put(Tags.PIXEL_DATA, new byte[slices * SIDE * SIDE * 2])
                .build());
    }

    private static DatasetBuilder header(int slices) {
        return Dataset.builder()
                .put(Tags.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "VOLUME", "NONE")
                .put(Tags.SOP_CLASS_UID, SopClass.ENHANCED_CT)
                .put(Tags.SOP_INSTANCE_UID, "2.25.9301")
                .put(Tags.STUDY_INSTANCE_UID, "2.25.9302")
                .put(Tags.SERIES_INSTANCE_UID, "2.25.9303")
                .put(Tags.FRAME_OF_REFERENCE_UID, "2.25.9304")
                .put(Tags.MODALITY, "CT")
                .put(Tags.MANUFACTURER, "Maker")
                .put(Tags.PATIENT_NAME, "Enhanced^Enid")
                .put(Tags.PATIENT_ID, "ENHANCED-1")
                .put(Tags.SERIES_NUMBER, 1)
                .put(Tags.INSTANCE_NUMBER, 1)
                .put(Tags.NUMBER_OF_FRAMES, slices)
                .put(Tags.SAMPLES_PER_PIXEL, 1)
                .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .put(Tags.ROWS, SIDE)
                .put(Tags.COLUMNS, SIDE)
                .put(Tags.BITS_ALLOCATED, 16)
                .put(Tags.BITS_STORED, 12)
                .put(Tags.HIGH_BIT, 11)
                .put(Tags.PIXEL_REPRESENTATION, 0)
                .put(Tags.LOSSY_IMAGE_COMPRESSION, "00");
    }

    private static Dataset shared(double thicknessMm) {
        return Dataset.builder()
                .put(
                        Tag.named("PixelMeasuresSequence"),
                        List.of(Dataset.builder()
                                .put(Tags.SLICE_THICKNESS, thicknessMm)
                                .put(Tags.PIXEL_SPACING, 0.6, 0.5)
                                .build()))
                .put(
                        Tag.named("PlaneOrientationSequence"),
                        List.of(Dataset.builder()
                                .put(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                                .build()))
                .put(
                        Tag.named("CTXRayDetailsSequence"),
                        List.of(Dataset.builder().put(Tags.KVP, 120.0).build()))
                .put(
                        Tag.named("CTReconstructionSequence"),
                        List.of(Dataset.builder()
                                .put(Tags.CONVOLUTION_KERNEL, "Br59")
                                .build()))
                .put(
                        Tag.named("PixelValueTransformationSequence"),
                        List.of(Dataset.builder()
                                .put(Tags.RESCALE_INTERCEPT, -1024.0)
                                .put(Tags.RESCALE_SLOPE, 1.0)
                                .put(Tag.named("RescaleType"), "HU")
                                .build()))
                .build();
    }

    private static Dataset frame(int slice, double incrementMm) {
        return Dataset.builder()
                .put(
                        Tag.named("PlanePositionSequence"),
                        List.of(Dataset.builder()
                                .put(Tags.IMAGE_POSITION_PATIENT, -4.0, -4.0, slice * incrementMm)
                                .build()))
                .build();
    }
}
