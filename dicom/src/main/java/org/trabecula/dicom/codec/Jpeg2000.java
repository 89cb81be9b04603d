package org.trabecula.dicom.codec;

import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;
import org.trabecula.dicom.jpeg2000.Codestream;

/** JPEG 2000 as a codec of frames; it alone tells whether its samples have a sign. */
final class Jpeg2000 {

    private Jpeg2000() {}

    static byte[] decode(byte[] coded, FrameShape shape) {
        Codestream image = Codestream.of(coded);
        shape.requireSame(image.rows(), image.columns(), 1, image.precision());
        if (!image.signed()) {
            shape.requireSignBit(image.precision());
        } else if (!shape.signed()) {
            throw new DicomException(Flaw.FRAME_SIGN);
        }
        Plane plane = new Plane(shape);
        image.decode(plane::add);
        return plane.bytes();
    }
}
