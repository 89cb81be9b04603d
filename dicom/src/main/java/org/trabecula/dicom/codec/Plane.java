package org.trabecula.dicom.codec;

/** A frame while it is filled, sample by sample in the order of rows: little-endian bytes. */
final class Plane {

    private final byte[] bytes;
    private final int bytesPerPixel;
    private int at;

    Plane(FrameShape shape) {
        this.bytes = new byte[shape.bytes()];
        this.bytesPerPixel = shape.bytesPerPixel();
    }

    void add(int sample) {
        for (int i = 0; i < bytesPerPixel; i++) {
            bytes[at++] = (byte) (sample >> (8 * i));
        }
    }

    /** Hands the bytes over. */
    byte[] bytes() {
        return bytes;
    }
}
