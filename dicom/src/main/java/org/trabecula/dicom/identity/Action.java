package org.trabecula.dicom.identity;

/** What happens to an attribute that is present. */
enum Action {
    KEEP,
    REMOVE,
    EMPTY,
    /** A meaningless word in place of the text. */
    DUMMY,
    /** Another UID, the same for the same old one. */
    UID,
    SHIFT,
    /** An age of 90 years and more says no more than 90. */
    AGE,
    PSEUDONYM,
    /** What a list of words knows of the text, in the words of that list. */
    DESCRIPTOR,
    /** Another number, the same for the same device. */
    DEVICE,
    /** The sequence stays; each item goes through the table. */
    ITEMS
}
