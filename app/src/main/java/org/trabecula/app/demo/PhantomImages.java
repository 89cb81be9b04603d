package org.trabecula.app.demo;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Incoming;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tags;
import org.trabecula.simulation.cohort.Imaging;
import org.trabecula.simulation.cohort.Look;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.journal.Hash;

/**
 * The radiology department of the demonstration: draws what is there to be seen, writes it as DICOM, and hands it to the same
 * examination that real images go through. A radiograph is one image from the side and one from in front; a CT is one series of
 * axial slices.
 */
public final class PhantomImages implements Imaging {
    private final ImageArchive archive;

    public PhantomImages(ImageArchive archive) {
        this.archive = archive;
    }

    @Override
    public List<ReceivedSeries> acquire(Look look) {
        return archive.shelve(files(look));
    }

    /** The files as a hospital would send them. */
    static List<Incoming> files(Look look) {
        return look.modality() == Modality.CT ? slices(look) : radiographs(look);
    }

    private static List<Incoming> radiographs(Look look) {
        return List.of(radiograph(look, 1, true), radiograph(look, 2, false));
    }

    private static Incoming radiograph(Look look, int series, boolean lateral) {
        DatasetBuilder image = begun(look, SopClass.DIGITAL_X_RAY_FOR_PRESENTATION, "DX", series, 1)
                .put(Tags.VIEW_POSITION, lateral ? "LL" : "AP")
                .put(Tags.PIXEL_SPACING, Radiograph.PIXEL, Radiograph.PIXEL)
                .put(Tags.PIXEL_SPACING_CALIBRATION_TYPE, "GEOMETRY")
                .put(Tags.PIXEL_REPRESENTATION, 0)
                .put(Tags.WINDOW_CENTER, 2150)
                .put(Tags.WINDOW_WIDTH, 3300);
        return file(image, Radiograph.ROWS, Radiograph.COLUMNS, Radiograph.draw(look, lateral));
    }

    private static List<Incoming> slices(Look look) {
        Slices slices = new Slices(look);
        List<Incoming> files = new ArrayList<>();
        double corner = -(Slices.SIZE - 1) / 2.0 * Slices.PIXEL;
        for (int slice = 0; slice < slices.count(); slice++) {
            DatasetBuilder image = begun(look, SopClass.CT, "CT", 1, slice + 1)
                    .put(Tags.FRAME_OF_REFERENCE_UID, uid(look, "frame"))
                    .put(Tags.KVP, 120)
                    .put(Tags.SLICE_THICKNESS, Slices.GAP)
                    .put(Tags.PIXEL_SPACING, Slices.PIXEL, Slices.PIXEL)
                    .put(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                    .put(Tags.IMAGE_POSITION_PATIENT, corner, corner, Slices.height(slice))
                    .put(Tags.PIXEL_REPRESENTATION, 1)
                    .put(Tags.RESCALE_SLOPE, 1)
                    .put(Tags.RESCALE_INTERCEPT, 0)
                    .put(Tags.WINDOW_CENTER, 400)
                    .put(Tags.WINDOW_WIDTH, 2000);
            files.add(file(image, Slices.SIZE, Slices.SIZE, slices.draw(slice)));
        }
        return files;
    }

    private static DatasetBuilder begun(Look look, String kind, String modality, int series, int instance) {
        return Dataset.builder()
                .put(Tags.IMAGE_TYPE, "DERIVED", "PRIMARY")
                .put(Tags.SOP_CLASS_UID, kind)
                .put(Tags.SOP_INSTANCE_UID, uid(look, "image/" + series + "/" + instance))
                .put(Tags.STUDY_INSTANCE_UID, uid(look, "study"))
                .put(Tags.SERIES_INSTANCE_UID, uid(look, "series/" + series))
                .put(Tags.STUDY_DATE, look.on().format(DateTimeFormatter.BASIC_ISO_DATE))
                .put(Tags.MODALITY, modality)
                .put(Tags.MANUFACTURER, "Trabecula phantom")
                .put(Tags.PATIENT_ID, look.participant().value())
                .put(Tags.BODY_PART_EXAMINED, "LSPINE")
                .put(Tags.BURNED_IN_ANNOTATION, "NO")
                .put(Tags.SERIES_NUMBER, series)
                .put(Tags.INSTANCE_NUMBER, instance);
    }

    private static Incoming file(DatasetBuilder image, int rows, int columns, short[] stored) {
        ByteBuffer pixels = ByteBuffer.allocate(stored.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        pixels.asShortBuffer().put(stored);
        byte[] bytes = DicomFile.of(image.put(Tags.SAMPLES_PER_PIXEL, 1)
                        .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .put(Tags.ROWS, rows)
                        .put(Tags.COLUMNS, columns)
                        .put(Tags.BITS_ALLOCATED, 16)
                        .put(Tags.BITS_STORED, 16)
                        .put(Tags.HIGH_BIT, 15)
                        .put(Tags.PIXEL_DATA, pixels.array())
                        .build())
                .toBytes();
        return new Incoming("phantom", () -> new ByteArrayInputStream(bytes));
    }

    /** Always the same for the same examination (PS3.5 annex B.2 gives the form 2.25). */
    private static String uid(Look look, String what) {
        byte[] digest = Hash.sha256((look.images() + "/" + what).getBytes(StandardCharsets.UTF_8))
                .bytes();
        return "2.25." + new BigInteger(1, Arrays.copyOf(digest, 16));
    }
}
