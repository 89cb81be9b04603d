package org.trabecula.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes elements as explicit little endian, sequences with defined lengths (PS3.5 sections 7.1.2 and 7.5). Odd values are padded, but
 * fragments of pixels stay as they were received, all but the last.
 */
final class DatasetWriter {

    private static final int CHUNK = 1 << 16;
    private static final int SHORT_FORM_MOST = 0xFFFE;
    private static final int ITEM = 0xE000;
    private static final int SEQUENCE_END = 0xE0DD;

    private final OutputStream out;

    DatasetWriter(OutputStream out) {
        this.out = out;
    }

    void write(Dataset dataset) throws IOException {
        for (Element element : dataset.elements()) {
            header(element);
            switch (element.value()) {
                case Value.Plain plain -> plain(plain.bytes(), element.vr().padding());
                case Value.Items items -> items(items.items());
                case Value.Fragments fragments -> fragments(fragments.parts());
            }
        }
    }

    private void items(List<Dataset> items) throws IOException {
        for (Dataset item : items) {
            mark(ITEM, sizeOf(item));
            write(item);
        }
    }

    private void fragments(List<ByteBuffer> parts) throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            ByteBuffer part = parts.get(i).duplicate();
            if (i == parts.size() - 1) {
                mark(ITEM, even(part.remaining()));
                plain(part, (byte) 0);
            } else {
                // Padding would stand inside a frame, or move the next one from where the tables say it is.
                mark(ITEM, part.remaining());
                copy(part);
            }
        }
        mark(SEQUENCE_END, 0);
    }

    private void header(Element element) throws IOException {
        boolean undefined = element.value() instanceof Value.Fragments;
        long length = undefined ? 0xFFFFFFFFL : sizeOf(element.value());
        Vr vr = written(element.vr(), length);
        ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort((short) element.tag().group())
                .putShort((short) element.tag().element());
        header.put((byte) vr.name().charAt(0)).put((byte) vr.name().charAt(1));
        if (vr.longForm()) {
            header.putShort((short) 0).putInt((int) length);
        } else {
            header.putShort((short) length);
        }
        out.write(header.array(), 0, header.position());
    }

    /** A value too long for the short form is written as unknown (PS3.5 section 6.2.2 note 2). */
    private static Vr written(Vr vr, long length) {
        return !vr.longForm() && length > SHORT_FORM_MOST ? Vr.UN : vr;
    }

    private void mark(int element, long length) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        mark.putShort((short) 0xFFFE).putShort((short) element).putInt((int) length);
        out.write(mark.array());
    }

    private void plain(ByteBuffer bytes, byte padding) throws IOException {
        boolean odd = (bytes.remaining() & 1) == 1;
        copy(bytes);
        if (odd) {
            out.write(padding);
        }
    }

    private void copy(ByteBuffer bytes) throws IOException {
        if (bytes.hasArray()) {
            out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            return;
        }
        if (out instanceof Room room && room.take(bytes)) {
            return;
        }
        byte[] chunk = new byte[Math.min(CHUNK, bytes.remaining())];
        while (bytes.hasRemaining()) {
            int now = Math.min(chunk.length, bytes.remaining());
            bytes.get(chunk, 0, now);
            out.write(chunk, 0, now);
        }
    }

    static long sizeOf(Dataset dataset) {
        return dataset.elements().stream().mapToLong(DatasetWriter::sizeOf).sum();
    }

    private static long sizeOf(Element element) {
        long size = sizeOf(element.value());
        return size + (written(element.vr(), size).longForm() ? 12 : 8);
    }

    private static long sizeOf(Value value) {
        return switch (value) {
            case Value.Plain plain -> even(plain.bytes().remaining());
            case Value.Items items ->
                items.items().stream().mapToLong(item -> 8 + sizeOf(item)).sum();
            case Value.Fragments fragments -> sizeOf(fragments.parts());
        };
    }

    private static long sizeOf(List<ByteBuffer> parts) {
        long size = parts.stream().mapToLong(part -> 8 + part.remaining()).sum() + 8;
        return parts.isEmpty() ? size : size + (parts.getLast().remaining() & 1);
    }

    private static long even(int length) {
        return length + (length & 1L);
    }
}
