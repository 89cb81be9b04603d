package org.trabecula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture is true: what it names is there, what is there it names. */
class ArchitecturePageTest {
    private static final Path BASE = Path.of("..");

    private static String page(String name) throws IOException {
        return Files.readString(BASE.resolve("docs").resolve(name));
    }

    @Test
    void every_module_stands_in_the_table() throws IOException {
        List<String> modules = Pattern.compile("<module>(.*?)</module>")
                .matcher(Files.readString(BASE.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        String page = page("architecture.md");
        assertThat(modules).hasSize(10).allSatisfy(module -> assertThat(page).contains("| `" + module + "` |"));
    }

    @Test
    void every_chapter_of_the_study_stands_in_the_picture() throws IOException {
        String page = page("architecture.md");
        try (Stream<Path> chapters = Files.list(BASE.resolve("study/src/main/java/org/trabecula/study"))) {
            assertThat(chapters.map(chapter -> String.valueOf(chapter.getFileName())))
                    .hasSize(17)
                    .allSatisfy(chapter -> assertThat(page).contains(chapter));
        }
    }

    @Test
    void every_file_on_the_way_of_one_datum_is_there() throws IOException {
        List<String> named = Pattern.compile("`(app|study|dicom|statistics)/…/([A-Za-z/]+[.]java)`")
                .matcher(page("one-slice.md"))
                .results()
                .map(found -> found.group(1) + "/src/main/java/org/trabecula/" + found.group(1) + "/" + found.group(2))
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(15)
                .allSatisfy(file -> assertThat(BASE.resolve(file)).isRegularFile());
    }
}
