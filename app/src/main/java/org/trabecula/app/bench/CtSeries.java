package org.trabecula.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.net.InstanceReference;

/** A CT of 300 slices of 512 by 512 pixels with 16 bits: a body with noise, and a person's name and number to be taken out. */
final class CtSeries {
    static final int SLICES = 300;
    private static final int SIDE = 512;
    private static final int AIR = -1000;
    private static final int TISSUE = 40;
    private static final int NOISE = 22;
    private static final double RADIUS = 200;

    private final String study;
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private CtSeries(String study, Path folder) {
        this.study = study;
        this.folder = folder;
    }

    /** Writes the series into a new folder. Two of different number have no UID in common. */
    static CtSeries write(Path folder, int number) throws IOException {
        CtSeries series = new CtSeries(study(number), Files.createDirectories(folder));
        for (int slice = 0; slice < SLICES; slice++) {
            Path file = folder.resolve("slice-%03d.dcm".formatted(slice));
            Files.write(file, image(number, slice).toBytes());
            series.files.add(file);
        }
        return series;
    }

    /** One slice of a series, in no folder. */
    static DicomFile image(int number, int slice) {
        return slice(study(number), slice);
    }

    private static String study(int number) {
        return "1.2.826.0.1.3680043.10.1." + (1000 + number);
    }

    Path folder() {
        return folder;
    }

    List<Path> files() {
        return files;
    }

    String study() {
        return study;
    }

    List<InstanceReference> references() {
        return java.util.stream.IntStream.range(0, SLICES)
                .mapToObj(slice -> new InstanceReference(SopClass.CT, uid(study, slice)))
                .toList();
    }

    private static String uid(String study, int slice) {
        return study + ".1." + (slice + 1);
    }

    private static DicomFile slice(String study, int slice) {
        return DicomFile.of(Dataset.builder()
                .put(Tags.SOP_CLASS_UID, SopClass.CT)
                .put(Tags.SOP_INSTANCE_UID, uid(study, slice))
                .put(Tags.STUDY_INSTANCE_UID, study)
                .put(Tags.SERIES_INSTANCE_UID, study + ".1")
                .put(Tags.FRAME_OF_REFERENCE_UID, study + ".2")
                .put(Tags.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .put(Tags.MODALITY, "CT")
                .put(Tags.MANUFACTURER, "Bench")
                .put(Tags.STUDY_DATE, "20260301")
                .put(Tags.STUDY_TIME, "101500")
                .put(Tags.ACCESSION_NUMBER, "ACC4711" + slice % 7)
                .put(Tags.REFERRING_PHYSICIAN_NAME, "Referring^Rosalind")
                .put(Tags.INSTITUTION_NAME, "Hospital of the Benchmark")
                .put(Tags.STUDY_DESCRIPTION, "Lumbar spine")
                .put(Tags.PATIENT_NAME, "Measured^Mathilda")
                .put(Tags.PATIENT_ID, "BENCH-20260301")
                .put(Tags.PATIENT_BIRTH_DATE, "19520417")
                .put(Tags.PATIENT_SEX, "F")
                .put(Tags.STUDY_ID, "1")
                .put(Tags.SERIES_NUMBER, 1)
                .put(Tags.INSTANCE_NUMBER, slice + 1)
                .put(Tags.SLICE_THICKNESS, 1.0)
                .put(Tags.KVP, 120.0)
                .put(Tags.IMAGE_POSITION_PATIENT, -100.0, -100.0, slice)
                .put(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .put(Tags.PIXEL_SPACING, 0.4, 0.4)
                .put(Tags.SAMPLES_PER_PIXEL, 1)
                .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .put(Tags.ROWS, SIDE)
                .put(Tags.COLUMNS, SIDE)
                .put(Tags.BITS_ALLOCATED, 16)
                .put(Tags.BITS_STORED, 16)
                .put(Tags.HIGH_BIT, 15)
                .put(Tag.named("PixelRepresentation"), 1)
                .put(Tags.RESCALE_INTERCEPT, 0.0)
                .put(Tags.RESCALE_SLOPE, 1.0)
                .put(Tags.PIXEL_DATA, pixels(study, slice))
                .build());
    }

    private static byte[] pixels(String study, int slice) {
        SplittableRandom random = new SplittableRandom(study.hashCode() * 1_000L + slice);
        byte[] pixels = new byte[SIDE * SIDE * 2];
        for (int at = 0; at < SIDE * SIDE; at++) {
            double distance = Math.hypot(at % SIDE - SIDE / 2.0, Math.floorDiv(at, SIDE) - SIDE / 2.0);
            int value = (distance < RADIUS ? TISSUE : AIR) + random.nextInt(-NOISE, NOISE + 1);
            pixels[2 * at] = (byte) value;
            pixels[2 * at + 1] = (byte) (value >> 8);
        }
        return pixels;
    }
}
