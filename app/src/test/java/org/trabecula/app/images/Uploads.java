package org.trabecula.app.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What senders send. */
public final class Uploads {
    public static final List<String> SLICES = List.of("slice-030.dcm", "slice-056.dcm", "slice-083.dcm");

    private Uploads() {}

    public static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Uploads.class.getResourceAsStream("/images/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Incoming file(String name, byte[] bytes) {
        return new Incoming(name, () -> new ByteArrayInputStream(bytes));
    }

    public static Incoming sample(String name) {
        return file(name, bytes(name));
    }

    public static List<Incoming> slices() {
        return SLICES.stream().map(Uploads::sample).toList();
    }

    public static byte[] zip(Stream<Incoming> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Incoming file : files.toList()) {
                zip.putNextEntry(new ZipEntry(file.name()));
                try (InputStream in = file.source().open()) {
                    in.transferTo(zip);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Every regular file below a folder but the key. */
    public static List<Path> stored(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("image.key"))
                    .toList();
        }
    }
}
