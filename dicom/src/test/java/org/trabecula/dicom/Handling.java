package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
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
 * All that is ever done to a received file, as one question: was it refused, and why? Anything but the typed refusals, and more work than
 * a file may make, fails the test; the tests of this module run in 256 MB.
 *
 * <p>Work is counted and not timed, since a busy machine has no say in a count. The decoders' own limits bound their steps (pixels of a frame,
 * bytes of a file, visits of a coefficient); here all that is allocated on the way is held against the limits. The clock is a guard against a
 * loop without an end, and generous.
 */
final class Handling {

    /** A frame's samples and coefficients, what is written of it, and its copies on the way: 16 for JPEG 2000, which takes most. */
    private static final int BYTES_A_PIXEL = 24;

    /** Beside pixels: elements, tables, and a file held and written a few times. */
    private static final int BYTES_A_BYTE = 8;

    private static final Duration WITHOUT_END = Duration.ofSeconds(30);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Limits limits;

    private Handling(Limits limits) {
        this.limits = limits;
    }

    static Handling within(Limits limits) {
        return new Handling(limits);
    }

    Optional<DicomException> of(byte[] bytes) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        Optional<DicomException> refusal = ended(bytes);
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        assertThat(allocated).as("bytes allocated").isLessThan(most(bytes.length));
        return refusal;
    }

    /** The same without the count, for a fuzzer, whose instrumentation of classes allocates in the midst of it. */
    Optional<DicomException> ended(byte[] bytes) {
        long busy = THREADS.getCurrentThreadCpuTime();
        Optional<DicomException> refusal = refusal(bytes);
        busy = THREADS.getCurrentThreadCpuTime() - busy;
        assertThat(Duration.ofNanos(busy)).isLessThan(WITHOUT_END);
        return refusal;
    }

    private long most(int length) {
        return (long) BYTES_A_PIXEL * limits.framePixels() + (long) BYTES_A_BYTE * (limits.totalBytes() + length);
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
