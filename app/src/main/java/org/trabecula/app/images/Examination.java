package org.trabecula.app.images;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Limits;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.identity.BurnedIn;
import org.trabecula.dicom.identity.DateShift;
import org.trabecula.dicom.identity.Deidentifier;
import org.trabecula.dicom.identity.IdentityLeak;
import org.trabecula.dicom.identity.IdentityScan;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.study.imaging.Hold;

/** Looks at one file after the other: reads it, takes its identity out, looks a second time, stages it. */
final class Examination {
    private static final Set<String> RADIOGRAPHS = Set.of("CR", "DX", "RF", "RG", "XA");
    private static final String CT = "CT";
    private static final String REPORT = "SR";
    private static final int MOST_BITS_SHOWN = 16;
    private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");
    private static final List<Tag> HEADER = List.of(
            Tags.IMAGE_POSITION_PATIENT,
            Tags.IMAGE_ORIENTATION_PATIENT,
            Tags.INSTANCE_NUMBER,
            Tags.SLICE_THICKNESS,
            Tags.KVP,
            Tags.CONVOLUTION_KERNEL,
            Tags.LOSSY_IMAGE_COMPRESSION,
            Tag.named("SharedFunctionalGroupsSequence"),
            Tag.named("PerFrameFunctionalGroupsSequence"));

    private final ImageKey key;
    private final Deidentifier deidentifier;
    private final Staging staging;

    Examination(ImageKey key, Staging staging) {
        this.key = key;
        this.deidentifier = new Deidentifier(key.secret());
        this.staging = staging;
    }

    /** @throws RejectedFile with the rule that the file breaks */
    Examined examine(Incoming file) throws IOException {
        try {
            DicomFile original = read(file);
            refuseWhatIsNotForReaders(file, original);
            // Decoded once and here: whatever cannot be is refused, and what a compressed image says beside its pixels
            // is gone.
            DicomFile plain = PixelData.uncompressed(original, Limits.standard());
            refuseWhatCannotBeShown(file, plain);
            return take(file, original, plain);
        } catch (DicomException e) {
            throw rejected(file, e);
        }
    }

    private static DicomFile read(Incoming file) throws IOException {
        try (InputStream in = file.source().open()) {
            return DicomFile.read(in);
        }
    }

    private static void refuseWhatIsNotForReaders(Incoming file, DicomFile original) {
        Dataset dataset = original.dataset();
        String modality = dataset.string(Tags.MODALITY).orElse("");
        if (modality.equals(REPORT)) {
            throw RejectedFile.because(IntakeRule.IMAGE_REPORT, file.name());
        }
        if (!modality.equals(CT) && !RADIOGRAPHS.contains(modality)) {
            throw modality.matches("[A-Z]{2,16}")
                    ? RejectedFile.because(IntakeRule.IMAGE_MODALITY, file.name(), modality)
                    : RejectedFile.because(IntakeRule.IMAGE_MODALITY_MISSING, file.name());
        }
    }

    private static void refuseWhatCannotBeShown(Incoming file, DicomFile plain) {
        int bits = PixelData.of(plain).layout().bitsAllocated();
        if (bits > MOST_BITS_SHOWN) {
            throw RejectedFile.because(IntakeRule.IMAGE_BITS, file.name(), bits);
        }
    }

    private Examined take(Incoming file, DicomFile original, DicomFile plain) throws IOException {
        String study = uid(file, original, Tags.STUDY_INSTANCE_UID);
        uid(file, original, Tags.SERIES_INSTANCE_UID);
        uid(file, original, Tags.SOP_INSTANCE_UID);
        // Files that name nobody are kept apart by their study.
        String person = original.dataset().string(Tags.PATIENT_ID).orElse(study);
        DicomFile clean = deidentifier.deidentify(plain, key.pseudonym(person), DateShift.of(key.secret(), person));
        byte[] bytes = clean.toBytes();
        try (Staging.Writing writing = staging.begin(bytes)) {
            lookAgain(file, original, bytes);
            return examined(file, study, original, clean, writing.take());
        }
    }

    private static void lookAgain(Incoming file, DicomFile original, byte[] bytes) {
        try {
            IdentityScan.of(original).requireClean(bytes);
        } catch (IdentityLeak e) {
            throw RejectedFile.because(
                    IntakeRule.IMAGE_IDENTITY_LEFT,
                    file.name(),
                    e.hits().stream().map(IdentityScan.Hit::place).distinct().collect(Collectors.joining(", ")));
        }
    }

    private Examined examined(Incoming file, String study, DicomFile original, DicomFile clean, String sha256) {
        Dataset dataset = clean.dataset();
        return new Examined(
                file.name(),
                key.handle(study),
                dataset.string(Tags.MODALITY).orElseThrow(),
                uid(file, clean, Tags.SERIES_INSTANCE_UID),
                dataset.integer(Tags.SERIES_NUMBER).orElse(Integer.MAX_VALUE),
                uid(file, clean, Tags.SOP_INSTANCE_UID),
                sha256,
                hold(original.dataset()),
                header(dataset));
    }

    /** By the original's header: of what was taken out some told that pixels carry text. */
    private static Optional<Hold> hold(Dataset original) {
        Optional<Hold> suspected = BurnedIn.suspicion(original).map(why -> switch (why) {
            case SAID -> Hold.MARKED;
            case CAPTURED -> Hold.CAPTURED;
        });
        return suspected.or(() ->
                original.string(Tags.MODALITY).filter(RADIOGRAPHS::contains).map(_ -> Hold.PROJECTION));
    }

    private static String uid(Incoming file, DicomFile dicom, Tag tag) {
        return dicom.dataset()
                .string(tag)
                .filter(uid -> UID.matcher(uid).matches())
                .orElseThrow(() -> RejectedFile.because(IntakeRule.IMAGE_UID_MISSING, file.name()));
    }

    private static Dataset header(Dataset dataset) {
        DatasetBuilder header = Dataset.builder();
        HEADER.forEach(tag -> dataset.element(tag).ifPresent(element -> header.put(element, dataset)));
        return header.build();
    }

    private static RejectedFile rejected(Incoming file, DicomException e) {
        IntakeRule rule = rule(e.reason());
        // To whoever sent a letter it is enough that it is none of ours.
        return rule == IntakeRule.IMAGE_NOT_DICOM
                ? RejectedFile.because(rule, file.name())
                : RejectedFile.because(rule, file.name(), e.finding());
    }

    private static IntakeRule rule(DicomException.Reason reason) {
        return switch (reason) {
            case NOT_DICOM -> IntakeRule.IMAGE_NOT_DICOM;
            case TRUNCATED -> IntakeRule.IMAGE_TRUNCATED;
            case MALFORMED, TOO_DEEP -> IntakeRule.IMAGE_MALFORMED;
            case TOO_LARGE -> IntakeRule.IMAGE_TOO_LARGE;
            case UNSUPPORTED -> IntakeRule.IMAGE_NOT_READABLE;
        };
    }

    /** The pixels of a staged or archived file, to compare. */
    static Optional<java.nio.ByteBuffer> pixels(byte[] file) {
        return DicomFile.read(file).dataset().bytes(Tags.PIXEL_DATA);
    }
}
