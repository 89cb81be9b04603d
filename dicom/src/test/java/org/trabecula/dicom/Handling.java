package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.trabecula.dicom.identity.DateShift;
import org.trabecula.dicom.identity.Deidentifier;
import org.trabecula.dicom.identity.IdentityLeak;
import org.trabecula.dicom.identity.Secret;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.PixelData;

/**
 * All that is ever done to a received file, as one question: was it refused, and why? Anything but the typed refusals, and more than two
 * seconds of work, fails the test; the tests of this module run in 256 MB.
 */
final class Handling {

    private static final Duration MOST = Duration.ofSeconds(2);
    /** A neighbour on the same core can only add to what is measured, so the quickest of a few attempts is nearest to the truth. */
    private static final int ATTEMPTS = 3;

    private final Limits limits;

    private Handling(Limits limits) {
        this.limits = limits;
    }

    static Handling within(Limits limits) {
        return new Handling(limits);
    }

    Optional<DicomException> of(byte[] bytes) {
        Duration used = Duration.ZERO;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Optional<DicomException> refusal = refusal(bytes);
            used = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
            if (used.compareTo(MOST) < 0) {
                return refusal;
            }
        }
        throw new AssertionError("%s at the last of %d attempts, and at none under %s".formatted(used, ATTEMPTS, MOST));
    }

    private Optional<DicomException> refusal(byte[] bytes) {
        try {
            DicomFile file = DicomFile.read(bytes, limits);
            Optional<DicomException> pixels = pixels(file);
            // What has pixels that cannot be shown is never released.
            if (pixels.isEmpty() || !file.dataset().contains(Tags.PIXEL_DATA)) {
                release(file);
            }
            return pixels;
        } catch (DicomException refused) {
            return said(refused);
        }
    }

    private Optional<DicomException> pixels(DicomFile file) {
        try {
            DicomFile plain = PixelData.uncompressed(file, limits);
            DisplayImage.of(plain.dataset(), PixelData.of(plain, limits));
            return Optional.empty();
        } catch (DicomException notAnImage) {
            return said(notAnImage);
        }
    }

    private static void release(DicomFile file) {
        try {
            new Deidentifier(Secret.of(new byte[16])).release(file, "S-001", new DateShift(-7));
        } catch (IdentityLeak refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static Optional<DicomException> said(DicomException refused) {
        assertThat(refused.getMessage()).endsWith(".").hasSizeGreaterThan(20);
        return Optional.of(refused);
    }
}
