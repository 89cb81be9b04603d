package org.trabecula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected numbers: Newcombe 1998, Stat Med 17:873-890, table II (a): 56/70 - 48/80 is 0.2, method 10 0.0524 to 0.3339. */
class StatisticsCommandTest {
    private static final String CASE = """
            {"id": "%s", "method": "risk-difference", "inputs": {"x1": 56, "n1": 70, "x2": %s, "n2": 80},
             "expected": {"rd": %s, "newcombe": null, "newcombe_cc": null, "miettinen_nurminen": null,
              "mee_no_bias_correction": null, "wald": null, "agresti_caffo": null},
             "tolerance": {"rel": 1e-9, "abs": 1e-9}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve("cases"));
        Files.createDirectories(folder.resolve("data"));
        return Files.writeString(file, text);
    }

    private static Shell.Said run(String... arguments) {
        var all = new ArrayList<>(List.of("statistics"));
        all.addAll(List.of(arguments));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Trabecula.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Shell.Said(status, out.toString(), err.toString());
    }

    @Test
    void listsTheMethodsWithWhatTheyDo() {
        assertThat(run().out())
                .contains("risk-difference", "The difference of two independent proportions", "qualify FOLDER");
    }

    @Test
    void computesAMethodFromOptions() {
        var said = run("risk-difference", "--x1", "56", "--n1", "70", "--x2", "48", "--n2", "80");
        assertThat(said.status()).isZero();
        assertThat(said.out().lines().map(line -> line.strip().split("\\s+")))
                .contains(new String[] {"rd", "0.2"}, new String[] {"newcombe", "0.0524315", "0.333873"});
        assertThat(run("risk-difference", "--x1", "56", "--n1", "70", "--x2", "48", "--n2", "80", "--json")
                        .out())
                .contains("\"newcombe\":[0.0524314724");
    }

    @Test
    void explainsAMethod() {
        assertThat(run("kappa", "--help").out())
                .contains("Convention:", "Reference:", "--table_rows_reader1", "Fleiss, Cohen and Everitt");
    }

    @Test
    void readsATableAndRowsOfNumbers() throws IOException {
        Path table = write("data/reads.csv", "pid,a,b\n1,0,0\n1,1,1\n2,0,1\n2,1,1\n3,,1\n3,0,0\n");
        var said = run(
                "multi-reader-agreement",
                "--data",
                table.toString(),
                "--raters",
                "a,b",
                "--categories",
                "0,1",
                "--json");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("\"percent_agreement\":0.8");
        assertThat(run("kappa", "--table_rows_reader1", "61,5;8,26", "--json").out())
                .contains("\"pabak\":0.74");
    }

    @Test
    void refusesInASentence() throws IOException {
        assertThat(run("risk-difference", "--x1", "5").status()).isEqualTo(2);
        var said = run("risk-difference", "--x1", "90", "--n1", "70", "--x2", "48", "--n2", "80");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("at most as many events as its total");
        Path table = write("data/t.csv", "x,y\n1,2\n");
        assertThat(run("bland-altman", "--data", table.toString(), "--x", "z", "--y", "y")
                        .err())
                .contains("t.csv has no column 'z'");
        assertThat(run("bland-altman", "--data", "elsewhere.csv", "--x", "x", "--y", "y")
                        .err())
                .contains("there is no file elsewhere.csv");
        assertThat(run("bland-altman", "--x", "x", "--y", "y").err()).contains("--data is missing");
        assertThat(run("risk-difference", "--x1", "five", "--n1", "70", "--x2", "48", "--n2", "80")
                        .err())
                .contains("--x1 must be a number, but it is \"five\"");
        assertThat(run("turnbul"))
                .extracting(Shell.Said::status, Shell.Said::err)
                .containsExactly(
                        2,
                        "trabecula: There is no statistical method 'turnbul'. Did you mean turnbull?"
                                + " 'trabecula statistics' lists them." + System.lineSeparator());
    }

    @Test
    void computesEveryCaseEvenAfterAnUnusableOne() throws IOException {
        Path unusable = write("cases/a.json", CASE.formatted("A", 90, 0));
        Path good = write("cases/b.json", CASE.formatted("B", 48, 0.2));
        Path broken = write("cases/c.json", "{");
        var said = run("compute", unusable.toString(), good.toString(), broken.toString());
        assertThat(said.status()).isEqualTo(1);
        List<String> lines = said.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("{\"id\":\"A\",\"error\":\"");
        assertThat(lines.get(1)).startsWith("{\"id\":\"B\",\"result\":{\"rd\":0.2");
        assertThat(lines.get(2)).startsWith("{\"id\":\"c\",\"error\":\"");
        assertThat(run("compute", good.toString()).status()).isZero();
    }

    @Test
    void qualifiesAFolderOfCases() throws IOException {
        write("cases/a.json", CASE.formatted("A", 48, 0.2));
        assertThat(run("qualify", folder.toString()))
                .extracting(Shell.Said::status, Shell.Said::out)
                .containsExactly(0, "1 passed, 0 failed" + System.lineSeparator());
        write("cases/b.json", CASE.formatted("B", 48, 0.21));
        var said = run("qualify", folder.resolve("cases").toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).contains("B: rd: expected 0.21, found 0.2", "1 passed, 1 failed");
        assertThat(run("qualify", folder.resolve("nowhere").toString()).err()).contains("is not a folder");
        assertThat(run("qualify", folder.resolve("data").toString()).err()).contains("holds no case");
    }
}
