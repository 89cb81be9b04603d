package org.trabecula.app.store;

/**
 * Who a participant is. Lives in the vault alone, never in the journal. The empty text means that it is not known.
 *
 * @param born date of birth as {@code yyyy-mm-dd}
 * @param recordNumber the hospital's medical record number
 */
public record Identity(String name, String born, String recordNumber, String phone) {

    /** Says nothing, so that a line in a log never does. */
    @Override
    public String toString() {
        return "Identity[…]";
    }
}
