package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Turns the bytes of a data set into elements (PS3.5 chapter 7 and annex A). One pass, no copies but for big-endian words; every length
 * is held against what is there before it is believed.
 */
final class DatasetReader {

    private static final Tag ITEM = Tag.of(0xFFFE, 0xE000);
    private static final Tag ITEM_END = Tag.of(0xFFFE, 0xE00D);
    private static final Tag SEQUENCE_END = Tag.of(0xFFFE, 0xE0DD);
    private static final int FILE_META_GROUP = 0x0002;

    /** What items inherit from the data set around them. */
    private record Context(Encoding encoding, CharacterSet characterSet, int depth) {}

    private final Bytes in;
    private final Limits limits;
    private int count;

    DatasetReader(ByteBuffer file, Limits limits) {
        this.in = new Bytes(file);
        this.limits = limits;
    }

    int position() {
        return in.position();
    }

    /** The elements of group 0002 that begin at {@code from}. */
    Dataset fileMeta(int from, Encoding encoding) {
        in.moveTo(from);
        Context context = new Context(encoding, CharacterSet.ASCII, 0);
        TreeMap<Tag, Element> found = new TreeMap<>();
        while (in.remaining(in.size()) >= 8 && in.peekTag(encoding).group() == FILE_META_GROUP) {
            add(found, element(in.size(), context, found));
        }
        return new Dataset(found, CharacterSet.ASCII);
    }

    /** Everything from {@code from} to the end. */
    Dataset dataset(int from, Encoding encoding) {
        in.moveTo(from);
        return elements(in.size(), new Context(encoding, CharacterSet.ASCII, 0), false);
    }

    private Dataset elements(int end, Context context, boolean delimited) {
        TreeMap<Tag, Element> found = new TreeMap<>();
        while (true) {
            if (in.remaining(end) < 8) {
                if (delimited || !in.onlyZeros(end)) {
                    throw in.refusal(Flaw.ELEMENT_TRUNCATED);
                }
                return dataset(found, context);
            }
            Tag tag = in.peekTag(context.encoding());
            if (delimited && tag.equals(ITEM_END)) {
                in.skip(8);
                return dataset(found, context);
            }
            if (tag.code() == 0 && context.depth() == 0 && in.onlyZeros(end)) {
                return dataset(found, context);
            }
            add(found, element(end, context, found));
        }
    }

    private static Dataset dataset(NavigableMap<Tag, Element> found, Context context) {
        return new Dataset(found, characterSet(found, context));
    }

    private static CharacterSet characterSet(NavigableMap<Tag, Element> found, Context context) {
        return found.containsKey(Tags.SPECIFIC_CHARACTER_SET)
                ? CharacterSet.of(new Dataset(found, CharacterSet.ASCII).strings(Tags.SPECIFIC_CHARACTER_SET))
                : context.characterSet();
    }

    /** Group lengths tell of the old encoding, not of the image, and are let go. */
    private void add(NavigableMap<Tag, Element> found, Element element) {
        countOne();
        if (element.tag().element() != 0 && found.put(element.tag(), element) != null) {
            throw in.refusal(Flaw.ELEMENT_TWICE, element.tag());
        }
    }

    private void countOne() {
        if (++count > limits.elements()) {
            throw in.refusal(Flaw.ELEMENTS_TOO_MANY, limits.elements());
        }
    }

    private Element element(int end, Context context, NavigableMap<Tag, Element> before) {
        Header header = Header.read(in, end, context.encoding(), before);
        if (header.tag().group() == 0xFFFE) {
            throw in.refusal(Flaw.DELIMITER_ASTRAY, header.tag());
        }
        if (header.vr() == Vr.SQ) {
            return sequence(header, end, context.encoding(), characterSet(before, context), context.depth());
        }
        if (!header.isUndefined()) {
            return new Element(header.tag(), header.vr(), new Value.Plain(value(header, end, context.encoding())));
        }
        if (header.tag().equals(Tags.PIXEL_DATA)) {
            return new Element(header.tag(), Vr.OB, fragments(end, context.encoding()));
        }
        if (header.vr() == Vr.UN) {
            // PS3.5 section 6.2.2 note 4: unknown and of undefined length means a sequence in implicit encoding.
            return sequence(header, end, Encoding.IMPLICIT_LITTLE, characterSet(before, context), context.depth());
        }
        throw in.refusal(Flaw.LENGTH_UNDEFINED, header.tag(), header.vr());
    }

    private ByteBuffer value(Header header, int end, Encoding encoding) {
        if (header.length() > limits.elementBytes()) {
            throw in.refusal(Flaw.ELEMENT_TOO_LARGE, header.tag(), header.length(), limits.elementBytes());
        }
        ByteBuffer bytes = in.take(header.tag(), header.length(), end);
        return encoding.bigEndian() ? Bytes.reversed(bytes, header.vr().word()) : bytes;
    }

    private Element sequence(Header header, int end, Encoding encoding, CharacterSet characterSet, int depth) {
        if (depth >= limits.depth()) {
            throw in.refusal(Flaw.NESTED_TOO_DEEP, header.tag(), limits.depth());
        }
        Context inside = new Context(encoding, characterSet, depth + 1);
        int stop = header.isUndefined() ? end : in.endOf(header.tag(), header.length(), end);
        List<Dataset> items = new ArrayList<>();
        while (header.isUndefined() || in.position() < stop) {
            Header part = Header.readItem(in, stop, encoding);
            if (part.tag().equals(SEQUENCE_END)) {
                break;
            }
            if (!part.tag().equals(ITEM)) {
                throw in.refusal(Flaw.ITEM_EXPECTED, header.tag(), part.tag());
            }
            countOne();
            items.add(
                    part.isUndefined()
                            ? elements(stop, inside, true)
                            : elements(in.endOf(header.tag(), part.length(), stop), inside, false));
        }
        return new Element(header.tag(), Vr.SQ, new Value.Items(items));
    }

    private Value.Fragments fragments(int end, Encoding encoding) {
        List<ByteBuffer> parts = new ArrayList<>();
        while (true) {
            Header part = Header.readItem(in, end, encoding);
            if (part.tag().equals(SEQUENCE_END)) {
                return new Value.Fragments(parts);
            }
            if (!part.tag().equals(ITEM) || part.isUndefined()) {
                throw in.refusal(Flaw.FRAGMENT_EXPECTED, part.tag());
            }
            countOne();
            parts.add(in.take(Tags.PIXEL_DATA, part.length(), end));
        }
    }
}
