package org.trabecula.qualification;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A case, table or formula that cannot be computed; the message names the place and the rule. */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String sentence) {
        super(sentence);
    }

    /** A file that cannot be read. */
    static Unusable unread(Path file, Exception problem) {
        return new Unusable(
                switch (problem) {
                    case NoSuchFileException _ -> "there is no file " + file;
                    case CharacterCodingException _ -> file + " is not a UTF-8 text";
                    case UncheckedIOException late
                    when late.getCause() instanceof CharacterCodingException -> file + " is not a UTF-8 text";
                    default -> file + " cannot be read: " + problem.getMessage();
                });
    }
}
