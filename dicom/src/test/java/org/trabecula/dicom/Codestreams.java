package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.dicom.codec.EncodedImage;

/** The samples in {@code codestreams}, each put into a file of its own. */
final class Codestreams {

    private Codestreams() {}

    static Stream<String> names() {
        return Samples.in("codestreams").stream()
                .map(name -> name.substring("codestreams/".length()))
                .filter(name -> !name.endsWith(".raw"));
    }

    static byte[] file(String name) {
        return file(name, Samples.bytes("codestreams/" + name));
    }

    static byte[] file(String name, byte[] codestream) {
        return EncodedImage.of(syntax(name), name.startsWith("8") ? 8 : 16, 44, 61)
                .with(Tags.PIXEL_REPRESENTATION, name.contains("signed") ? 1 : 0)
                .framed(List.of(ByteBuffer.wrap(codestream)))
                .file()
                .toBytes();
    }

    /** Two frames in two fragments each, and a table of where they begin. */
    static byte[] twoFrames() {
        ByteBuffer coded = ByteBuffer.wrap(Arrays.copyOf(Samples.bytes("codestreams/8-lossless.jls"), 982));
        List<ByteBuffer> frame = List.of(coded.slice(0, 500), coded.slice(500, 482));
        byte[] table = {0, 0, 0, 0, (byte) 0xE6, 0x03, 0, 0};
        return EncodedImage.of(syntax("8-lossless.jls"), 8, 44, 61)
                .with(Tags.NUMBER_OF_FRAMES, 2)
                .framed(table, Stream.of(frame, frame).flatMap(List::stream).toList())
                .file()
                .toBytes();
    }

    private static String syntax(String name) {
        if (name.contains("j2k")) {
            return "1.2.840.10008.1.2.4.90";
        }
        if (name.endsWith("jls")) {
            return "1.2.840.10008.1.2.4.80";
        }
        return name.contains("baseline") ? "1.2.840.10008.1.2.4.50" : "1.2.840.10008.1.2.4.57";
    }
}
