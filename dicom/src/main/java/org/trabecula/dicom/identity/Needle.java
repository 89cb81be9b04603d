package org.trabecula.dicom.identity;

import org.trabecula.dicom.Tag;

/**
 * A piece of identity to look for.
 *
 * @param text in lower case
 * @param person the whole name that a word is part of, empty for identifiers
 * @param origin the attribute of the original that had it
 */
record Needle(String text, String person, Tag origin) {

    boolean isNameWord() {
        return !person.isEmpty();
    }

    boolean isDigits() {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    boolean isAscii() {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** Too short to mean anything inside another word. */
    boolean isShort() {
        return isAscii() && text.length() < 4;
    }
}
