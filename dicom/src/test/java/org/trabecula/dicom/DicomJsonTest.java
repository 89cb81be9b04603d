package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The forms are those of PS3.18 table F.2.3-1 and the example of section F.4. */
class DicomJsonTest {

    @Test
    void textNumbersNamesAndSequencesHaveTheirForms() {
        Dataset dataset = Dataset.builder()
                .put(Tags.IMAGE_TYPE, "ORIGINAL", "", "AXIAL")
                .put(Tags.PATIENT_NAME, "Yamada^Tarou=山田^太郎")
                .put(Tags.STUDY_DESCRIPTION, "say \"L4\"\n")
                .put(Tags.ROWS, 512)
                .put(Tags.PIXEL_SPACING, 0.5, 0.25)
                .put(Tags.SERIES_NUMBER, 3)
                .putEmpty(Tags.PATIENT_SEX)
                .put(
                        Tag.named("SourceImageSequence"),
                        List.of(Dataset.builder().put(Tags.CODE_VALUE, "1").build()))
                .build();

        assertThat(DicomJson.of(dataset))
                .isEqualTo("{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                        + "\"00080008\":{\"vr\":\"CS\",\"Value\":[\"ORIGINAL\",null,\"AXIAL\"]},"
                        + "\"00081030\":{\"vr\":\"LO\",\"Value\":[\"say \\\"L4\\\"\"]},"
                        + "\"00082112\":{\"vr\":\"SQ\",\"Value\":[{\"00080100\":{\"vr\":\"SH\",\"Value\":[\"1\"]}}]},"
                        + "\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\",\"Ideographic\":\"山田^太郎\"}]},"
                        + "\"00100040\":{\"vr\":\"CS\"},"
                        + "\"00200011\":{\"vr\":\"IS\",\"Value\":[3]},"
                        + "\"00280010\":{\"vr\":\"US\",\"Value\":[512]},"
                        + "\"00280030\":{\"vr\":\"DS\",\"Value\":[0.5,0.25]}}");
    }

    @Test
    void bytesAreInsideOrElsewhere() {
        Dataset dataset =
                Dataset.builder().put(Tags.PIXEL_DATA, new byte[] {1, 2, 3, 4}).build();

        assertThat(DicomJson.of(dataset)).isEqualTo("{\"7FE00010\":{\"vr\":\"OW\",\"InlineBinary\":\"AQIDBA==\"}}");
        assertThat(DicomJson.of(dataset, element -> Optional.of("/frames/1")))
                .isEqualTo("{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"/frames/1\"}}");
        assertThat(DicomJson.of(Samples.read("syntaxes/rle-lossless.dcm").dataset()))
                .endsWith("\"7FE00010\":{\"vr\":\"OB\"}}");
    }

    @Test
    void binaryNumbersAndTagsAndWhatIsNoNumber() {
        Tag pointer = Tag.named("FrameIncrementPointer");
        Dataset dataset = Dataset.builder()
                .put(Element.of(pointer, Vr.AT, HexFormat.of().parseHex("18006310")))
                .put(Element.of(Tags.KVP, Vr.DS, "+120 ".getBytes(StandardCharsets.US_ASCII)))
                .put(Element.of(Tags.SLICE_THICKNESS, Vr.DS, "thin".getBytes(StandardCharsets.US_ASCII)))
                .put(Element.of(
                        Tag.named("ExaminedBodyThickness"),
                        Vr.FL,
                        HexFormat.of().parseHex("cdcccc3d")))
                .put(Element.of(
                        Tag.named("SelectorUVValue"), Vr.UV, HexFormat.of().parseHex("ffffffffffffffff")))
                // The first whole number that no double has, 2⁵³ + 1.
                .put(Element.of(
                        Tag.named("SelectorSVValue"), Vr.SV, HexFormat.of().parseHex("0100000000002000")))
                .build();

        assertThat(DicomJson.of(dataset))
                .contains("\"00280009\":{\"vr\":\"AT\",\"Value\":[\"00181063\"]}")
                .contains("\"00180060\":{\"vr\":\"DS\",\"Value\":[120]}")
                .contains("\"00180050\":{\"vr\":\"DS\",\"Value\":[\"thin\"]}")
                .contains("\"vr\":\"FL\",\"Value\":[0.1]")
                .contains("\"vr\":\"UV\",\"Value\":[\"18446744073709551615\"]")
                .contains("\"vr\":\"SV\",\"Value\":[\"9007199254740993\"]");
    }
}
