package org.trabecula.cluster;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What machines need besides Spark itself: the program's own jars and the mathematics that they use, a megabyte or two. */
final class OwnJars {
    private static final List<String> NAMES =
            List.of("trabecula-", "commons-statistics-", "commons-numbers-", "commons-rng-");

    private OwnJars() {}

    /** Those beside the jar of this program; none when it runs from a folder of classes, where nothing is sent. */
    static List<String> list() throws IOException {
        Path own = place();
        if (Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> libraries = Files.list(own.resolveSibling("jars"))) {
            return Stream.concat(
                            Stream.of(own), libraries.filter(OwnJars::needed).sorted())
                    .map(Path::toString)
                    .toList();
        }
    }

    private static boolean needed(Path jar) {
        return NAMES.stream().anyMatch(jar.getFileName().toString()::startsWith);
    }

    private static Path place() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
