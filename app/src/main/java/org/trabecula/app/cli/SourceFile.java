package org.trabecula.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trabecula.app.Refusal;
import org.trabecula.exchange.TextFile;
import org.trabecula.study.journal.Hash;

/**
 * A text file that somebody brings in, with what identifies its bytes.
 *
 * @param origin the file's name and its SHA-256, for the journal
 */
record SourceFile(TextFile text, String origin) {
    private static final long LARGEST = 80_000_000;

    /** @throws Refusal when it is not there, far too large, or not UTF-8 */
    static SourceFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("There is no file " + file + " that can be read.");
        }
        if (Files.size(file) > LARGEST) {
            throw new Refusal(file + " is larger than " + LARGEST / 1_000_000 + " MB; split it.");
        }
        byte[] bytes = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName());
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SourceFile(new TextFile(name, text), name + " sha256:" + Hash.sha256(bytes));
        } catch (CharacterCodingException e) {
            throw new Refusal(file + " is not a UTF-8 text; in a spreadsheet program, save it as \"CSV UTF-8\".");
        }
    }
}
