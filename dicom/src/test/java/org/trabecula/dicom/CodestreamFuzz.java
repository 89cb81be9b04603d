package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.util.List;
import org.trabecula.dicom.codec.EncodedImage;

/**
 * A target for Jazzer ({@code ./trabecula fuzz}): the bytes are a codestream, put before every family of decoders as an image of 44 by 61,
 * the size of the samples that the run starts from.
 */
public final class CodestreamFuzz {

    /** RLE, baseline JPEG, lossless JPEG, JPEG-LS, JPEG 2000. */
    private static final List<String> SYNTAXES = List.of(
            "1.2.840.10008.1.2.5",
            "1.2.840.10008.1.2.4.50",
            "1.2.840.10008.1.2.4.57",
            "1.2.840.10008.1.2.4.80",
            "1.2.840.10008.1.2.4.90");

    private static final Handling HANDLING = Handling.within(new Limits(1 << 22, 1 << 22, 24, 10_000, 1 << 18));

    private CodestreamFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        for (String syntax : SYNTAXES) {
            EncodedImage image = EncodedImage.of(syntax, bytes.length % 2 == 0 ? 8 : 16, 44, 61)
                    .framed(List.of(ByteBuffer.wrap(bytes)));
            HANDLING.ended(image.file().toBytes());
        }
    }
}
