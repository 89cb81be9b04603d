package org.trabecula.app.demo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.trabecula.study.journal.Hash;

/**
 * Who is imaged, and when: what the files of one examination have in common.
 *
 * @param examination a word from which all its UIDs follow
 */
record Examinee(String patient, LocalDate on, String examination) {

    /** Always the same for the same examination (PS3.5 annex B.2 gives the form 2.25). */
    String uid(String what) {
        byte[] digest = Hash.sha256((examination + "/" + what).getBytes(StandardCharsets.UTF_8))
                .bytes();
        return "2.25." + new BigInteger(1, Arrays.copyOf(digest, 16));
    }
}
