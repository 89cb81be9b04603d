package org.trabecula.dicom.identity;

import java.math.BigInteger;
import java.util.Arrays;

/** Old UIDs to new ones, by the secret alone: nothing is remembered, yet references still meet (PS3.5 annex B.2 gives the form 2.25). */
record UidMap(Secret secret) {

    private static final String STANDARD = "1.2.840.10008.";
    private static final int UUID_BYTES = 16;

    /** Whether a UID names something of the standard, not something of a person. */
    static boolean isWellKnown(String uid) {
        return uid.startsWith(STANDARD) && uid.matches("[0-9.]{1,64}");
    }

    String replacement(String uid) {
        if (uid.isEmpty() || isWellKnown(uid)) {
            return uid;
        }
        byte[] digest = Arrays.copyOf(secret.digest("uid", uid), UUID_BYTES);
        return "2.25." + new BigInteger(1, digest);
    }
}
