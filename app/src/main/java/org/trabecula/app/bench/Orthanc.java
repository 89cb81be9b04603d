package org.trabecula.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Debian's Orthanc with its DICOMweb plugin, as it is installed: index in SQLite, every file written through to the disk. */
final class Orthanc implements AutoCloseable {
    static final String TITLE = "ORTHANC";
    private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
    private static final String PLUGIN = "libOrthancDicomWeb.so";

    private final Process process;
    private final int web;
    private final int dicom;

    private Orthanc(Process process, int web, int dicom) {
        this.process = process;
        this.web = web;
        this.dicom = dicom;
    }

    /** Whether it can be run here. */
    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** @param shim a library to be loaded first */
    static Orthanc start(Path folder, Optional<Path> shim) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int web = Ports.free();
        int dicom = Ports.free();
        Path settings = folder.resolve("orthanc.json");
        Files.writeString(settings, """
                {"Name": "bench", "StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "HttpPort": %2$d, "DicomPort": %3$d,
                 "DicomAet": "%4$s", "RemoteAccessAllowed": false, "AuthenticationEnabled": false, "StorageCompression": false,
                 "DicomCheckModalityHost": false, "DicomAlwaysAllowStore": true, "OverwriteInstances": true,
                 "SyncStorageArea": true, "Plugins": ["%5$s"],
                 "DicomWeb": {"Enable": true, "StudiesMetadata": "Full", "SeriesMetadata": "Full"}}
                """.formatted(folder, web, dicom, TITLE, plugin()));
        ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orthanc.log").toFile());
        shim.ifPresent(library -> builder.environment().put("LD_PRELOAD", library.toString()));
        Orthanc orthanc = new Orthanc(builder.start(), web, dicom);
        Ports.await(web);
        return orthanc;
    }

    private static Path plugin() throws IOException {
        try (Stream<Path> found = Files.find(
                Path.of("/usr"),
                6,
                (path, about) -> path.getFileName().toString().startsWith(PLUGIN))) {
            return found.findFirst()
                    .orElseThrow(() -> new IOException("Install orthanc-dicomweb to measure beside it"));
        }
    }

    String address() {
        return "http://127.0.0.1:" + web;
    }

    int dicomPort() {
        return dicom;
    }

    @Override
    public void close() {
        MeasuredProcess.end(process);
    }
}
