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
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;

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

    /** A sample with another value of an attribute. */
    public static Incoming changed(String name, Tag tag, String value) {
        Dataset slice = DicomFile.read(bytes(name)).dataset();
        return file(
                name, DicomFile.of(slice.toBuilder().put(tag, value).build()).toBytes());
    }

    /** The sample slices moved together, so that none is missing between them. */
    public static byte[] adjoining(String name) {
        DicomFile slice = DicomFile.read(bytes(name));
        return DicomFile.of(slice.dataset().toBuilder()
                        .put(Tags.IMAGE_POSITION_PATIENT, 0.0, 0.0, 3.0 * SLICES.indexOf(name))
                        .build())
                .toBytes();
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
