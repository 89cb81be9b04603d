package org.trabecula.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Where a page of the report ends. */
class PaperEditionTest {

    @Test
    void noPageHasASingleRowOfATableOrASingleLineOfANote() throws IOException {
        String note = String.join(" ", Collections.nCopies(140, "note"));
        for (int rows = 56; rows < 76; rows++) {
            List<String> pages = pages(new Block.Grid(table(rows, note)));
            assertThat(pages).allSatisfy(page -> {
                assertThat(lines(page, "row")).isNotEqualTo(1);
                assertThat(lines(page, "note")).isNotEqualTo(1);
            });
            assertThat(pages.stream().mapToLong(page -> lines(page, "row")).sum())
                    .isEqualTo(rows);
        }
    }

    @Test
    void anItemStaysWithItsPointAndTheEndOfAParagraphIsNotAlone() throws IOException {
        String item = "item " + String.join(" ", Collections.nCopies(24, "item"));
        for (int items = 25; items < 33; items++) {
            List<String> pages = pages(
                    new Block.Listing(Collections.nCopies(items, item)),
                    new Block.Paragraph(Block.Tone.PLAIN, String.join(" ", Collections.nCopies(60, "paragraph"))));
            assertThat(pages).allSatisfy(page -> {
                assertThat(page).doesNotContainPattern("•\\s*\\R");
                assertThat(lines(page, "paragraph")).isNotEqualTo(1);
            });
        }
    }

    @Test
    void theHeadOfAColumnOfWordsStandsAsTheWordsDo() {
        TableView table = table(2, "");
        assertThat(IntStream.range(0, 4).mapToObj(table::words)).containsExactly(true, false, true, false);
    }

    /** A column of numbers, one of words, and one without anything. */
    private static TableView table(int rows, String note) {
        List<TableView.Row> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            all.add(new TableView.Row(
                    "row " + row, false, List.of(item("1", false), item("said", true), item("", false))));
        }
        return new TableView(
                "t", "Title", List.of("Label", "Number", "Words", "Nothing"), all, List.of(note), List.of());
    }

    private static TableView.Item item(String text, boolean words) {
        return new TableView.Item(text, "", words, 0, false, OptionalInt.empty());
    }

    private static long lines(String page, String with) {
        return page.lines().filter(line -> line.contains(with)).count();
    }

    private static List<String> pages(Block... blocks) throws IOException {
        Report report = new Report("en", "Title", List.of("Header", "more"), "", List.of(blocks));
        List<String> pages = new ArrayList<>();
        try (PDDocument paper =
                Loader.loadPDF(PaperEdition.of(report, LocalDate.of(2026, 1, 1), 1, Optional.empty()))) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= paper.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(paper));
            }
        }
        return pages;
    }
}
