package org.trabecula.dicom.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Value;

/** A data set as implicit little endian, the one encoding that every peer takes (PS3.5 section 7.1.3). Small data sets only. */
final class ImplicitWriter {
    private static final int ITEM_GROUP = 0xFFFE;
    private static final int ITEM = 0xE000;

    private ImplicitWriter() {}

    static byte[] bytes(Dataset dataset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Element element : dataset.elements()) {
            byte[] value = value(element);
            header(out, element.tag().group(), element.tag().element(), value.length);
            out.writeBytes(value);
        }
        return out.toByteArray();
    }

    private static byte[] value(Element element) {
        return switch (element.value()) {
            case Value.Plain plain -> even(plain.bytes(), element.vr().isText() ? " " : "\0", element);
            case Value.Items items -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                items.items().forEach(item -> {
                    byte[] bytes = bytes(item);
                    header(out, ITEM_GROUP, ITEM, bytes.length);
                    out.writeBytes(bytes);
                });
                yield out.toByteArray();
            }
            case Value.Fragments _ -> throw new IllegalArgumentException("Compressed pixels have no implicit encoding");
        };
    }

    private static byte[] even(ByteBuffer value, String padding, Element element) {
        int length = value.remaining();
        byte[] bytes = new byte[length + (length & 1)];
        value.get(bytes, 0, length);
        if (bytes.length > length && element.vr() != org.trabecula.dicom.Vr.UI) {
            bytes[length] = (byte) padding.charAt(0);
        }
        return bytes;
    }

    private static void header(ByteArrayOutputStream out, int group, int element, int length) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) group)
                .putShort((short) element)
                .putInt(length)
                .array());
    }
}
