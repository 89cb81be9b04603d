package org.trabecula.dicom;

import java.util.Optional;

/** The name of an attribute: group and element number (PS3.5 section 7.1), held as one unsigned number, group in the high half. */
public record Tag(int code) implements Comparable<Tag> {

    public static Tag of(int group, int element) {
        return new Tag((group << 16) | (element & 0xFFFF));
    }

    /**
     * The tag of an attribute of the standard.
     *
     * @throws IllegalArgumentException if the dictionary has no such keyword
     */
    public static Tag named(String keyword) {
        return Dictionary.tagOf(keyword)
                .orElseThrow(() -> new IllegalArgumentException("No attribute is called " + keyword + "."));
    }

    public int group() {
        return code >>> 16;
    }

    public int element() {
        return code & 0xFFFF;
    }

    /** Odd groups belong to the makers of devices (PS3.5 section 7.8). */
    public boolean isPrivate() {
        return (group() & 1) == 1;
    }

    /** The keyword of PS3.6, absent for private and unknown attributes. */
    public Optional<String> keyword() {
        return Dictionary.keywordOf(this);
    }

    /** Whether the standard lets this attribute have that representation; never so for private and unknown ones. */
    public boolean allows(Vr vr) {
        return Dictionary.allows(this, vr);
    }

    @Override
    public int compareTo(Tag other) {
        return Integer.compareUnsigned(code, other.code);
    }

    /** For people: {@code Rows (0028,0010)}. */
    @Override
    public String toString() {
        String number = "(%04X,%04X)".formatted(group(), element());
        return keyword().map(name -> name + " " + number).orElse(number);
    }
}
