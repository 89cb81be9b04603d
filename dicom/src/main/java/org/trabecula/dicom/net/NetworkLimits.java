package org.trabecula.dicom.net;

import java.time.Duration;

/**
 * How much a peer may ask for, and how long it may take.
 *
 * @param associations at the same time
 * @param pduBytes the longest protocol data unit that is taken; announced to the peer (PS3.8 annex D.1)
 * @param datasetBytes of one object
 * @param idle how long nothing may come between two units
 * @param patience how long one unit may take from its first byte to its last, and one answer to be written
 */
public record NetworkLimits(int associations, int pduBytes, long datasetBytes, Duration idle, Duration patience) {
    private static final int LEAST_PDU = 4096;
    private static final int MOST_PDU = 1 << 20;

    public NetworkLimits {
        if (associations < 1 || datasetBytes < 1 || pduBytes < LEAST_PDU || pduBytes > MOST_PDU) {
            throw new IllegalArgumentException(
                    "At least one association and one byte are allowed, and units of 4096 bytes to 1 MiB");
        }
        if (idle.toMillis() < 1 || patience.toMillis() < 1) {
            throw new IllegalArgumentException("A peer has at least one millisecond");
        }
    }

    /** 16 associations, units of 128 KiB (the most that DCMTK sends), objects of 256 MiB, a minute idle, half a minute a unit. */
    public static NetworkLimits standard() {
        return new NetworkLimits(16, 1 << 17, 256L << 20, Duration.ofMinutes(1), Duration.ofSeconds(30));
    }
}
