package org.trabecula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportCommandTest {
    private static final String HEADER =
            "subject,arm,visit,fusion,loosening,screws,screws_loose,odi,vas_back,vas_leg\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void countsWhatTheTableSaysAndWhatItLeavesOut() throws IOException {
        Shell shell = new Shell(folder);
        Path table = shell.file(
                "team.csv",
                HEADER
                        + "T-1,titanium,0,,,,,62,8,7\n"
                        + "T-1,titanium,6,II,yes,4,1,30,3,2\n"
                        + "T-2,titanium,6,III,no,6,0,20,2,\n"
                        + "P-1,peek,6,indeterminate,,4,,,,\n");

        assertThat(shell.run("import", table.toString()).out())
                .contains("4 rows about 3 participants")
                .contains("head ");

        JsonNode analysed = shell.analysed();
        assertThat(cell(analysed, "loosening", "participant", "titanium")).isEqualTo("1/2, 0 missing");
        assertThat(cell(analysed, "loosening", "screw", "titanium")).isEqualTo("1/10, 0 missing");
        assertThat(cell(analysed, "loosening", "screw", "peek")).isEqualTo("0/0, 4 missing");
        assertThat(cell(analysed, "fusion", "participant", "titanium")).isEqualTo("1/2, 0 missing");
        assertThat(cell(analysed, "fusion", "participant", "peek")).isEqualTo("0/0, 1 missing");
        JsonNode peek = rate(analysed, "fusion", "participant", "peek");
        assertThat(peek.path("rate").isNull()).isTrue();
        assertThat(analysed.path("scores").toString())
                .contains("{\"score\":\"odi\",\"visit\":6,\"arm\":\"titanium\",\"n\":2,\"missing\":0,\"mean\":25.0");
    }

    @Test
    void theSameTableAgainChangesNothing() throws IOException {
        Shell shell = new Shell(folder);
        String table =
                shell.file("team.csv", HEADER + "T-1,titanium,6,I,no,,,,,\n").toString();
        shell.run("import", table);
        long before = shell.analysed().path("cut").path("position").asLong();

        Shell.Said again = shell.run("import", table);

        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("Nothing changed");
        assertThat(shell.analysed().path("cut").path("position").asLong()).isEqualTo(before);
    }

    @Test
    void oneWrongCellKeepsTheWholeTableOutAndIsNamedByRowAndColumn() throws IOException {
        Shell shell = new Shell(folder);
        Path table = shell.file("team.csv", HEADER + "T-1,titanium,6,I,no,,,,,\nT-2,steel,6,V,no,,,,,\n");

        Shell.Said said = shell.run("import", table.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err())
                .contains("team.csv, row 3, column 2: arm: 'steel' is not known")
                .contains("team.csv, row 3, column 4: fusion: 'V' is not known")
                .contains("Nothing was recorded: 2 problems.");
        assertThat(cell(shell.analysed(), "fusion", "participant", "titanium")).isEqualTo("0/0, 0 missing");
    }

    @Test
    void whatIsRecordedAlreadyCannotBecomeAnother() throws IOException {
        Shell shell = new Shell(folder);
        shell.run(
                "import",
                shell.file("one.csv", HEADER + "T-1,titanium,6,I,no,,,,,\n").toString());

        Shell.Said said = shell.run(
                "import",
                shell.file("two.csv", HEADER + "T-1,peek,6,I,no,,,,,\n").toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("two.csv, row 2, column arm: ");
    }

    @Test
    void otherColumnNamesComeByAMappingFile() throws IOException {
        Shell shell = new Shell(folder);
        Path table = shell.file("ours.csv", "Patient,Cage,Months,Union\nT-1,titanium,6,fused\n");
        Path mapping = shell.file("names.txt", """
                subject=Patient
                arm=Cage
                visit=Months
                fusion=Union
                loosening=
                screws=
                screws_loose=
                odi=
                vas_back=
                vas_leg=
                """);

        assertThat(shell.run("import", table.toString(), "--mapping", mapping.toString())
                        .status())
                .isZero();
        assertThat(cell(shell.analysed(), "fusion", "participant", "titanium")).isEqualTo("1/1, 0 missing");
    }

    @Test
    void aFileThatIsNotThereOrNotTextIsRefused() throws IOException {
        Shell shell = new Shell(folder);
        assertThat(shell.run("import", "nowhere.csv").err()).contains("There is no file nowhere.csv");
        Path bytes = Files.write(folder.resolve("bytes.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x41});
        Shell.Said said = shell.run("import", bytes.toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("is not a UTF-8 text");
    }

    @Test
    void anEarlierCutShowsWhatWasKnownThen() throws IOException {
        Shell shell = new Shell(folder);
        shell.run(
                "import",
                shell.file("one.csv", HEADER + "T-1,titanium,6,I,no,,,,,\n").toString());
        JsonNode then = shell.analysed();
        shell.run(
                "import",
                shell.file("two.csv", HEADER + "T-2,titanium,6,IV,no,,,,,\n").toString());

        String position = then.path("cut").path("position").asString("");
        assertThat(shell.analysed("--as-of", position)).isEqualTo(then);
        assertThat(shell.run("analyse", "--as-of", "999").err()).contains("The journal has the positions 1 to ");
    }

    @Test
    void theJournalVerifiesAgainstAHeadThatWasKeptElsewhere() throws IOException {
        Shell shell = new Shell(folder);
        shell.run(
                "import",
                shell.file("one.csv", HEADER + "T-1,titanium,6,I,no,,,,,\n").toString());
        JsonNode cut = shell.analysed().path("cut");
        String position = cut.path("position").asString("");
        String head = cut.path("head").asString("");

        assertThat(shell.run("verify").out()).isEqualTo("OK position " + position + " head " + head + "\n");
        assertThat(shell.run("verify", "--position", position, "--head", head).status())
                .isZero();
        Shell.Said other = shell.run("verify", "--position", position, "--head", "ab".repeat(32));
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.out()).startsWith("BAD entry " + position + ": ");
    }

    private static String cell(JsonNode analysed, String endpoint, String unit, String arm) {
        JsonNode rate = rate(analysed, endpoint, unit, arm);
        return rate.path("events") + "/" + rate.path("total") + ", " + rate.path("missing") + " missing";
    }

    private static JsonNode rate(JsonNode analysed, String endpoint, String unit, String arm) {
        for (JsonNode rate : analysed.path("rates")) {
            if (rate.path("endpoint").asString("").equals(endpoint)
                    && rate.path("unit").asString("").equals(unit)
                    && rate.path("arm").asString("").equals(arm)
                    && rate.path("visit").asInt() == 6) {
                return rate;
            }
        }
        throw new AssertionError("no rate of " + endpoint + " in " + analysed);
    }
}
