package org.trabecula.study.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HashTest {
    /** FIPS 180-4 example: SHA-256 of "abc". */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theHashOfSeveralPartsIsThatOfTheirJoin() {
        assertThat(Hash.sha256("a".getBytes(US_ASCII), new byte[0], "bc".getBytes(US_ASCII)))
                .hasToString(ABC)
                .isEqualTo(Hash.of(ABC))
                .hasSameHashCodeAs(Hash.of(ABC));
    }

    @Test
    void aHashIsNotChangedThroughTheBytesItGaveOrTook() {
        byte[] given = Hash.of(ABC).bytes();
        Hash hash = Hash.of(given);
        given[0]++;
        hash.bytes()[1]++;
        assertThat(hash).hasToString(ABC);
    }

    @Test
    void whatIsNot32BytesLongIsNoHash() {
        assertThatThrownBy(() -> Hash.of(new byte[31])).hasMessageContaining("32 bytes, not 31");
        assertThatThrownBy(() -> Hash.of("abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
