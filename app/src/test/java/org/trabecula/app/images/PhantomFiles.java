package org.trabecula.app.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tags;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.simulation.phantom.Vec;

/** A phantom's CT as the files that a scanner would send. */
public final class PhantomFiles {
    private PhantomFiles() {}

    public static List<byte[]> of(Scan scan) {
        return IntStream.range(0, scan.count())
                .mapToObj(slice -> bytes(scan, slice))
                .toList();
    }

    private static byte[] bytes(Scan scan, int slice) {
        short[] hu = scan.slice(slice);
        ByteBuffer pixels = ByteBuffer.allocate(hu.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        pixels.asShortBuffer().put(hu);
        Scanner scanner = scan.scanner();
        Vec corner = scan.corner(slice);
        return DicomFile.of(Dataset.builder()
                        .put(Tags.IMAGE_TYPE, "DERIVED", "PRIMARY")
                        .put(Tags.SOP_CLASS_UID, SopClass.CT)
                        .put(Tags.SOP_INSTANCE_UID, "2.25.77." + (slice + 1))
                        .put(Tags.STUDY_INSTANCE_UID, "2.25.78")
                        .put(Tags.SERIES_INSTANCE_UID, "2.25.79")
                        .put(Tags.MODALITY, "CT")
                        .put(Tags.PATIENT_ID, "PHANTOM-1")
                        .put(Tags.INSTANCE_NUMBER, slice + 1)
                        .put(Tags.KVP, scanner.kilovolt())
                        .put(Tags.SLICE_THICKNESS, scanner.thickness())
                        .put(Tags.PIXEL_SPACING, scanner.pixel(), scanner.pixel())
                        .put(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                        .put(Tags.IMAGE_POSITION_PATIENT, corner.x(), corner.y(), corner.z())
                        .put(Tags.RESCALE_SLOPE, 1)
                        .put(Tags.RESCALE_INTERCEPT, 0)
                        .put(Tags.SAMPLES_PER_PIXEL, 1)
                        .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .put(Tags.ROWS, scanner.rows())
                        .put(Tags.COLUMNS, scanner.columns())
                        .put(Tags.BITS_ALLOCATED, 16)
                        .put(Tags.BITS_STORED, 16)
                        .put(Tags.HIGH_BIT, 15)
                        .put(Tags.PIXEL_REPRESENTATION, 1)
                        .put(Tags.PIXEL_DATA, pixels.array())
                        .build())
                .toBytes();
    }
}
