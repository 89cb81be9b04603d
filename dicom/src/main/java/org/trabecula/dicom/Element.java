package org.trabecula.dicom;

import java.nio.ByteBuffer;

/** One attribute with its value (PS3.5 section 7.1). A sequence has items and nothing else has. */
public record Element(Tag tag, Vr vr, Value value) {

    public Element {
        if ((vr == Vr.SQ) != (value instanceof Value.Items)) {
            throw new IllegalArgumentException(tag + ": a sequence has items, and nothing else has.");
        }
        if (value instanceof Value.Fragments && !tag.equals(Tags.PIXEL_DATA)) {
            throw new IllegalArgumentException(tag + ": only Pixel Data may come in fragments.");
        }
    }

    public static Element of(Tag tag, Vr vr, byte[] littleEndian) {
        return new Element(tag, vr, new Value.Plain(ByteBuffer.wrap(littleEndian)));
    }
}
