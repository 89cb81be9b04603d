package org.trabecula.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.study.imaging.ImagingStudyId;

/**
 * Sheets that are not handed in yet, so that a closed browser loses nothing: a file each below {@code drafts}, named by the task's
 * handle. They are no records: nobody but the reader ever sees one, and it goes when the read is signed.
 */
@Component
final class ReadingDrafts {
    /** What belongs to the page and not to the sheet. */
    private static final Set<String> NOT_KEPT = Set.of("_csrf", "key", "secret", "charter");

    private static final int LONGEST = 64_000;
    private final Path folder;

    ReadingDrafts(Installation installation) {
        this.folder = installation.home().resolve("drafts");
    }

    /** Keeps a sheet in place of an earlier one. */
    void keep(String handle, Map<String, String[]> fields) {
        String text = fields.entrySet().stream()
                .filter(field -> !NOT_KEPT.contains(field.getKey()))
                .flatMap(field -> Arrays.stream(field.getValue())
                        .filter(value -> !value.isBlank())
                        .map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .sorted()
                .collect(Collectors.joining("\n"));
        if (text.length() > LONGEST) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path made = Files.createTempFile(folder, "draft", ".new");
            Files.writeString(made, text);
            Files.move(made, file(handle), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sheet as it was left. */
    Optional<Typed> of(String handle) {
        try {
            if (!has(handle)) {
                return Optional.empty();
            }
            return Optional.of(new Typed(Files.readAllLines(file(handle)).stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(
                            field -> decoded(field[0]), field -> new String[] {decoded(field[1])}, (one, _) -> one))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String handle) {
        return Files.exists(file(handle));
    }

    void drop(String handle) {
        try {
            Files.deleteIfExists(file(handle));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String handle) {
        if (!ImagingStudyId.valid(handle)) {
            throw new IllegalArgumentException("Not a handle: " + handle);
        }
        return folder.resolve(handle);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
