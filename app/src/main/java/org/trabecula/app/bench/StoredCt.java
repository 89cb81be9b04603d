package org.trabecula.app.bench;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.app.images.BoneAssistant;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Incoming;
import org.trabecula.app.images.ScrewAssistant;
import org.trabecula.assistance.volume.Point;
import org.trabecula.assistance.volume.Volume;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tags;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Judgements;
import org.trabecula.study.imaging.KnownDiameters;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.spine.Level;

/** A CT in the archive of an installation, asked as the pages ask it: whoever asks first waits for its files as well. */
final class StoredCt {
    private static final String STUDY = "1.2.826.0.1.3680043.10.1.2000";

    private final Path home;
    private final Volume volume;
    private final ReadingCase reading;

    private StoredCt(Path home, Volume volume, ReadingCase reading) {
        this.home = home;
        this.volume = volume;
        this.reading = reading;
    }

    /** Writes a volume into an archive, a file for each slice. */
    static StoredCt in(Path home, Volume volume) {
        List<Incoming> files = IntStream.range(0, volume.count())
                .mapToObj(slice -> new Incoming(
                        "slice",
                        () -> new ByteArrayInputStream(file(volume, slice).toBytes())))
                .toList();
        Images images = Images.of(ImageArchive.open(home).shelve(files));
        ReadingCase reading = new ReadingCase(
                new ImagingStudyId("benchbench"),
                Modality.CT,
                images,
                true,
                List.of(),
                List.of(),
                KnownDiameters.NONE,
                new Judgements(List.of(), List.of(), List.of(), List.of(), Optional.empty()));
        return new StoredCt(home, volume, reading);
    }

    /** Seconds until the first region is proposed, by a program that has not looked at the CT yet; then until the next one is. */
    double[] proposals(Point body) {
        BoneAssistant assistant = ImageArchive.open(home).bone();
        return new double[] {proposal(assistant, body), proposal(assistant, body)};
    }

    private double proposal(BoneAssistant assistant, Point body) {
        double column = (body.x() - volume.x(0)) / volume.across();
        double row = (body.y() - volume.y(0)) / volume.down();
        long start = System.nanoTime();
        Optional<BoneAssistant.Answer> answer = assistant.propose(
                reading, Level.L4, List.of(0, volume.slice(body.z()), 0), new ImagePoint(column, row));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (answer.filter(BoneAssistant.Answer.Proposed.class::isInstance).isEmpty()) {
            throw new IllegalStateException("Nothing was proposed: " + answer);
        }
        return seconds;
    }

    /** Seconds until the screws are measured, by a program that has not looked at the CT yet. */
    double screws() {
        ScrewAssistant assistant = ImageArchive.open(home).screws();
        long start = System.nanoTime();
        ScrewAssistant.Answer answer = assistant.measure(reading);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!(answer instanceof ScrewAssistant.Answer.Measured)) {
            throw new IllegalStateException("Nothing was measured: " + answer);
        }
        return seconds;
    }

    private static DicomFile file(Volume volume, int slice) {
        ByteBuffer pixels =
                ByteBuffer.allocate(2 * volume.columns() * volume.rows()).order(ByteOrder.LITTLE_ENDIAN);
        pixels.asShortBuffer().put(volume.slices().slice(slice));
        return DicomFile.of(Dataset.builder()
                .put(Tags.SOP_CLASS_UID, SopClass.CT)
                .put(Tags.SOP_INSTANCE_UID, STUDY + ".1." + (slice + 1))
                .put(Tags.STUDY_INSTANCE_UID, STUDY)
                .put(Tags.SERIES_INSTANCE_UID, STUDY + ".1")
                .put(Tags.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .put(Tags.MODALITY, "CT")
                .put(Tags.PATIENT_ID, "BENCH")
                .put(Tags.INSTANCE_NUMBER, slice + 1)
                .put(Tags.KVP, 120.0)
                .put(Tags.IMAGE_POSITION_PATIENT, volume.x(0), volume.y(0), volume.z(slice))
                .put(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .put(Tags.PIXEL_SPACING, volume.down(), volume.across())
                .put(Tags.SAMPLES_PER_PIXEL, 1)
                .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .put(Tags.ROWS, volume.rows())
                .put(Tags.COLUMNS, volume.columns())
                .put(Tags.BITS_ALLOCATED, 16)
                .put(Tags.BITS_STORED, 16)
                .put(Tags.HIGH_BIT, 15)
                .put(Tags.PIXEL_REPRESENTATION, 1)
                .put(Tags.RESCALE_INTERCEPT, 0.0)
                .put(Tags.RESCALE_SLOPE, 1.0)
                .put(Tags.PIXEL_DATA, pixels.array())
                .build());
    }
}
