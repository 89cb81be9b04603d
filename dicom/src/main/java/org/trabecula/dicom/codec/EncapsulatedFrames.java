package org.trabecula.dicom.codec;

import java.nio.ByteBuffer;
import java.util.List;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Flaw;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.Value;

/** The frames of encapsulated Pixel Data (PS3.5 annex A.4), each decoded when it is asked for. Frames count from 0. */
public final class EncapsulatedFrames {

    private final Codec codec;
    private final FrameShape shape;
    private final List<List<ByteBuffer>> frames;

    private EncapsulatedFrames(Codec codec, FrameShape shape, List<List<ByteBuffer>> frames) {
        this.codec = codec;
        this.shape = shape;
        this.frames = frames;
    }

    /**
     * Finds the frames of a file that has pixels, decodes nothing yet.
     *
     * @throws DicomException if there is no decoder for the transfer syntax, or the fragments do not make up that many frames
     */
    public static EncapsulatedFrames of(DicomFile file, FrameShape shape, int frames) {
        Codec codec = Codec.of(file.syntax());
        Value pixels = file.dataset().element(Tags.PIXEL_DATA).orElseThrow().value();
        if (!(pixels instanceof Value.Fragments fragments)) {
            throw new DicomException(
                    Flaw.PIXELS_NOT_IN_FRAGMENTS, Tags.PIXEL_DATA, file.syntax().name());
        }
        return new EncapsulatedFrames(codec, shape, new FrameIndex(fragments, file.dataset()).frames(frames));
    }

    /**
     * One frame as native little-endian bytes.
     *
     * @throws DicomException if it is damaged, contradicts the header, or uses what is not handled here
     */
    public byte[] decode(int frame) {
        return codec.decode(joined(frames.get(frame)), shape);
    }

    private static byte[] joined(List<ByteBuffer> parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                parts.stream().mapToInt(ByteBuffer::remaining).sum());
        parts.forEach(part -> whole.put(part.duplicate()));
        return whole.array();
    }
}
