package org.trabecula.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters on paper: Liberation Sans, which PDFBox brings along, and for Chinese a TrueType font of the machine or of one's
 * own. Only the glyphs that are used go into the file.
 */
final class PaperFont {
    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final List<String> CHINESE = List.of(
            "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
            "/usr/share/fonts/truetype/droid/DroidSansFallback.ttf",
            "/usr/share/fonts/truetype/arphic/gkai00mp.ttf",
            "/Library/Fonts/Arial Unicode.ttf",
            "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
            "C:/Windows/Fonts/simhei.ttf");

    private final List<PDFont> fonts = new ArrayList<>();
    private final Map<Integer, Optional<Glyph>> glyphs = new HashMap<>();

    /** A letter in the font that has it, and its width in thousandths of the size. */
    record Glyph(PDFont font, String text, float width) {}

    /** Letters that one font has. */
    record Run(PDFont font, String text) {}

    private PaperFont() {}

    /** A font of the machine that has Chinese letters. */
    static Optional<Path> chinese() {
        return CHINESE.stream().map(Path::of).filter(Files::isRegularFile).findFirst();
    }

    /** @param own a TrueType font that has what Liberation Sans lacks */
    static PaperFont in(PDDocument document, Optional<Path> own) {
        PaperFont font = new PaperFont();
        try (InputStream latin = PaperFont.class.getResourceAsStream(LATIN)) {
            if (latin == null) {
                throw new IllegalStateException("PDFBox no longer brings " + LATIN);
            }
            font.fonts.add(PDType0Font.load(document, latin, true));
            if (own.isPresent()) {
                font.fonts.add(PDType0Font.load(document, own.get().toFile()));
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float width(String text, double size) {
        double sum = text.codePoints()
                .mapToDouble(c -> glyph(c).map(Glyph::width).orElse(0f))
                .sum();
        return (float) (sum * size / 1000);
    }

    /** The text in pieces of one font each. A letter that no font has becomes a question mark. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        text.codePoints().mapToObj(this::glyph).flatMap(Optional::stream).forEach(glyph -> {
            if (!runs.isEmpty() && runs.getLast().font().equals(glyph.font())) {
                runs.set(runs.size() - 1, new Run(glyph.font(), runs.getLast().text() + glyph.text()));
            } else {
                runs.add(new Run(glyph.font(), glyph.text()));
            }
        });
        return runs;
    }

    private Optional<Glyph> glyph(int codePoint) {
        return glyphs.computeIfAbsent(
                codePoint,
                c -> Stream.concat(Stream.of(Character.toString(c)), c == '?' ? Stream.empty() : Stream.of("?"))
                        .flatMap(text -> fonts.stream().flatMap(font -> in(font, text).stream()))
                        .findFirst());
    }

    private static Optional<Glyph> in(PDFont font, String text) {
        try {
            return Optional.of(new Glyph(font, text, font.getStringWidth(text)));
        } catch (IllegalArgumentException | IOException absent) {
            return Optional.empty();
        }
    }
}
