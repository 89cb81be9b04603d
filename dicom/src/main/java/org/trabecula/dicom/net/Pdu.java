package org.trabecula.dicom.net;

import java.nio.ByteBuffer;

/** A protocol data unit (PS3.8 section 9.3). */
sealed interface Pdu {
    int ASSOCIATE_RQ = 1;
    int ASSOCIATE_AC = 2;
    int ASSOCIATE_RJ = 3;
    int DATA = 4;
    int RELEASE_RQ = 5;
    int RELEASE_RP = 6;
    int ABORT = 7;

    record AssociateRequest(Proposal proposal) implements Pdu {}

    record AssociateAccept(Acceptance acceptance) implements Pdu {}

    /** With the numbers of table 9-21. */
    record AssociateReject(int result, int source, int reason) implements Pdu {}

    /** Its bytes belong to the reader and are good until the next unit is read. */
    record Data(ByteBuffer values) implements Pdu {}

    record ReleaseRequest() implements Pdu {}

    record ReleaseReply() implements Pdu {}

    record Abort(int source, int reason) implements Pdu {}
}
