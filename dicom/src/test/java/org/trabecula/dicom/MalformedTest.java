package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken files end in a clean read or in one exception with a sentence, never otherwise. */
class MalformedTest {

    private static final Handling HANDLING = Handling.within(Limits.standard());

    static Stream<String> malformed() {
        return Samples.in("malformed").stream();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void everyBrokenFileIsReadOrRefused(String name) {
        assertThat(HANDLING.of(Samples.bytes(name))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "MR_truncated.dcm, TRUNCATED",
        "rtplan_truncated.dcm, TRUNCATED",
        "emri_small_jpeg_2k_lossless_too_short.dcm, TRUNCATED",
        "no_meta.dcm, NOT_DICOM",
        "meta_missing_tsyntax.dcm, MALFORMED"
    })
    void knownDamageHasItsReason(String name, DicomException.Reason reason) {
        assertThat(HANDLING.of(Samples.bytes("malformed/" + name)).map(DicomException::reason))
                .hasValue(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Samples.LUMBAR,
                "syntaxes/implicit-little-endian.dcm",
                "syntaxes/explicit-big-endian.dcm",
                "syntaxes/deflated.dcm",
                "syntaxes/rle-lossless.dcm",
                "syntaxes/jpeg-lossless.dcm",
                "syntaxes/jpeg-ls-lossless.dcm",
                "syntaxes/jpeg-2000-lossless.dcm",
                "syntaxes/jpeg-baseline.dcm",
                "syntaxes/jpeg-extended-split-frames.dcm"
            })
    void anyTruncationIsReadOrRefused(String name) {
        byte[] whole = Samples.bytes(name);
        for (int i = 0; i < 200; i++) {
            HANDLING.of(Arrays.copyOf(whole, (int) ((long) whole.length * i / 200)));
        }
    }

    /** The file is whole here, and says so; only the codestream in it is not. */
    @ParameterizedTest
    @MethodSource("org.trabecula.dicom.Codestreams#names")
    void aCodestreamThatEndsEarlyIsNeverShown(String name) {
        byte[] whole = Samples.bytes("codestreams/" + name);
        for (int i = 0; i < 200; i++) {
            byte[] cut = Arrays.copyOf(whole, (int) ((long) (whole.length - 8) * i / 200));
            assertThat(HANDLING.of(Codestreams.file(name, cut)))
                    .as("%s cut after %d bytes", name, cut.length)
                    .isPresent();
        }
    }
}
