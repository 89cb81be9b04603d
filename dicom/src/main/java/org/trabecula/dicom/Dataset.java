package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Attributes in the order of their tags (PS3.5 section 7.1). Never changes. The typed questions answer with nothing when the attribute
 * is absent, empty, or not of that type: what a scanner wrote badly is no reason to stop.
 */
public final class Dataset {

    private final Map<Tag, Element> elements;
    private final CharacterSet characterSet;

    /** The map is handed over and must not be touched again. */
    Dataset(NavigableMap<Tag, Element> elements, CharacterSet characterSet) {
        this.elements = Collections.unmodifiableMap(elements);
        this.characterSet = characterSet;
    }

    public static DatasetBuilder builder() {
        return new DatasetBuilder();
    }

    /** A builder that begins with everything that is here. */
    public DatasetBuilder toBuilder() {
        DatasetBuilder builder = new DatasetBuilder();
        elements.values().forEach(element -> builder.put(element, this));
        return builder;
    }

    public Collection<Element> elements() {
        return elements.values();
    }

    public Optional<Element> element(Tag tag) {
        return Optional.ofNullable(elements.get(tag));
    }

    public boolean contains(Tag tag) {
        return elements.containsKey(tag);
    }

    public CharacterSet characterSet() {
        return characterSet;
    }

    /** The first value as text, without padding. */
    public Optional<String> string(Tag tag) {
        return strings(tag).stream().findFirst().filter(text -> !text.isEmpty());
    }

    /** All values as text, without padding; empty ones in between stay. */
    public List<String> strings(Tag tag) {
        return element(tag).map(this::strings).orElse(List.of());
    }

    /** All values of an element of this data set as text. */
    public List<String> strings(Element element) {
        if (!element.vr().isText() || !(element.value() instanceof Value.Plain plain)) {
            return List.of();
        }
        byte[] bytes = plain.copy();
        String text = (element.vr().isFreeText() ? characterSet : CharacterSet.ASCII).decode(bytes);
        if (!element.vr().mayHoldSeveral() || text.indexOf('\\') < 0) {
            String one = withoutPadding(text);
            return one.isEmpty() ? List.of() : List.of(one);
        }
        return Arrays.stream(text.split("\\\\", -1))
                .map(Dataset::withoutPadding)
                .toList();
    }

    private static String withoutPadding(String text) {
        return text.replace("\0", "").strip();
    }

    /** The first value as a whole number: US, SS, UL, SL or IS. */
    public OptionalInt integer(Tag tag) {
        OptionalDouble number = decimal(tag);
        if (number.isEmpty()
                || number.getAsDouble() != Math.rint(number.getAsDouble())
                || Math.abs(number.getAsDouble()) > Integer.MAX_VALUE) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) number.getAsDouble());
    }

    /** The first value as a finite number, of any numeric representation. */
    public OptionalDouble decimal(Tag tag) {
        List<Double> all = decimals(tag);
        return all.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(all.getFirst());
    }

    /** All values as finite numbers; nothing at all if any of them is not one. */
    public List<Double> decimals(Tag tag) {
        return element(tag).map(this::numbers).orElse(List.of());
    }

    private List<Double> numbers(Element element) {
        return switch (element.vr()) {
            case DS, IS -> Numbers.parsed(strings(element));
            case US, SS, UL, SL, UV, SV, FL, FD ->
                bytes(element).map(bytes -> Numbers.read(element.vr(), bytes)).orElse(List.of());
            case AE, AS, AT, CS, DA, DT, LO, LT, OB, OD, OF, OL, OV, OW, PN, SH, SQ, ST, TM, UC, UI, UN, UR, UT ->
                List.of();
        };
    }

    /** The items of a sequence; none if there is no such sequence. */
    public List<Dataset> items(Tag tag) {
        return element(tag)
                .map(Element::value)
                .map(value -> value instanceof Value.Items items ? items.items() : List.<Dataset>of())
                .orElse(List.of());
    }

    /** The bytes of a value, little endian, as a view without a copy. */
    public Optional<ByteBuffer> bytes(Tag tag) {
        return element(tag).flatMap(Dataset::bytes);
    }

    private static Optional<ByteBuffer> bytes(Element element) {
        return element.value() instanceof Value.Plain plain ? Optional.of(plain.bytes()) : Optional.empty();
    }

    /** Same tags, representations and bytes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Dataset that && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    /** Names the attributes, never their values: this ends up in logs. */
    @Override
    public String toString() {
        return elements.keySet().toString();
    }
}
