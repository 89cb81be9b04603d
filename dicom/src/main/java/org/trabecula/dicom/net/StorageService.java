package org.trabecula.dicom.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** What becomes of objects that are received. Called from a thread of each association, so by several at once. */
public interface StorageService {

    /** Whether a peer is talked to at all. */
    enum Admission {
        WELCOME,
        /** The title that was asked for is not ours. */
        CALLED_UNKNOWN,
        /** The peer is not one of those who may send. */
        CALLING_UNKNOWN
    }

    /** Whether an object is kept (PS3.4 section J.3). */
    enum Commitment {
        KEPT(0),
        /** There is no such object here. */
        UNKNOWN(0x0112),
        /** There is, but it is of another kind. */
        OTHER_CLASS(0x0119),
        /** It was here and is damaged, or could not be looked at. */
        FAILED(0x0110);

        private final int reason;

        Commitment(int reason) {
            this.reason = reason;
        }

        int reason() {
            return reason;
        }
    }

    /** One object while it comes. Ends in exactly one of {@link #complete} and {@link #abandon}. */
    interface Receiving {

        /** Where the data set goes, as it was encoded by the sender; {@link Arriving#fileHeader} is not written to it. */
        OutputStream out() throws IOException;

        /** All of it is there. Whatever this answers the sender is told. */
        StoreAnswer complete() throws IOException;

        /** It was cut off: nothing of it counts. */
        void abandon();
    }

    Admission admit(Peer peer);

    Receiving begin(Peer peer, Arriving object) throws IOException;

    /** Which of the objects are kept for good, in the order of the question. */
    List<Commitment> commitments(Peer peer, List<InstanceReference> objects);

    /** Where a peer waits for an answer about kept objects after it has left; empty when it does not. */
    Optional<Remote> reportsTo(Peer peer);

    /** A peer answered about objects that had been sent to it. */
    default void reported(Peer peer, CommitmentReport report) {}
}
