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
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    boolean isAscii() {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Too short to mean anything inside another word. */
    boolean isShort() {
        return isAscii() && text.length() < 4;
    }
}
