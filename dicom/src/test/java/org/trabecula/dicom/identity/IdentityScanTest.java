package org.trabecula.dicom.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.Vr;

class IdentityScanTest {

    private static final DicomFile ORIGINAL = DicomFile.of(Dataset.builder()
            .put(Tags.SOP_CLASS_UID, SopClass.CT)
            .put(Tags.SOP_INSTANCE_UID, "1.2.826.0.1.99.7")
            .put(Tags.PATIENT_NAME, "Wang^Xiaodong=王^小东")
            .put(Tags.PATIENT_ID, "HOSP-004711")
            .put(Tags.PATIENT_BIRTH_DATE, "19550412")
            .put(Tags.ACCESSION_NUMBER, "77123")
            .put(Tags.INSTITUTION_NAME, "Town Hospital")
            .put(Tags.REFERRING_PHYSICIAN_NAME, "Li^Philip")
            .build());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xWANGx",
                "xiaodong",
                "hosp-004711 L4",
                "1955-04-12",
                "12.04.1955",
                "seen 19550412 L4",
                "77123",
                "town hospital",
                "by Li",
                "Philip",
                "小东",
                "1.2.826.0.1.99.7"
            })
    void leftoversInTextAreFound(String leftover) {
        assertThat(hits(output().put(Tag.named("ImageComments"), leftover))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, 王",
        "GB18030, 小东",
        "UTF-16LE, Xiaodong",
        "UTF-16BE, HOSP-004711",
        "UTF-8, 王",
        "ISO-8859-1, xIAOdOng"
    })
    void leftoversInOtherCharsetsAreFound(String charset, String leftover) {
        byte[] bytes = leftover.getBytes(Charset.forName(charset));

        assertThat(hits(output().put(Element.of(Tag.named("ImageComments"), Vr.LT, bytes))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xiaodong", "HOSP-004711", "1.2.826.0.1.99.7"})
    void leftoversInPixelsAreFound(String leftover) {
        byte[] pixels = new byte[5000];
        byte[] drawn = leftover.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(drawn, 0, pixels, 1111, drawn.length);

        assertThat(hits(output().put(Tags.PIXEL_DATA, pixels)))
                .extracting(IdentityScan.Hit::place)
                .containsExactly("PixelData (7FE0,0010)");
    }

    @Test
    void leftoversInItemsAreFound() {
        Dataset item = Dataset.builder().put(Tag.named("PersonName"), "Wang^X").build();

        assertThat(hits(output().put(Tag.named("ContentSequence"), List.of(item))))
                .extracting(IdentityScan.Hit::place)
                .containsExactly("PersonName (0040,A123)");
    }

    @Test
    void chanceAndVocabularyDoNotCryWolf() {
        assertThat(hits(output().put(Tags.MANUFACTURER, "Philips Li Medical")
                        .put(Tags.BODY_PART_EXAMINED, "WANG")
                        .put(Tag.named("ExposureTime"), 77123)
                        .put(Tag.named("FrameOfReferenceUID"), "2.25.9919550412991234")
                        .put(Tag.named("ImageComments"), "lively, 771234")))
                .isEmpty();
        assertThat(hits(output().put(Tags.MANUFACTURER, "Wang Xiaodong"))).isNotEmpty();
    }

    @Test
    void aLeakThrowsAndNamesPlacesButNotTheIdentity() {
        byte[] leaking = DicomFile.of(
                        output().put(Tag.named("ImageComments"), "hosp-004711").build())
                .toBytes();

        assertThatThrownBy(() -> IdentityScan.of(ORIGINAL).requireClean(leaking))
                .isInstanceOf(IdentityLeak.class)
                .hasMessage("The original's PatientID (0010,0020) is still in ImageComments (0020,4000).");
    }

    @Test
    void aSiteMayHaveUsedThePseudonymBefore() {
        DicomFile labelled = DicomFile.of(ORIGINAL.dataset().toBuilder()
                .put(Tags.PATIENT_ID, "S-001")
                .put(Tags.PATIENT_NAME, "ANONYMOUS")
                .put(Tag.named("ConvolutionKernel"), "UNKNOWN")
                .put(Tag.named("DeviceSerialNumber"), "UNKNOWN")
                .build());
        Deidentifier deidentifier = new Deidentifier(Secret.of(new byte[16]));

        assertThat(DicomFile.read(deidentifier.release(labelled, "S-001", new DateShift(-7)))
                        .dataset()
                        .string(Tags.PATIENT_ID))
                .hasValue("S-001");
        assertThatThrownBy(() -> deidentifier.release(ORIGINAL, "Mr Xiaodong", new DateShift(-7)))
                .isInstanceOf(IdentityLeak.class);
    }

    @Test
    void moreCanBeKnownThanTheFileSays() {
        byte[] leaking = DicomFile.of(output().put(Tag.named("ImageComments"), "phone 0571-8678")
                        .build())
                .toBytes();

        assertThat(IdentityScan.of(ORIGINAL).hits(leaking)).isEmpty();
        assertThat(IdentityScan.of(ORIGINAL, List.of("0571-8678")).hits(leaking))
                .hasSize(1);
    }

    @Test
    void theSoftwareThatWroteTheOriginalIsNobody() {
        DicomFile ours = DicomFile.read(ORIGINAL.toBytes());

        assertThat(IdentityScan.of(ours).hits(DicomFile.of(output().build()).toBytes()))
                .isEmpty();
    }

    @Test
    void softTissueThatLooksLikeAFewWideDigitsIsNobody() {
        // 77123 as five 16-bit pixels of 49 to 55 HU, as happens in muscle.
        byte[] muscle = "77123".getBytes(StandardCharsets.UTF_16LE);

        assertThat(hits(output().put(Tags.BITS_ALLOCATED, 16).put(Tags.PIXEL_DATA, muscle)))
                .isEmpty();
    }

    private static DatasetBuilder output() {
        return Dataset.builder().put(Tags.SOP_CLASS_UID, SopClass.CT).put(Tags.SOP_INSTANCE_UID, "2.25.1");
    }

    private static List<IdentityScan.Hit> hits(DatasetBuilder output) {
        return IdentityScan.of(ORIGINAL).hits(DicomFile.of(output.build()).toBytes());
    }
}
