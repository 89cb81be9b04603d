package org.trabecula.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes Part 10 files (PS3.10 section 7.1). */
final class FileWriter {

    /** Names this program as the writer (PS3.7 annex D.3.3.2); made from a random UUID, as PS3.5 annex B.2 allows. */
    private static final String IMPLEMENTATION = "2.25.125903793495544377652830637338339896674";

    /** 128 zeros and the mark. */
    private static final byte[] PREAMBLE =
            ByteBuffer.allocate(132).put(128, new byte[] {'D', 'I', 'C', 'M'}).array();

    private final OutputStream out;

    FileWriter(OutputStream out) {
        this.out = out;
    }

    void write(Dataset dataset, TransferSyntax syntax) throws IOException {
        header(required(dataset, Tags.SOP_CLASS_UID), required(dataset, Tags.SOP_INSTANCE_UID), syntax);
        new DatasetWriter(out).write(dataset);
        out.flush();
    }

    /** How many bytes {@link #write} writes. */
    static long sizeOf(Dataset dataset, TransferSyntax syntax) {
        Dataset meta = meta(required(dataset, Tags.SOP_CLASS_UID), required(dataset, Tags.SOP_INSTANCE_UID), syntax);
        return PREAMBLE.length
                + DatasetWriter.sizeOf(groupLength(meta))
                + DatasetWriter.sizeOf(meta)
                + DatasetWriter.sizeOf(dataset);
    }

    /** Everything that stands before the data set. */
    void header(String sopClass, String sopInstance, TransferSyntax syntax) throws IOException {
        Dataset meta = meta(sopClass, sopInstance, syntax);
        DatasetWriter writer = new DatasetWriter(out);
        out.write(PREAMBLE);
        writer.write(groupLength(meta));
        writer.write(meta);
    }

    private static Dataset groupLength(Dataset meta) {
        return Dataset.builder()
                .put(Tag.named("FileMetaInformationGroupLength"), (int) DatasetWriter.sizeOf(meta))
                .build();
    }

    private static Dataset meta(String sopClass, String sopInstance, TransferSyntax syntax) {
        return Dataset.builder()
                .put(Tag.named("FileMetaInformationVersion"), new byte[] {0, 1})
                .put(Tags.MEDIA_STORAGE_SOP_CLASS_UID, sopClass)
                .put(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID, sopInstance)
                .put(Tags.TRANSFER_SYNTAX_UID, syntax.uid())
                .put(Tag.named("ImplementationClassUID"), IMPLEMENTATION)
                .put(Tag.named("ImplementationVersionName"), "TRABECULA")
                .build();
    }

    private static String required(Dataset dataset, Tag tag) {
        return dataset.string(tag).orElseThrow(() -> new DicomException(Flaw.NOT_TO_BE_WRITTEN, tag));
    }
}
