package org.trabecula.dicom.net;

import java.io.IOException;

/** The peer refused, broke off, or did not keep to the protocol; the sentence says which. */
public final class NetworkException extends IOException {
    private static final long serialVersionUID = 1;

    /** Reasons of the upper layer for breaking off (PS3.8 table 9-26). */
    enum Reason {
        NOT_SPECIFIED,
        UNRECOGNIZED_PDU,
        UNEXPECTED_PDU,
        RESERVED,
        UNRECOGNIZED_PARAMETER,
        UNEXPECTED_PARAMETER,
        INVALID_PARAMETER
    }

    private final Reason reason;
    private final boolean gone;

    private NetworkException(Reason reason, boolean gone, String sentence) {
        super(sentence);
        this.reason = reason;
        this.gone = gone;
    }

    static NetworkException because(Reason reason, String sentence) {
        return new NetworkException(reason, false, sentence);
    }

    /** The peer has left, or does not want to be talked to: it need not be told. */
    static NetworkException gone(String sentence) {
        return new NetworkException(Reason.NOT_SPECIFIED, true, sentence);
    }

    Reason reason() {
        return reason;
    }

    boolean isGone() {
        return gone;
    }
}
