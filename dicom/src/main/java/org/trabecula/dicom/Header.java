package org.trabecula.dicom;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands before a value: tag, representation, length (PS3.5 sections 7.1.2 and 7.1.3). */
record Header(Tag tag, Vr vr, long length) {

    private static final long UNDEFINED = 0xFFFFFFFFL;

    boolean isUndefined() {
        return length == UNDEFINED;
    }

    /** Reads an element's header; {@code before} are the elements that came earlier in the same data set. */
    static Header read(Bytes in, int end, Encoding encoding, Map<Tag, Element> before) {
        Tag tag = in.peekTag(encoding);
        boolean hasNoVr = !encoding.explicit() || tag.group() == 0xFFFE;
        return hasNoVr ? implicit(in, end, encoding, tag, before) : explicit(in, end, encoding, tag, before);
    }

    /** Reads the header of an item, a fragment or a delimiter: those never say a representation (PS3.5 section 7.5). */
    static Header readItem(Bytes in, int end, Encoding encoding) {
        need(in, end, 8);
        Header header = new Header(in.peekTag(encoding), Vr.UN, in.uint32(4, encoding));
        in.skip(8);
        return header;
    }

    private static Header implicit(Bytes in, int end, Encoding encoding, Tag tag, Map<Tag, Element> before) {
        Header item = readItem(in, end, encoding);
        return new Header(tag, known(tag, before), item.length());
    }

    private static boolean isSigned(@Nullable Element representation) {
        return representation != null
                && representation.value() instanceof Value.Plain plain
                && plain.bytes().remaining() == 2
                && plain.bytes().getShort() == 1;
    }

    private static Header explicit(Bytes in, int end, Encoding encoding, Tag tag, Map<Tag, Element> before) {
        need(in, end, 8);
        String letters = in.letters(4);
        if (!isCapital(letters.charAt(0)) || !isCapital(letters.charAt(1))) {
            throw in.refusal(Flaw.VR_INVALID, tag);
        }
        // PS3.5 section 6.2: a representation that came after this program has the long form.
        Vr vr = Vr.named(letters).orElse(Vr.UN);
        int size = vr.longForm() ? 12 : 8;
        need(in, end, size);
        long length = vr.longForm() ? in.uint32(8, encoding) : in.uint16(6, encoding);
        in.skip(size);
        return new Header(tag, vr == Vr.UN ? meant(tag, length, encoding, before) : vr, length);
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    /** What a value said to be unknown is by the dictionary: archives forget representations that they did not know (PS3.5 section 6.2.2). */
    private static Vr meant(Tag tag, long length, Encoding encoding, Map<Tag, Element> before) {
        Vr vr = known(tag, before);
        return length == UNDEFINED || vr == Vr.SQ || encoding.bigEndian() ? Vr.UN : vr;
    }

    private static Vr known(Tag tag, Map<Tag, Element> before) {
        return Dictionary.vrOf(tag, isSigned(before.get(Tags.PIXEL_REPRESENTATION)));
    }

    private static void need(Bytes in, int end, int bytes) {
        if (in.remaining(end) < bytes) {
            throw in.refusal(Flaw.HEADER_TRUNCATED, in.remaining(end));
        }
    }
}
