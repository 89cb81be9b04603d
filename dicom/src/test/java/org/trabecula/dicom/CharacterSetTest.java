package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterSetTest {

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, ISO-8859-1, Äneas",
        "ISO_IR 144, ISO-8859-5, Люкceмбypг",
        "ISO_IR 192, UTF-8, 王^小东",
        "ISO-IR 100, ISO-8859-1, Äneas",
        "ISO 2022 IR 6, US-ASCII, Yamada^Tarou",
        "ISO_IR 13, JIS_X0201, ﾔﾏﾀﾞ^ﾀﾛｳ",
        "ISO_IR 166, TIS-620, นาม",
        "GB18030, GB18030, 王^小东",
        "GBK, GBK, 王^小东"
    })
    void namesReadInTheirScript(String term, String charset, String name) {
        assertThat(CharacterSet.of(List.of(term)).decode(name.getBytes(Charset.forName(charset))))
                .isEqualTo(name);
    }

    /** PS3.5 annexes H.3.1 and H.3.2 (Japanese), I.2 (Korean) and K.2 (Chinese): the bytes of the examples. */
    @ParameterizedTest
    @CsvSource({
        "'', ISO 2022 IR 87, 59616d6164615e5461726f753d1b24423b3345441b28425e1b244242404f3a1b28423d1b24422464245e24401b2842, 'Yamada^Tarou=山田^太郎=やまだ'",
        "ISO 2022 IR 13, ISO 2022 IR 87, d4cfc0de5ec0dbb33d1b24423b3345441b284a5e1b244242404f3a1b284a3d1b24422464245e24401b284a5e1b2442243f246d24261b284a, 'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう'",
        "'', ISO 2022 IR 149, 486f6e675e47696c646f6e673d1b242943fbf35e1b242943d1ced4d73d1b242943c8ab5e1b242943b1e6b5bf, 'Hong^Gildong=洪^吉洞=홍^길동'",
        "'', ISO 2022 IR 58, 5a68616e675e5869616f446f6e673d1b242941d5c55e1b242941d0a1b6ab3d, 'Zhang^XiaoDong=张^小东='"
    })
    void escapeSequencesSwitchTheScript(String first, String second, String hex, String name) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThat(CharacterSet.of(List.of(first, second)).decode(bytes)).isEqualTo(name);
    }

    /** JIS X 0212 has 丂 at row 16, cell 1; each of row and cell is written 32 higher. */
    @Test
    void theSupplementaryKanjiAreRead() {
        byte[] bytes = HexFormat.of().parseHex("411b24284430211b284242");

        assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 159")).decode(bytes))
                .isEqualTo("A丂B");
    }

    @Test
    void aYenSignPartsValuesAsABackslashDoes() {
        Dataset dataset = DicomFile.read(DicomFile.of(ReadingTest.minimal()
                                .put(Element.of(
                                        Tags.SPECIFIC_CHARACTER_SET,
                                        Vr.CS,
                                        "ISO_IR 13 ".getBytes(StandardCharsets.US_ASCII)))
                                .put(Element.of(
                                        Tags.INSTITUTION_NAME,
                                        Vr.LO,
                                        HexFormat.of().parseHex("d4cf5cc0db")))
                                .build())
                        .toBytes())
                .dataset();

        assertThat(dataset.strings(Tags.INSTITUTION_NAME)).containsExactly("ﾔﾏ", "ﾀﾛ");
    }

    @Test
    void aBackslashInsideAChineseCharacterPartsNothing() {
        // GBK writes 慭 as 91 5C, and 5C is the backslash.
        byte[] file = DicomFile.of(ReadingTest.minimal()
                        .put(Element.of(Tags.SPECIFIC_CHARACTER_SET, Vr.CS, "GBK ".getBytes(StandardCharsets.US_ASCII)))
                        .put(Element.of(Tags.INSTITUTION_NAME, Vr.LO, "慭院".getBytes(Charset.forName("GBK"))))
                        .build())
                .toBytes();

        assertThat(DicomFile.read(file).dataset().strings(Tags.INSTITUTION_NAME))
                .containsExactly("慭院");
    }
}
