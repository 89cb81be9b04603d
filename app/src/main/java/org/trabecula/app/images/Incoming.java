package org.trabecula.app.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file on its way in.
 *
 * @param name as its sender called it; only ever shown back to the sender, never a path and never stored
 */
public record Incoming(String name, Source source) {
    private static final int LONGEST_NAME = 200;

    /** Gives the bytes anew each time. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    public Incoming {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        name = printable.length() <= LONGEST_NAME
                ? printable
                : "…" + printable.substring(printable.length() - LONGEST_NAME);
    }

    /** Every file below a folder, by name; links are not followed. */
    public static List<Incoming> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .map(file -> new Incoming(folder.relativize(file).toString(), () -> Files.newInputStream(file)))
                    .toList();
        }
    }

    /** What exchange media and desktops put beside images; it is left out without a word being made of it. */
    boolean beside() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.startsWith(".")
                || name.startsWith("__MACOSX/")
                || List.of("DICOMDIR", "Thumbs.db", "desktop.ini").contains(last);
    }
}
