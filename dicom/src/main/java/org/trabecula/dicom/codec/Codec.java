package org.trabecula.dicom.codec;

import java.util.Arrays;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;
import org.trabecula.dicom.TransferSyntax;

/** One way of compressing a frame. */
@FunctionalInterface
interface Codec {

    /**
     * A frame as native little-endian bytes.
     *
     * @throws DicomException if the bytes are damaged, contradict the shape, or use what is not handled here
     */
    byte[] decode(byte[] coded, FrameShape shape);

    /**
     * The codec of a transfer syntax (PS3.5 annex A.4).
     *
     * @throws DicomException if there is none
     */
    static Codec of(TransferSyntax syntax) {
        return switch (syntax.uid()) {
            case "1.2.840.10008.1.2.1.98" -> Codec::uncompressed;
            case "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51" -> JpegLossy::decode;
            case "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70" -> JpegLossless::decode;
            case "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81" -> JpegLs::decode;
            case "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91" -> Jpeg2000::decode;
            case "1.2.840.10008.1.2.5" -> Rle::decode;
            default -> throw new DicomException(Flaw.PIXELS_NOT_DECODED, syntax.name());
        };
    }

    private static byte[] uncompressed(byte[] coded, FrameShape shape) {
        if (coded.length < shape.bytes()) {
            throw new DicomException(Flaw.FRAME_TRUNCATED);
        }
        return Arrays.copyOf(coded, shape.bytes());
    }
}
