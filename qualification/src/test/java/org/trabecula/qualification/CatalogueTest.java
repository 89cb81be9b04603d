package org.trabecula.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Path GOLDEN = Path.of("golden");

    static List<Method> methods() {
        return Catalogue.all();
    }

    @Test
    void has_every_reference_case_of_the_index_and_no_other() throws IOException {
        assertThat(cases()).extracting(Case::id).containsExactlyInAnyOrderElementsOf(indexed());
    }

    @Test
    void has_a_method_for_every_reference_case_so_that_all_are_run() throws IOException {
        assertThat(cases())
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(Catalogue.named(one.method())).as(one.id()).isPresent());
    }

    @Test
    void has_each_method_once() {
        assertThat(Catalogue.all()).extracting(Method::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void tells_of_every_method_what_it_does_its_convention_its_reference_and_its_inputs(Method method) {
        Method.Guide guide = method.guide();

        assertThat(List.of(guide.does(), guide.convention(), guide.reference()))
                .as(method.name())
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(10));
        assertThat(guide.inputs())
                .as(method.name())
                .isNotEmpty()
                .allSatisfy(input -> assertThat(input.means()).hasSizeGreaterThan(3));
        assertThat(guide.inputs()).extracting(Method.Input::name).doesNotHaveDuplicates();
    }

    private static List<String> indexed() {
        return Table.read(GOLDEN.resolve("index.csv")).texts("id");
    }

    private static List<Case> cases() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN.resolve("cases"))) {
            return files.map(Case::read).toList();
        }
    }
}
