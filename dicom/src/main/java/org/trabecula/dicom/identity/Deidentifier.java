package org.trabecula.dicom.identity;

import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.Value;

/**
 * Takes the identity out of images by the Basic Application Level Confidentiality Profile (PS3.15 annex E) with the options Clean Graphics
 * (none stay), Clean Descriptors (words of a list alone), Retain Longitudinal Temporal Information with Modified Dates, Retain Patient
 * Characteristics, and Retain Device Identity with a keyed number in place of the serial number. What the table does not list is removed,
 * private attributes, overlays and curves among it. Pixels are not looked at here ({@link PixelCleaning}). The same input gives the same
 * bytes.
 */
public final class Deidentifier {

    private static final String DUMMY = "REMOVED";

    private final Secret secret;
    private final UidMap uids;

    public Deidentifier(Secret secret) {
        this.secret = secret;
        this.uids = new UidMap(secret);
    }

    /**
     * The file without its identity.
     *
     * @param pseudonym what stands for the person from now on, in Patient ID and Patient's Name; 1 to 64 printable ASCII characters
     *     without backslash
     */
    public DicomFile deidentify(DicomFile original, String pseudonym, DateShift shift) {
        if (!pseudonym.matches("[ -\\[\\]-~]{1,64}")) {
            throw new IllegalArgumentException("A pseudonym has 1 to 64 printable ASCII characters and no backslash.");
        }
        Dataset clean = cleaned(original.dataset(), new Subject(original.dataset(), pseudonym, shift));
        DatasetBuilder builder = clean.toBuilder();
        Age.of(original.dataset()).ifPresent(age -> builder.put(Tags.PATIENT_AGE, age));
        Dataset recorded = builder.put(Tags.PATIENT_NAME, pseudonym)
                .put(Tags.PATIENT_ID, pseudonym)
                .put(Tags.PATIENT_IDENTITY_REMOVED, "YES")
                .put(Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, "MODIFIED")
                .put(Tags.DEIDENTIFICATION_METHOD, "PS3.15 annex E, allow-list")
                .put(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE, Method.codes())
                .build();
        return new DicomFile(original.syntax(), Dataset.builder().build(), recorded);
    }

    /**
     * De-identifies, writes, and searches what was written for the identity of the original.
     *
     * @throws IdentityLeak if anything of it is still there
     */
    public byte[] release(DicomFile original, String pseudonym, DateShift shift) {
        byte[] written = deidentify(original, pseudonym, shift).toBytes();
        IdentityScan.of(original).allowing(pseudonym).requireClean(written);
        return written;
    }

    /** The UID under which an object is known from now on. */
    public String replacement(String uid) {
        return uids.replacement(uid);
    }

    private record Subject(Dataset original, String pseudonym, DateShift shift) {}

    private Dataset cleaned(Dataset dataset, Subject subject) {
        DatasetBuilder clean = Dataset.builder();
        for (Element element : dataset.elements()) {
            // A value of another representation than the standard's is not what its tag says it is.
            if (element.tag().allows(element.vr())) {
                carry(element, dataset, clean, subject);
            }
        }
        return clean.build();
    }

    private void carry(Element element, Dataset from, DatasetBuilder clean, Subject subject) {
        Tag tag = element.tag();
        switch (ConfidentialityTable.actionFor(tag)) {
            case KEEP -> clean.put(element, from);
            case REMOVE -> {}
            case EMPTY -> clean.putEmpty(tag);
            case DUMMY -> clean.put(tag, DUMMY);
            case UID -> clean.put(tag, each(from.strings(element), uids::replacement));
            case SHIFT ->
                clean.put(
                        tag,
                        each(
                                from.strings(element),
                                date -> subject.shift().applied(date).orElse("")));
            case AGE -> from.string(tag).flatMap(Age::capped).ifPresent(age -> clean.put(tag, age));
            case DESCRIPTOR ->
                Descriptors.controlled(from.strings(element), subject.original().strings(Tags.PATIENT_NAME))
                        .ifPresent(words -> clean.put(tag, words));
            case DEVICE -> from.string(tag).map(this::device).ifPresent(number -> clean.put(tag, number));
            case PSEUDONYM -> clean.put(tag, subject.pseudonym());
            case ITEMS -> clean.put(tag, items(element, subject));
        }
    }

    /** Tells whether two images are of one device, and not of which. */
    private String device(String serial) {
        return "D-" + HexFormat.of().formatHex(secret.digest("device", serial), 0, 6);
    }

    private static String[] each(List<String> values, UnaryOperator<String> change) {
        return values.stream().map(change).toArray(String[]::new);
    }

    private List<Dataset> items(Element element, Subject subject) {
        return switch (element.value()) {
            case Value.Items items ->
                items.items().stream().map(item -> cleaned(item, subject)).toList();
            case Value.Plain plain -> List.of();
            case Value.Fragments fragments -> List.of();
        };
    }
}
