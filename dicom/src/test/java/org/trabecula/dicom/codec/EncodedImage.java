package org.trabecula.dicom.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.dicom.Value;
import org.trabecula.dicom.Vr;

/** A file put together around compressed bytes. */
public record EncodedImage(String syntax, DatasetBuilder dataset) {

    public static EncodedImage of(String syntax, int bits, int rows, int columns) {
        return new EncodedImage(
                syntax,
                Dataset.builder()
                        .put(Tags.SOP_CLASS_UID, SopClass.CT)
                        .put(Tags.SOP_INSTANCE_UID, "2.25.1")
                        .put(Tags.MODALITY, "CT")
                        .put(Tags.SAMPLES_PER_PIXEL, 1)
                        .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .put(Tags.ROWS, rows)
                        .put(Tags.COLUMNS, columns)
                        .put(Tags.BITS_ALLOCATED, bits)
                        .put(Tags.BITS_STORED, bits)
                        .put(Tags.HIGH_BIT, bits - 1)
                        .put(Tags.PIXEL_REPRESENTATION, 0)
                        .put(Tags.WINDOW_CENTER, 100)
                        .put(Tags.WINDOW_WIDTH, 400));
    }

    public EncodedImage with(Tag tag, int value) {
        dataset.put(tag, value);
        if (tag.equals(Tags.BITS_ALLOCATED)) {
            dataset.put(Tags.BITS_STORED, value).put(Tags.HIGH_BIT, value - 1);
        }
        return this;
    }

    public EncodedImage withNamed(String keyword, int value) {
        return with(Tag.named(keyword), value);
    }

    /** Fragments without an offset table. */
    public EncodedImage framed(List<ByteBuffer> fragments) {
        return framed(new byte[0], fragments);
    }

    public EncodedImage framed(byte[] offsetTable, List<ByteBuffer> fragments) {
        List<ByteBuffer> parts = new ArrayList<>(List.of(ByteBuffer.wrap(offsetTable)));
        parts.addAll(fragments);
        dataset.put(new Element(Tags.PIXEL_DATA, Vr.OB, new Value.Fragments(parts)));
        return this;
    }

    public DicomFile file() {
        return new DicomFile(
                TransferSyntax.of(syntax).orElseThrow(), Dataset.builder().build(), dataset.build());
    }
}
