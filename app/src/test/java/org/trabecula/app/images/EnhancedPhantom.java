package org.trabecula.app.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.simulation.phantom.Vec;

/**
 * A phantom's CT as one Enhanced CT Image (PS3.3 section A.38.1) such as a scanner stores it: with all functional groups that an original
 * image must have, its frames from the head to the feet, and a person named wherever one is named in such files.
 */
public final class EnhancedPhantom {
    static final String NAME = "Enhanced^Enid";
    private static final String OPERATOR = "Operator^Olga";
    private static final String DAY = "20260105";
    private static final String MOMENT = DAY + "120000";
    private static final String DIMENSIONS = "2.25.85";

    private EnhancedPhantom() {}

    public static byte[] of(Scan scan) {
        return DicomFile.of(header(scan)
                        .put(Tag.named("SharedFunctionalGroupsSequence"), List.of(shared(scan.scanner())))
                        .put(
                                Tag.named("PerFrameFunctionalGroupsSequence"),
                                IntStream.range(0, scan.count())
                                        .mapToObj(frame -> frame(scan, frame))
                                        .toList())
                        .put(Tags.PIXEL_DATA, pixels(scan))
                        .build())
                .toBytes();
    }

    /** Of a frame, which count from the head, the slice, which count from the feet. */
    private static int slice(Scan scan, int frame) {
        return scan.count() - 1 - frame;
    }

    private static byte[] pixels(Scan scan) {
        Scanner scanner = scan.scanner();
        ByteBuffer pixels = ByteBuffer.allocate(scan.count() * scanner.rows() * scanner.columns() * 2)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < scan.count(); frame++) {
            for (short hu : scan.slice(slice(scan, frame))) {
                pixels.putShort(hu);
            }
        }
        return pixels.array();
    }

    private static DatasetBuilder header(Scan scan) {
        return Dataset.builder()
                .put(Tags.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "VOLUME", "NONE")
                .put(Tags.SOP_CLASS_UID, SopClass.ENHANCED_CT)
                .put(Tags.SOP_INSTANCE_UID, "2.25.81")
                .put(Tags.STUDY_INSTANCE_UID, "2.25.78")
                .put(Tags.SERIES_INSTANCE_UID, "2.25.83")
                .put(Tags.FRAME_OF_REFERENCE_UID, "2.25.84")
                .putEmpty(Tag.named("PositionReferenceIndicator"))
                .put(Tags.STUDY_DATE, DAY)
                .put(Tags.STUDY_TIME, "120000")
                .put(Tags.CONTENT_DATE, DAY)
                .put(Tags.CONTENT_TIME, "120000")
                .put(Tag.named("AcquisitionDateTime"), MOMENT)
                .put(Tag.named("AcquisitionDuration"), 12.0)
                .put(Tag.named("AcquisitionNumber"), 1)
                .putEmpty(Tags.ACCESSION_NUMBER)
                .put(Tags.REFERRING_PHYSICIAN_NAME, "Referrer^Rita")
                .put(Tag.named("OperatorsName"), OPERATOR)
                .put(Tags.PATIENT_NAME, NAME)
                .put(Tags.PATIENT_ID, "ENHANCED-1")
                .put(Tags.PATIENT_BIRTH_DATE, "19500314")
                .put(Tags.PATIENT_SEX, "F")
                .put(Tags.STUDY_ID, "1")
                .put(Tags.MODALITY, "CT")
                .put(Tags.PATIENT_POSITION, "HFS")
                .put(Tags.MANUFACTURER, "Maker")
                .put(Tag.named("ManufacturerModelName"), "Multi 64")
                .put(Tag.named("DeviceSerialNumber"), "SN-4711")
                .put(Tag.named("SoftwareVersions"), "1.0")
                .put(Tags.SERIES_NUMBER, 1)
                .put(Tags.INSTANCE_NUMBER, 1)
                .put(Tags.BURNED_IN_ANNOTATION, "NO")
                .put(Tags.LOSSY_IMAGE_COMPRESSION, "00")
                .put(Tag.named("PixelPresentation"), "MONOCHROME")
                .put(Tag.named("VolumetricProperties"), "VOLUME")
                .put(Tag.named("VolumeBasedCalculationTechnique"), "NONE")
                .put(Tag.named("PresentationLUTShape"), "IDENTITY")
                .put(Tag.named("ContentQualification"), "RESEARCH")
                .putEmpty(Tag.named("AcquisitionContextSequence"))
                .put(Tag.named("DimensionOrganizationType"), "3D")
                .put(
                        Tag.named("DimensionOrganizationSequence"),
                        List.of(organization().build()))
                .put(Tag.named("DimensionIndexSequence"), List.of(index("StackID"), index("InStackPositionNumber")))
                .put(Tags.NUMBER_OF_FRAMES, scan.count())
                .put(Tags.SAMPLES_PER_PIXEL, 1)
                .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .put(Tags.ROWS, scan.scanner().rows())
                .put(Tags.COLUMNS, scan.scanner().columns())
                .put(Tags.BITS_ALLOCATED, 16)
                .put(Tags.BITS_STORED, 16)
                .put(Tags.HIGH_BIT, 15)
                .put(Tags.PIXEL_REPRESENTATION, 1);
    }

    private static DatasetBuilder organization() {
        return Dataset.builder().put(Tag.named("DimensionOrganizationUID"), DIMENSIONS);
    }

    private static Dataset index(String what) {
        return organization()
                .put(Tag.named("DimensionIndexPointer"), bytes(Tag.named(what)))
                .put(Tag.named("FunctionalGroupPointer"), bytes(Tag.named("FrameContentSequence")))
                .build();
    }

    /** Group and element, each little endian (PS3.5 section 6.2, AT). */
    private static byte[] bytes(Tag tag) {
        int code = tag.code();
        return new byte[] {(byte) (code >> 16), (byte) (code >> 24), (byte) code, (byte) (code >> 8)};
    }

    private static Dataset shared(Scanner scanner) {
        DatasetBuilder groups = Dataset.builder();
        group(groups, "PixelMeasuresSequence")
                .accept(Dataset.builder()
                        .put(Tags.SLICE_THICKNESS, scanner.thickness())
                        .put(Tags.PIXEL_SPACING, scanner.pixel(), scanner.pixel()));
        group(groups, "PlaneOrientationSequence")
                .accept(Dataset.builder().put(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0));
        group(groups, "FrameAnatomySequence")
                .accept(Dataset.builder()
                        .put(Tag.named("FrameLaterality"), "U")
                        .put(
                                Tag.named("AnatomicRegionSequence"),
                                List.of(Dataset.builder()
                                        .put(Tags.CODE_VALUE, "122496007")
                                        .put(Tags.CODING_SCHEME_DESIGNATOR, "SCT")
                                        .put(Tags.CODE_MEANING, "Lumbar spine")
                                        .build())));
        group(groups, "PixelValueTransformationSequence")
                .accept(Dataset.builder()
                        .put(Tags.RESCALE_INTERCEPT, 0)
                        .put(Tags.RESCALE_SLOPE, 1)
                        .put(Tag.named("RescaleType"), "HU"));
        group(groups, "FrameVOILUTSequence")
                .accept(Dataset.builder().put(Tags.WINDOW_CENTER, 400).put(Tags.WINDOW_WIDTH, 2000));
        group(groups, "CTImageFrameTypeSequence")
                .accept(Dataset.builder()
                        .put(Tag.named("FrameType"), "ORIGINAL", "PRIMARY", "VOLUME", "NONE")
                        .put(Tag.named("PixelPresentation"), "MONOCHROME")
                        .put(Tag.named("VolumetricProperties"), "VOLUME")
                        .put(Tag.named("VolumeBasedCalculationTechnique"), "NONE"));
        group(groups, "CTAcquisitionTypeSequence")
                .accept(Dataset.builder()
                        .put(Tag.named("AcquisitionType"), "SPIRAL")
                        .put(Tag.named("ConstantVolumeFlag"), "NO")
                        .put(Tag.named("FluoroscopyFlag"), "NO"));
        group(groups, "CTAcquisitionDetailsSequence")
                .accept(Dataset.builder()
                        .put(Tag.named("RotationDirection"), "CW")
                        .put(Tag.named("RevolutionTime"), 0.5)
                        .put(Tag.named("SingleCollimationWidth"), 0.6)
                        .put(Tag.named("TotalCollimationWidth"), 38.4)
                        .put(Tag.named("TableHeight"), 150.0)
                        .put(Tag.named("GantryDetectorTilt"), 0.0)
                        .put(Tag.named("DataCollectionDiameter"), 500.0));
        group(groups, "CTTableDynamicsSequence")
                .accept(Dataset.builder()
                        .put(Tag.named("TableSpeed"), 30.0)
                        .put(Tag.named("TableFeedPerRotation"), 15.0)
                        .put(Tag.named("SpiralPitchFactor"), 0.4));
        group(groups, "CTGeometrySequence")
                .accept(Dataset.builder()
                        .put(Tag.named("DistanceSourceToDetector"), 1085.6)
                        .put(Tag.named("DistanceSourceToDataCollectionCenter"), 595.0));
        group(groups, "CTReconstructionSequence")
                .accept(Dataset.builder()
                        .put(Tag.named("ReconstructionAlgorithm"), "FILTER_BACK_PROJ")
                        .put(Tags.CONVOLUTION_KERNEL, "Br59")
                        .put(Tag.named("ConvolutionKernelGroup"), "BONE")
                        .put(Tag.named("ReconstructionDiameter"), scanner.pixel() * scanner.columns())
                        .put(Tag.named("ReconstructionPixelSpacing"), scanner.pixel(), scanner.pixel())
                        .put(Tag.named("ReconstructionAngle"), 360.0)
                        .put(Tag.named("ImageFilter"), "NONE"));
        group(groups, "CTXRayDetailsSequence")
                .accept(Dataset.builder()
                        .put(Tags.KVP, scanner.kilovolt())
                        .put(Tag.named("FocalSpots"), 1.2)
                        .put(Tag.named("FilterType"), "FLAT")
                        .put(Tag.named("FilterMaterial"), "ALUMINUM")
                        .put(Tag.named("CalciumScoringMassFactorPatient"), 0.7));
        group(groups, "CTPositionSequence")
                .accept(Dataset.builder()
                        .put(Tag.named("TablePosition"), 0.0)
                        .put(Tag.named("DataCollectionCenterPatient"), 0.0, 0.0, 0.0)
                        .put(Tag.named("ReconstructionTargetCenterPatient"), 0.0, 0.0, 0.0));
        return groups.build();
    }

    private static Dataset frame(Scan scan, int frame) {
        Vec corner = scan.corner(slice(scan, frame));
        DatasetBuilder groups = Dataset.builder();
        group(groups, "FrameContentSequence")
                .accept(Dataset.builder()
                        .put(Tag.named("FrameAcquisitionNumber"), 1)
                        .put(Tag.named("FrameReferenceDateTime"), MOMENT)
                        .put(Tag.named("FrameAcquisitionDateTime"), MOMENT)
                        .put(Tag.named("FrameAcquisitionDuration"), 500.0)
                        .put(Tag.named("FrameComments"), "Seen by " + OPERATOR)
                        .put(Tag.named("StackID"), "1")
                        .put(Tag.named("InStackPositionNumber"), frame + 1)
                        .put(Tag.named("DimensionIndexValues"), 1, frame + 1));
        group(groups, "PlanePositionSequence")
                .accept(Dataset.builder().put(Tags.IMAGE_POSITION_PATIENT, corner.x(), corner.y(), corner.z()));
        group(groups, "CTExposureSequence")
                .accept(Dataset.builder()
                        .put(Tag.named("ExposureTimeInms"), 500.0)
                        .put(Tag.named("XRayTubeCurrentInmA"), 200.0)
                        .put(Tag.named("ExposureInmAs"), 100.0)
                        .put(Tag.named("ExposureModulationType"), "NONE")
                        .put(Tag.named("CTDIvol"), 8.0));
        group(groups, "IrradiationEventIdentificationSequence")
                .accept(Dataset.builder().put(Tag.named("IrradiationEventUID"), "2.25.86"));
        return groups.build();
    }

    private interface Group {
        void accept(DatasetBuilder item);
    }

    private static Group group(DatasetBuilder groups, String name) {
        return item -> groups.put(Tag.named(name), List.of(item.build()));
    }
}
