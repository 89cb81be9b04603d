package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.dicom.identity.DateShift;
import org.trabecula.dicom.identity.Deidentifier;
import org.trabecula.dicom.identity.IdentityLeak;
import org.trabecula.dicom.identity.Secret;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.PixelData;

/** Broken files end in a clean read or in one exception with a sentence, never otherwise. */
class MalformedTest {

    private static final int MUTATIONS_PER_FILE = 300;

    static Stream<String> malformed() {
        return Samples.in("malformed").stream();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void everyBrokenFileIsReadOrRefused(String name) {
        refusal(Samples.bytes(name))
                .ifPresent(refusal ->
                        assertThat(refusal.getMessage()).endsWith(".").hasSizeGreaterThan(20));
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
        assertThat(refusal(Samples.bytes("malformed/" + name)).map(DicomException::reason))
                .hasValue(reason);
    }

    @Test
    void anyTruncationIsReadOrRefused() {
        for (String name : seeds()) {
            byte[] whole = Samples.bytes(name);
            for (int i = 0; i < 200; i++) {
                refusal(Arrays.copyOf(whole, (int) ((long) whole.length * i / 200)));
            }
        }
    }

    @Test
    void anyMutationIsReadOrRefused() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (String name : seeds()) {
            byte[] whole = Samples.bytes(name);
            for (int i = 0; i < MUTATIONS_PER_FILE; i++) {
                refusal(mutated(whole, random));
            }
        }
    }

    /** Small files, so that thousands of cases stay a matter of seconds. */
    private static List<String> seeds() {
        return Stream.concat(
                        Samples.in("malformed").stream().filter(name -> Samples.bytes(name).length < 10_000),
                        Stream.of(Samples.LUMBAR))
                .toList();
    }

    private static byte[] mutated(byte[] whole, RandomGenerator random) {
        byte[] copy = whole.clone();
        int header = Math.min(copy.length, 2_500);
        for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
            int at = random.nextInt(header);
            switch (random.nextInt(4)) {
                case 0 -> copy[at] = (byte) random.nextInt();
                case 1 -> copy[at] = (byte) 0xFF;
                case 2 ->
                    Arrays.fill(copy, at, Math.min(copy.length, at + 4), (byte) (random.nextBoolean() ? 0 : 0xFF));
                default ->
                    System.arraycopy(
                            copy, random.nextInt(header), copy, at, Math.min(8, copy.length - Math.max(at, header)));
            }
        }
        return copy;
    }

    /** Does all that is ever done to a received file; anything but the two typed refusals fails the test. */
    private static Optional<DicomException> refusal(byte[] bytes) {
        try {
            DicomFile file = DicomFile.read(bytes);
            useFully(file);
            return Optional.empty();
        } catch (DicomException refused) {
            return Optional.of(refused);
        }
    }

    private static void useFully(DicomFile file) {
        try {
            PixelData pixels = PixelData.of(file, new Limits(1 << 20, 1 << 20, 24, 1000));
            DisplayImage.of(file.dataset(), pixels);
            pixels.bytes(pixels.frames() - 1);
        } catch (DicomException notAnImage) {
            assertThat(notAnImage.getMessage()).isNotBlank();
        }
        try {
            new Deidentifier(Secret.of(new byte[16])).release(file, "S-001", new DateShift(-7));
        } catch (DicomException | IdentityLeak refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
