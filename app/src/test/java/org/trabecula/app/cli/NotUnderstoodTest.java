package org.trabecula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line with a typing error is answered in one line. */
class NotUnderstoodTest {

    private static Shell.Said run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Trabecula.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Shell.Said(status, out.toString(), err.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            analyse --hom x | trabecula analyse has no option '--hom'. Did you mean --home? 'trabecula analyse --help' says what there is.
            ingest . --vist=m6 | trabecula ingest has no option '--vist'. Did you mean --visit? 'trabecula ingest --help' says what there is.
            verify --data x | trabecula verify has no option '--data'. Did you mean --database? 'trabecula verify --help' says what there is.
            verify --frobnicate | trabecula verify has no option '--frobnicate'. 'trabecula verify --help' says what there is.
            statistics ancova --respnse y | trabecula statistics ancova has no option '--respnse'. Did you mean --response? 'trabecula statistics ancova --help' says what there is.
            verfy | There is no command 'verfy'. Did you mean verify? 'trabecula --help' says what there is.
            verify everything | trabecula verify does not know what to do with 'everything'. 'trabecula verify --help' says what there is.
            """)
    void what_is_wrong_what_is_nearest_and_where_help_is(String line, String sentence) {
        Shell.Said said = run(line.split(" ", -1));
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isEqualTo("trabecula: " + sentence + System.lineSeparator());
    }

    @Test
    void a_value_that_does_not_fit_its_option_is_named() {
        Shell.Said said = run("serve", "--port", "eighty");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).contains("--port", "eighty", "'trabecula serve --help'");
    }
}
