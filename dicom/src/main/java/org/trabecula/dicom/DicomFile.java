package org.trabecula.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A data set as it lay in a file (PS3.10 section 7). Reads Part 10 files and bare data sets; explicit and implicit little endian,
 * explicit big endian, deflated, and the encapsulated syntaxes with their pixels left compressed. Writes Part 10, explicit little endian.
 *
 * @param syntax how the data set is, or is to be, encoded; after reading, values are little endian whatever it says
 * @param meta the file meta information as found, without its group length; empty for a bare data set
 */
public record DicomFile(TransferSyntax syntax, Dataset meta, Dataset dataset) {

    /** A new file, to be written as explicit little endian. */
    public static DicomFile of(Dataset dataset) {
        return new DicomFile(
                TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Dataset.builder().build(), dataset);
    }

    public static DicomFile read(Path path) throws IOException {
        return read(path, Limits.standard());
    }

    /**
     * Reads a file that stays as it is: values of bytes, pixels above all, are fetched from it when they are asked for, and take no
     * memory before.
     *
     * @throws DicomException if the bytes cannot be taken
     */
    public static DicomFile read(Path path, Limits limits) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            if (file.size() > limits.totalBytes()) {
                throw new DicomException(Flaw.FILE_TOO_LARGE, limits.totalBytes());
            }
            return new FileReader(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()), limits).read();
        }
    }

    public static DicomFile read(InputStream in) throws IOException {
        return read(in, Limits.standard());
    }

    /**
     * Reads to the end of the stream, and not more than the limits allow. Does not close it.
     *
     * @throws DicomException if the bytes cannot be taken
     */
    public static DicomFile read(InputStream in, Limits limits) throws IOException {
        return read(in.readNBytes((int) Math.min(limits.totalBytes() + 1L, Integer.MAX_VALUE - 8L)), limits);
    }

    public static DicomFile read(byte[] file) {
        return read(file, Limits.standard());
    }

    /** The same of bytes that lie within others. */
    public static DicomFile read(ByteBuffer file) {
        return new FileReader(file, Limits.standard()).read();
    }

    /**
     * Reads a whole file. The bytes are not copied and must not be changed afterwards.
     *
     * @throws DicomException if the bytes cannot be taken
     */
    public static DicomFile read(byte[] file, Limits limits) {
        return new FileReader(ByteBuffer.wrap(file), limits).read();
    }

    /**
     * Writes Part 10: a preamble of zeros, file meta information of our own, and the data set, explicit little endian. Compressed
     * pixels stay as they are, in the syntax they came in.
     *
     * @throws DicomException if the data set says neither what kind of object it is nor which
     */
    public void write(OutputStream out) throws IOException {
        new FileWriter(out).write(dataset, written());
    }

    private TransferSyntax written() {
        return syntax.isEncapsulated() ? syntax : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
    }

    /** The data set alone, as {@link #write} writes it: what travels over a network. */
    public byte[] datasetBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DatasetWriter(out).write(dataset);
        return out.toByteArray();
    }

    /** What stands before a data set that comes without a file: preamble, mark, and file meta information of our own. */
    public static byte[] header(String sopClass, String sopInstance, TransferSyntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new FileWriter(out).header(sopClass, sopInstance, syntax);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written.", e);
        }
        return out.toByteArray();
    }

    /** What {@link #write} writes. */
    public byte[] toBytes() {
        Room out = new Room((int) Math.min(FileWriter.sizeOf(dataset, written()), Integer.MAX_VALUE - 8L));
        try {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written.", e);
        }
        return out.bytes();
    }
}
