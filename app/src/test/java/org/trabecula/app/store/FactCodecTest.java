package org.trabecula.app.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Fact;

class FactCodecTest {
    private final FactCodec codec = new FactCodec();

    static Stream<String> kinds() {
        return new FactKinds().byName().keySet().stream().sorted();
    }

    static byte[] golden(String kind) throws IOException {
        String file = "/facts/" + kind.replace('/', '-') + ".json";
        try (InputStream bytes = FactCodecTest.class.getResourceAsStream(file)) {
            assertThat(bytes).as("golden file %s", file).isNotNull();
            return bytes.readAllBytes();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindStaysReadableAndIsWrittenTheSameAgain(String kind) throws IOException {
        byte[] golden = golden(kind);
        Entry entry = codec.decode(golden);
        assertThat(entry.fact()).isInstanceOf(new FactKinds().byName().get(kind));
        assertThat(new String(codec.encode(entry), UTF_8)).isEqualTo(new String(golden, UTF_8));
    }

    /** What was added to a kind later, and may be missing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "imaging.ReadSubmitted/1-measured",
                "imaging.ReadSubmitted/1-shaped",
                "imaging.CaseOpened/1-diameters",
                "imaging.CaseReopened/1-diameters"
            })
    void whatWasAddedLaterStaysReadableToo(String name) throws IOException {
        byte[] golden = golden(name);
        assertThat(new String(codec.encode(codec.decode(golden)), UTF_8)).isEqualTo(new String(golden, UTF_8));
    }

    @Test
    void noFactOfTheStudyIsForgotten() {
        Set<String> declared = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.trabecula.study")
                        .stream()
                        .filter(found -> found.isAssignableTo(Fact.class) && !found.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared).isNotEmpty();
        assertThat(new FactKinds().facts().stream().map(Class::getName).toList())
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\":\"site.SignedIn/1\"|\"kind\":\"site.SignedIn/2\"|facts of the kind site.SignedIn/2 are not"
                        + " known",
                "\"user\":\"li.na\"}|\"user\":\"li.na\",\"more\":1}|more",
                "{\"user\":\"li.na\"}|{}|user",
                "{\"user\":\"li.na\"}|{\"user\":null}|user",
                "{\"user\":\"li.na\"}|[]|START_OBJECT expected",
                "\"version\":3|\"version\":\"3\"|VALUE_NUMBER_INT expected",
                "\"version\":3|\"extra\":3|\"extra\" is not part of an entry",
                "\"version\":3,||its version is missing",
                "\"stream\":\"account/li.na\"|\"stream\":\"nonsense\"|Not a stream",
                "2026-03-02T08:15:30.123456Z|yesterday|yesterday",
            })
    void whatIsNotAnEntryIsRefusedWithTheReason(String change) throws IOException {
        String[] parts = change.split("\\|", -1);
        String golden = new String(golden("site.SignedIn/1"), UTF_8);
        assertThat(golden).contains(parts[0]);
        byte[] changed = golden.replace(parts[0], parts[1]).getBytes(UTF_8);
        assertThatThrownBy(() -> codec.decode(changed))
                .isInstanceOf(StoreFault.class)
                .hasMessageStartingWith("This entry cannot be read: ")
                .hasMessageContaining(parts[2]);
    }

    @Test
    void nothingMayStandAfterAnEntryAndNothingMayBeCutOff() throws IOException {
        String golden = new String(golden("site.SignedIn/1"), UTF_8);
        assertThatThrownBy(() -> codec.decode((golden + "{}").getBytes(UTF_8))).isInstanceOf(StoreFault.class);
        assertThatThrownBy(() -> codec.decode(golden.substring(0, 90).getBytes(UTF_8)))
                .isInstanceOf(StoreFault.class);
    }
}
