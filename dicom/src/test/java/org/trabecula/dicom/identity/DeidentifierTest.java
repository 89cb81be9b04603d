package org.trabecula.dicom.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Element;
import org.trabecula.dicom.Samples;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.Vr;

class DeidentifierTest {

    private static final Secret SECRET = Secret.of("a secret for tests only".getBytes(StandardCharsets.UTF_8));
    private static final DateShift SHIFT = new DateShift(-70);
    private final Deidentifier deidentifier = new Deidentifier(SECRET);

    @Test
    void theInventedIdentityOfTheLumbarCtIsGone() {
        byte[] released = deidentifier.release(Samples.read(Samples.LUMBAR), "S-001", SHIFT);

        assertThat(new String(released, StandardCharsets.ISO_8859_1))
                .doesNotContainIgnoringCase(
                        "Sample", "Lumbar", "HOSP-004711", "19550412", "Referrer", "Rita", "ACC0001", "axial 3 mm");
        Dataset clean = DicomFile.read(released).dataset();
        assertThat(clean.string(Tags.PATIENT_ID)).hasValue("S-001");
        assertThat(clean.string(Tags.PATIENT_NAME)).hasValue("S-001");
        assertThat(clean.string(Tags.PATIENT_SEX)).hasValue("F");
        assertThat(clean.string(Tags.PATIENT_AGE)).hasValue("069Y");
        assertThat(clean.string(Tags.PATIENT_IDENTITY_REMOVED)).hasValue("YES");
        assertThat(clean.items(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE))
                .extracting(item -> item.string(Tags.CODE_VALUE).orElseThrow())
                .containsExactly("113100", "113103", "113105", "113107", "113108", "113109");
    }

    @Test
    void theImageStaysAsItWas() {
        Dataset original = Samples.read(Samples.LUMBAR).dataset();
        Dataset clean = clean(original);

        assertThat(clean.bytes(Tags.PIXEL_DATA)).isEqualTo(original.bytes(Tags.PIXEL_DATA));
        assertThat(clean.decimals(Tags.IMAGE_POSITION_PATIENT))
                .isEqualTo(original.decimals(Tags.IMAGE_POSITION_PATIENT));
        assertThat(clean.string(Tags.KVP)).isEqualTo(original.string(Tags.KVP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Samples.LUMBAR,
                "syntaxes/explicit-big-endian.dcm",
                "syntaxes/implicit-little-endian.dcm",
                "syntaxes/rle-lossless.dcm",
                "radiographs/RG1_J2KI.dcm",
                "radiographs/RG3_J2KR.dcm"
            })
    void theSameInputGivesTheSameBytes(String name) {
        byte[] once = deidentifier.release(Samples.read(name), "S-001", SHIFT);
        byte[] twice = new Deidentifier(SECRET).release(Samples.read(name), "S-001", SHIFT);

        assertThat(twice).isEqualTo(once);
    }

    @Test
    void slicesOfOneSeriesStayTogether() {
        List<Dataset> slices = Samples.in("lumbar").stream()
                .map(name -> clean(Samples.read(name).dataset()))
                .toList();

        assertThat(slices)
                .extracting(slice -> slice.string(Tags.SERIES_INSTANCE_UID))
                .containsOnly(slices.getFirst().string(Tags.SERIES_INSTANCE_UID));
        assertThat(slices)
                .extracting(slice -> slice.string(Tags.SOP_INSTANCE_UID))
                .doesNotHaveDuplicates();
        assertThat(slices.getFirst().string(Tags.SOP_INSTANCE_UID).orElseThrow())
                .matches("2\\.25\\.[1-9][0-9]{1,38}");
    }

    @Test
    void referencesStillMeetAndWellKnownUidsStay() {
        Dataset reference = Dataset.builder()
                .put(Tag.named("ReferencedSOPClassUID"), SopClass.CT)
                .put(Tag.named("ReferencedSOPInstanceUID"), "1.2.3.4.5.6")
                .build();
        Dataset clean = clean(person().put(Tag.named("SourceImageSequence"), List.of(reference))
                .build());
        Dataset target =
                clean(person().put(Tags.SOP_INSTANCE_UID, "1.2.3.4.5.6").build());

        Dataset kept = clean.items(Tag.named("SourceImageSequence")).getFirst();
        assertThat(kept.string(Tag.named("ReferencedSOPInstanceUID"))).isEqualTo(target.string(Tags.SOP_INSTANCE_UID));
        assertThat(kept.string(Tag.named("ReferencedSOPClassUID"))).hasValue(SopClass.CT);
    }

    @Test
    void onlyWhatIsListedStays() {
        Dataset clean = clean(person().put(Tags.STUDY_DESCRIPTION, "knee of Mrs X")
                .put(Tags.SERIES_DESCRIPTION, "for Dr Y")
                .put(Tag.named("ImageComments"), "call 555")
                .put(Tags.INSTITUTION_NAME, "Town Hospital")
                .put(Tag.named("DeviceSerialNumber"), "SN-778812")
                .put(Tags.MANUFACTURER, "Maker")
                .put(Element.of(Tag.of(0x0009, 0x0010), Vr.LO, "PRIVATE ".getBytes(StandardCharsets.US_ASCII)))
                .put(Element.of(Tag.of(0x6000, 0x3000), Vr.OW, new byte[8]))
                .put(Element.of(Tag.of(0x5000, 0x3000), Vr.OW, new byte[8]))
                .put(Element.of(Tag.of(0x0077, 0x1001), Vr.UN, new byte[8]))
                .put(Element.of(Tags.BODY_PART_EXAMINED, Vr.LT, "Doe, Jane".getBytes(StandardCharsets.US_ASCII)))
                .build());

        assertThat(clean.elements())
                .extracting(Element::tag)
                .doesNotContain(
                        Tags.STUDY_DESCRIPTION,
                        Tags.SERIES_DESCRIPTION,
                        Tag.named("ImageComments"),
                        Tags.BODY_PART_EXAMINED)
                .noneMatch(Tag::isPrivate)
                .noneMatch(tag -> tag.group() >= 0x5000 && tag.group() < 0x7FE0);
        assertThat(clean.string(Tags.INSTITUTION_NAME)).isEmpty();
        assertThat(clean.string(Tag.named("DeviceSerialNumber")).orElseThrow()).matches("D-[0-9a-f]{12}");
        assertThat(clean.string(Tags.MANUFACTURER)).hasValue("Maker");
    }

    @ParameterizedTest
    @CsvSource({
        "L-SPINE LAT FLEXION Mr Smith 55y, 'Lumbar spine, Lateral, Flexion'",
        "腰椎侧位 张三, 'Lumbar spine, Lateral'",
        "thin bone axial Dr. House, 'Axial, Bone, Thin'",
        "knee of Mrs X, ''",
        "Jane extension, ''",
        "Lateralus, ''"
    })
    void ofDescriptionsOnlyWordsOfTheListStay(String before, String after) {
        Dataset clean = clean(person().put(Tags.PATIENT_NAME, "Extension^Jane")
                .put(Tags.SERIES_DESCRIPTION, before)
                .build());

        assertThat(clean.string(Tags.SERIES_DESCRIPTION).orElse("")).isEqualTo(after);
    }

    @Test
    void oneDeviceStaysOneDeviceAndNoOther() {
        String one = device("SN-778812");

        assertThat(device("SN-778812")).isEqualTo(one);
        assertThat(device("SN-778813")).isNotEqualTo(one);
        assertThat(one).doesNotContain("778812");
    }

    private String device(String serial) {
        return clean(person().put(Tag.named("DeviceSerialNumber"), serial).build())
                .string(Tag.named("DeviceSerialNumber"))
                .orElseThrow();
    }

    @Test
    void thePreambleIsZeros() {
        byte[] original = Samples.bytes(Samples.LUMBAR).clone();
        System.arraycopy("MZ a program".getBytes(StandardCharsets.US_ASCII), 0, original, 0, 12);

        byte[] released = deidentifier.release(DicomFile.read(original), "S-001", SHIFT);

        assertThat(java.util.Arrays.copyOf(released, 128)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"20240615, 20240406", "20240301, 20231222", "2024.06.15, 20240406", "2024, ''", "20241399, ''"})
    void datesMoveAndBrokenOnesGo(String before, String after) {
        // 70 days before, by the calendar.
        Dataset clean = clean(person().put(Tags.STUDY_DATE, before)
                .put(Tag.named("AcquisitionDateTime"), "20240615101500.250+0800")
                .build());

        assertThat(clean.string(Tags.STUDY_DATE).orElse("")).isEqualTo(after);
        assertThat(clean.string(Tag.named("AcquisitionDateTime"))).hasValue("20240406101500.250+0800");
    }

    @ParameterizedTest
    @CsvSource({"095Y, 090Y", "090Y, 090Y", "069Y, 069Y", "011M, 011M", "old, ''"})
    void agesAreCapped(String before, String after) {
        assertThat(clean(person().put(Tags.PATIENT_AGE, before)
                                .remove(Tags.PATIENT_BIRTH_DATE)
                                .build())
                        .string(Tags.PATIENT_AGE)
                        .orElse(""))
                .isEqualTo(after);
    }

    @Test
    void theAgeIsReckonedFromTheDatesWhenItIsNotSaid() {
        Dataset clean = clean(person().put(Tags.PATIENT_BIRTH_DATE, "19550412")
                .put(Tags.STUDY_DATE, "20240411")
                .build());

        assertThat(clean.string(Tags.PATIENT_AGE)).hasValue("068Y");
        assertThat(clean.string(Tags.PATIENT_BIRTH_DATE)).isEmpty();
    }

    @Test
    void theShiftIsSecretWholeWeeksAndTheSameForOnePerson() {
        Dataset original = Samples.read(Samples.LUMBAR).dataset();
        DateShift shift = DateShift.of(SECRET, original);

        assertThat(shift)
                .isEqualTo(DateShift.of(SECRET, "HOSP-004711"))
                .isNotEqualTo(DateShift.of(Secret.of(new byte[32]), original));
        assertThat(shift.days() % 7).isZero();
        assertThat(shift.days()).isBetween(-1820, -7);
        String shifted = DicomFile.read(deidentifier.release(Samples.read(Samples.LUMBAR), "S-001", shift))
                .dataset()
                .string(Tags.STUDY_DATE)
                .orElseThrow();
        assertThat(ChronoUnit.DAYS.between(
                        LocalDate.of(2024, 6, 15), DateShift.date(shifted).orElseThrow()))
                .isEqualTo(shift.days());
    }

    @Test
    void aPseudonymIsPlainText() {
        assertThatThrownBy(() -> deidentifier.deidentify(Samples.read(Samples.LUMBAR), "a\\b", SHIFT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deidentifier.deidentify(Samples.read(Samples.LUMBAR), "", SHIFT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Secret.of(new byte[3])).hasMessageContaining("16 bytes");
    }

    @Test
    void capturesAreSuspectedOfText() {
        assertThat(BurnedIn.mayCarryText(Samples.read(Samples.LUMBAR).dataset()))
                .isFalse();
        assertThat(BurnedIn.mayCarryText(
                        Dataset.builder().put(Tags.BURNED_IN_ANNOTATION, "YES").build()))
                .isTrue();
        assertThat(BurnedIn.mayCarryText(
                        Dataset.builder().put(Tags.BURNED_IN_ANNOTATION, "NO").build()))
                .isFalse();
        assertThat(BurnedIn.mayCarryText(Dataset.builder()
                        .put(Tags.SOP_CLASS_UID, SopClass.SECONDARY_CAPTURE + ".2")
                        .build()))
                .isTrue();
        assertThat(BurnedIn.mayCarryText(Dataset.builder()
                        .put(Tags.IMAGE_TYPE, "DERIVED", "SECONDARY", "SCREEN SAVE")
                        .build()))
                .isTrue();
    }

    private Dataset clean(Dataset original) {
        return deidentifier.deidentify(DicomFile.of(original), "S-001", SHIFT).dataset();
    }

    static DatasetBuilder person() {
        return Dataset.builder()
                .put(Tags.SOP_CLASS_UID, SopClass.CT)
                .put(Tags.SOP_INSTANCE_UID, "1.2.3.4.5.6.7.8.9")
                .put(Tags.PATIENT_NAME, "Doe^Jane")
                .put(Tags.PATIENT_ID, "A-99812")
                .put(Tags.PATIENT_BIRTH_DATE, "19601231");
    }
}
