package org.trabecula.dicom;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Finds out what kind of file the bytes are, and reads it (PS3.10 section 7.1). */
final class FileReader {

    private static final int PREAMBLE = 128;
    private static final int START = PREAMBLE + 4;

    private final ByteBuffer file;
    private final Limits limits;

    FileReader(ByteBuffer file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    DicomFile read() {
        if (file.remaining() > limits.totalBytes()) {
            throw new DicomException(Flaw.FILE_TOO_LARGE, limits.totalBytes());
        }
        if (isPart10()) {
            return withMeta(START);
        }
        Encoding encoding = guess(0, true).orElseThrow(() -> new DicomException(Flaw.NO_MARK));
        return group(0, encoding) == 0x0002
                ? withMeta(0)
                : new DicomFile(encoding.syntax(), Dataset.builder().build(), reader().dataset(0, encoding));
    }

    private boolean isPart10() {
        return file.remaining() >= START
                && file.get(PREAMBLE) == 'D'
                && file.get(PREAMBLE + 1) == 'I'
                && file.get(PREAMBLE + 2) == 'C'
                && file.get(PREAMBLE + 3) == 'M';
    }

    private DicomFile withMeta(int from) {
        DatasetReader reader = reader();
        // The standard wants group 0002 explicit; some writers forgot.
        Encoding metaEncoding =
                guess(from, false).filter(found -> !found.bigEndian()).orElse(Encoding.EXPLICIT_LITTLE);
        Dataset meta = reader.fileMeta(from, metaEncoding);
        int start = reader.position();
        Optional<String> uid = meta.string(Tags.TRANSFER_SYNTAX_UID);
        TransferSyntax syntax = uid.map(FileReader::known)
                .orElseGet(() ->
                        guess(start, false).orElse(Encoding.EXPLICIT_LITTLE).syntax());
        if (syntax.equals(TransferSyntax.DEFLATED_LITTLE_ENDIAN)) {
            return new DicomFile(
                    syntax, meta, new DatasetReader(inflated(start), limits).dataset(0, syntax.encoding()));
        }
        return new DicomFile(syntax, meta, reader.dataset(start, syntax.encoding()));
    }

    private static TransferSyntax known(String uid) {
        TransferSyntax syntax =
                TransferSyntax.of(uid).orElseThrow(() -> new DicomException(Flaw.SYNTAX_UNKNOWN, printable(uid)));
        if (!syntax.isReadable()) {
            throw new DicomException(Flaw.SYNTAX_NOT_READ, syntax);
        }
        return syntax;
    }

    private static String printable(String uid) {
        String shown = uid.replaceAll("[^0-9A-Za-z.]", "?");
        return shown.length() <= 64 ? shown : shown.substring(0, 64) + "...";
    }

    private DatasetReader reader() {
        return new DatasetReader(file, limits);
    }

    private int group(int at, Encoding encoding) {
        Bytes bytes = new Bytes(file);
        bytes.moveTo(at);
        return bytes.uint16(0, encoding);
    }

    /** The encoding that makes sense of the first element; {@code strict} asks for an element that files do begin with. */
    private Optional<Encoding> guess(int at, boolean strict) {
        Bytes bytes = new Bytes(file);
        if (at + 8 > bytes.size()) {
            return Optional.empty();
        }
        bytes.moveTo(at);
        if (Vr.named(bytes.letters(4)).isPresent()) {
            Encoding encoding = bytes.uint16(0, Encoding.EXPLICIT_LITTLE) >= 0x100
                    ? Encoding.EXPLICIT_BIG
                    : Encoding.EXPLICIT_LITTLE;
            return Optional.of(encoding).filter(found -> !strict || begins(bytes.peekTag(found)));
        }
        boolean fits = bytes.uint32(4, Encoding.IMPLICIT_LITTLE) <= bytes.size() - at - 8;
        return Optional.of(Encoding.IMPLICIT_LITTLE).filter(found -> fits && (!strict || begins(bytes.peekTag(found))));
    }

    private static boolean begins(Tag tag) {
        boolean early = tag.group() >= 0x0002 && tag.group() <= 0x0028;
        return early && (tag.element() == 0 || Dictionary.knows(tag));
    }

    /** Inflates twice, and only counts at first: what grows too large is refused before it is held. */
    private ByteBuffer inflated(int from) {
        byte[] deflated = new byte[file.remaining() - from];
        file.get(file.position() + from, deflated);
        try {
            byte[] data = new byte[inflatedSize(deflated)];
            try (InputStream in = inflating(deflated)) {
                in.readNBytes(data, 0, data.length);
            }
            return ByteBuffer.wrap(data);
        } catch (EOFException e) {
            throw new DicomException(Flaw.DEFLATED_TRUNCATED, from);
        } catch (IOException e) {
            throw new DicomException(Flaw.DEFLATED_DAMAGED, from);
        }
    }

    private int inflatedSize(byte[] deflated) throws IOException {
        byte[] chunk = new byte[1 << 16];
        int size = 0;
        try (InputStream in = inflating(deflated)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (read > limits.totalBytes() - size) {
                    throw new DicomException(Flaw.DEFLATED_TOO_LARGE, limits.totalBytes());
                }
                size += read;
            }
        }
        return size;
    }

    /** The stream ends its inflater when it is closed. */
    private static InputStream inflating(byte[] deflated) {
        Inflater inflater = new Inflater(true);
        return new InflaterInputStream(new ByteArrayInputStream(deflated), inflater) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }
}
