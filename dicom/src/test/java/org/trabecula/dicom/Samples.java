package org.trabecula.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files in {@code src/test/resources/dicom}; where they come from stands in the README there. */
public final class Samples {

    public static final String LUMBAR = "lumbar/slice-056.dcm";

    private Samples() {}

    public static Path path(String name) {
        try {
            return Path.of(Samples.class.getResource("/dicom/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DicomFile read(String name) {
        return DicomFile.read(bytes(name));
    }

    public static List<String> in(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
