package org.trabecula.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts a data set together, representations taken from the dictionary. Text is written as UTF-8, and ISO_IR 192 is declared once any
 * of it leaves ASCII.
 */
public final class DatasetBuilder {

    private final TreeMap<Tag, Element> elements = new TreeMap<>();
    private boolean beyondAscii;

    DatasetBuilder() {}

    /** Text, several values allowed where the standard allows them. */
    public DatasetBuilder put(Tag tag, String... values) {
        Vr vr = Dictionary.vrOf(tag, false);
        if (!vr.isText()) {
            throw new IllegalArgumentException(tag + " is " + vr + " and holds no text.");
        }
        return text(tag, vr, List.of(values));
    }

    /** Numbers, whether the attribute holds them in binary or as digits. */
    public DatasetBuilder put(Tag tag, int... values) {
        return numbers(tag, Arrays.stream(values).asDoubleStream().toArray());
    }

    /** Numbers; DS keeps at most 16 characters of each. */
    public DatasetBuilder put(Tag tag, double... values) {
        return numbers(tag, values);
    }

    /** Bytes, little endian. The array must not be changed afterwards. */
    public DatasetBuilder put(Tag tag, byte[] littleEndian) {
        return put(Element.of(tag, Dictionary.vrOf(tag, false), littleEndian));
    }

    public DatasetBuilder put(Tag tag, List<Dataset> items) {
        return put(new Element(tag, Vr.SQ, new Value.Items(items)));
    }

    /** An element as it is; free text in it must be ASCII or UTF-8. */
    public DatasetBuilder put(Element element) {
        elements.put(element.tag(), element);
        return this;
    }

    /** An element of another data set; its text is carried over from that one's character set. */
    public DatasetBuilder put(Element element, Dataset from) {
        if (element.vr().isFreeText()) {
            return text(element.tag(), element.vr(), from.strings(element));
        }
        return element.tag().equals(Tags.SPECIFIC_CHARACTER_SET) ? this : put(element);
    }

    /** An attribute that is present and has no value. */
    public DatasetBuilder putEmpty(Tag tag) {
        Vr vr = Dictionary.vrOf(tag, false);
        return vr == Vr.SQ ? put(tag, List.<Dataset>of()) : put(Element.of(tag, vr, new byte[0]));
    }

    public DatasetBuilder remove(Tag tag) {
        elements.remove(tag);
        return this;
    }

    public Dataset build() {
        if (beyondAscii) {
            put(Tags.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        }
        return new Dataset(new TreeMap<>(elements), CharacterSet.UTF_8);
    }

    private DatasetBuilder text(Tag tag, Vr vr, List<String> values) {
        String joined = String.join("\\", values);
        byte[] bytes = joined.getBytes(StandardCharsets.UTF_8);
        for (byte one : bytes) {
            beyondAscii |= one < 0 || one > 0x7E;
        }
        return put(Element.of(tag, vr, bytes));
    }

    private DatasetBuilder numbers(Tag tag, double[] values) {
        Vr vr = Dictionary.vrOf(tag, Arrays.stream(values).anyMatch(value -> value < 0));
        return switch (vr) {
            case DS ->
                text(
                        tag,
                        vr,
                        Arrays.stream(values).mapToObj(Numbers::decimalString).toList());
            case IS ->
                text(
                        tag,
                        vr,
                        Arrays.stream(values)
                                .mapToLong(Numbers::whole)
                                .mapToObj(Long::toString)
                                .toList());
            case US, SS, UL, SL, UV, SV, FL, FD -> put(Element.of(tag, vr, Numbers.written(vr, values)));
            case AE, AS, AT, CS, DA, DT, LO, LT, OB, OD, OF, OL, OV, OW, PN, SH, SQ, ST, TM, UC, UI, UN, UR, UT ->
                throw new IllegalArgumentException(tag + " is " + vr + " and holds no numbers.");
        };
    }
}
