package org.trabecula.dicom.net;

/**
 * What a sender is told about one object (PS3.4 table B.2-1).
 *
 * @param comment why not; empty when it is kept
 */
public record StoreAnswer(Status status, String comment) {

    /** With the status code that travels. */
    public enum Status {
        STORED(0x0000),
        /** The sender may not send this. */
        NOT_AUTHORIZED(0x0124),
        /** Nothing is wrong with the object; there is no room or no time for it. */
        OUT_OF_RESOURCES(0xA700),
        /** The object is not what the message said it is. */
        DOES_NOT_MATCH(0xA900),
        /** The object cannot be taken as it is. */
        NOT_UNDERSTOOD(0xC000);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /** It is kept, and stays so when the power fails now. */
    public static StoreAnswer stored() {
        return new StoreAnswer(Status.STORED, "");
    }

    public static StoreAnswer refused(Status why, String comment) {
        return new StoreAnswer(why, comment);
    }
}
