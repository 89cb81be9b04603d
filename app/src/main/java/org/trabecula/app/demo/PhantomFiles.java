package org.trabecula.app.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.simulation.phantom.Vec;
import org.trabecula.simulation.phantom.XRay;

/** Images of a phantom as DICOM files: a CT (PS3.3 section A.3) or a digital radiograph for presentation (A.26). */
final class PhantomFiles {
    private static final String TIME = "120000";
    private static final String BONE_KERNEL = "PHANTOM-BONE";
    private static final int BONE_CENTER = 400;
    private static final int BONE_WIDTH = 2000;

    private PhantomFiles() {}

    /**
     * How to make the slices of a scan, from the feet.
     *
     * @param series its number among the scans of the examination, from 1
     */
    static List<Callable<byte[]>> ct(Examinee who, int series, Scan scan) {
        return IntStream.range(0, scan.count())
                .<Callable<byte[]>>mapToObj(slice -> () -> slice(who, series, scan, slice))
                .toList();
    }

    private static byte[] slice(Examinee who, int series, Scan scan, int slice) {
        Scanner scanner = scan.scanner();
        Vec corner = scan.corner(slice);
        DatasetBuilder image = begun(who, SopClass.CT, "CT", series, slice + 1)
                .put(Tags.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .put(Tags.FRAME_OF_REFERENCE_UID, who.uid("frame"))
                .putEmpty(Tag.named("PositionReferenceIndicator"))
                .put(Tags.PATIENT_POSITION, "HFS")
                .put(Tag.named("AcquisitionNumber"), 1)
                .put(Tags.KVP, scanner.kilovolt())
                .put(Tags.CONVOLUTION_KERNEL, BONE_KERNEL)
                .put(Tags.SLICE_THICKNESS, scanner.thickness())
                .put(Tag.named("SpacingBetweenSlices"), scanner.increment())
                .put(Tags.PIXEL_SPACING, scanner.pixel(), scanner.pixel())
                .put(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .put(Tags.IMAGE_POSITION_PATIENT, corner.x(), corner.y(), corner.z())
                .put(Tags.PIXEL_REPRESENTATION, 1)
                .put(Tags.RESCALE_SLOPE, 1)
                .put(Tags.RESCALE_INTERCEPT, 0)
                .put(Tag.named("RescaleType"), "HU")
                .put(Tags.WINDOW_CENTER, BONE_CENTER)
                .put(Tags.WINDOW_WIDTH, BONE_WIDTH);
        return file(image, scanner.rows(), scanner.columns(), scan.slice(slice));
    }

    /** One radiograph, calibrated for the plane through the middle of the spine. */
    static byte[] radiograph(Examinee who, XRay xray, Phantom phantom, Projection projection) {
        double onDetector = xray.pixel() * XRay.magnification();
        DatasetBuilder image = begun(who, SopClass.DIGITAL_X_RAY_FOR_PRESENTATION, "DX", projection.series(), 1)
                .put(Tags.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "")
                .put(Tag.named("PresentationIntentType"), "FOR PRESENTATION")
                .put(Tag.named("PatientOrientation"), projection.view() == XRay.View.SIDE ? "P" : "L", "F")
                .put(Tag.named("ImageLaterality"), "U")
                .put(Tag.named("AnatomicRegionSequence"), List.of(code("122496007", "Lumbar spine")))
                .putEmpty(Tag.named("AcquisitionContextSequence"))
                .put(Tags.VIEW_POSITION, projection.position())
                .put(Tags.KVP, projection.view().kilovolt())
                .put(Tag.named("DetectorType"), "SCINTILLATOR")
                .put(Tag.named("DistanceSourceToDetector"), XRay.toDetector())
                .put(Tag.named("DistanceSourceToPatient"), XRay.toSpine())
                .put(Tag.named("EstimatedRadiographicMagnificationFactor"), XRay.magnification())
                .put(Tag.named("ImagerPixelSpacing"), onDetector, onDetector)
                .put(Tags.PIXEL_SPACING, xray.pixel(), xray.pixel())
                .put(Tags.PIXEL_SPACING_CALIBRATION_TYPE, "GEOMETRY")
                .put(Tag.named("PixelSpacingCalibrationDescription"), "Plane through the middle of the spine")
                .putEmpty(Tag.named("PositionerType"))
                .put(Tag.named("PixelIntensityRelationship"), "LOG")
                .put(Tag.named("PixelIntensityRelationshipSign"), 1)
                .put(Tags.PIXEL_REPRESENTATION, 0)
                .put(Tags.RESCALE_SLOPE, 1)
                .put(Tags.RESCALE_INTERCEPT, 0)
                .put(Tag.named("RescaleType"), "US")
                .put(Tag.named("PresentationLUTShape"), "IDENTITY")
                .put(Tags.LOSSY_IMAGE_COMPRESSION, "00")
                .put(Tags.WINDOW_CENTER, (XRay.WHITE + 1) / 2)
                .put(Tags.WINDOW_WIDTH, XRay.WHITE + 1);
        short[] stored = xray.of(phantom, projection.view(), projection.posture());
        return file(image, xray.rows(), xray.columns(), stored);
    }

    private static Dataset code(String value, String meaning) {
        return Dataset.builder()
                .put(Tags.CODE_VALUE, value)
                .put(Tags.CODING_SCHEME_DESIGNATOR, "SCT")
                .put(Tags.CODE_MEANING, meaning)
                .build();
    }

    private static DatasetBuilder begun(Examinee who, String kind, String modality, int series, int instance) {
        String day = who.on().format(DateTimeFormatter.BASIC_ISO_DATE);
        return Dataset.builder()
                .put(Tags.SOP_CLASS_UID, kind)
                .put(Tags.SOP_INSTANCE_UID, who.uid("image/" + series + "/" + instance))
                .put(Tags.STUDY_INSTANCE_UID, who.uid("study"))
                .put(Tags.SERIES_INSTANCE_UID, who.uid("series/" + series))
                .put(Tags.STUDY_DATE, day)
                .put(Tags.STUDY_TIME, TIME)
                .put(Tags.CONTENT_DATE, day)
                .put(Tags.CONTENT_TIME, TIME)
                .putEmpty(Tags.ACCESSION_NUMBER)
                .putEmpty(Tags.REFERRING_PHYSICIAN_NAME)
                .putEmpty(Tags.PATIENT_NAME)
                .putEmpty(Tags.PATIENT_BIRTH_DATE)
                .putEmpty(Tags.PATIENT_SEX)
                .put(Tags.PATIENT_ID, who.patient())
                .put(Tags.STUDY_ID, "1")
                .put(Tags.MODALITY, modality)
                .put(Tags.MANUFACTURER, "Trabecula phantom")
                .put(Tags.BODY_PART_EXAMINED, "LSPINE")
                .put(Tags.BURNED_IN_ANNOTATION, "NO")
                .put(Tags.SERIES_NUMBER, series)
                .put(Tags.INSTANCE_NUMBER, instance);
    }

    private static byte[] file(DatasetBuilder image, int rows, int columns, short[] stored) {
        ByteBuffer pixels = ByteBuffer.allocate(stored.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        pixels.asShortBuffer().put(stored);
        return DicomFile.of(image.put(Tags.SAMPLES_PER_PIXEL, 1)
                        .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .put(Tags.ROWS, rows)
                        .put(Tags.COLUMNS, columns)
                        .put(Tags.BITS_ALLOCATED, 16)
                        .put(Tags.BITS_STORED, 16)
                        .put(Tags.HIGH_BIT, 15)
                        .put(Tags.PIXEL_DATA, pixels.array())
                        .build())
                .toBytes();
    }
}
