package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.dicom.identity.DateShift;
import org.trabecula.dicom.identity.Deidentifier;
import org.trabecula.dicom.identity.Secret;
import org.trabecula.dicom.pixel.PixelData;

/**
 * What other people's programs find in our files: {@code dcmdump} of DCMTK and pydicom read them, {@code dciodvfy} of dicom3tools judges
 * them. Debian has all three; where one is absent its tests are skipped, and say so.
 */
class OtherProgramsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                Samples.LUMBAR,
                "syntaxes/explicit-little-endian.dcm",
                "syntaxes/deflated.dcm",
                "syntaxes/explicit-big-endian.dcm",
                "syntaxes/jpeg-ls-lossless.dcm",
                "radiographs/RG3_J2KR.dcm",
                "syntaxes/jpeg-extended-split-frames.dcm"
            })
    void pydicomFindsTheSameAsInTheOriginal(String name) throws Exception {
        String python = pythonWithPydicom();
        DicomFile original = Samples.read(name);
        Path written = Files.write(folder.resolve("written.dcm"), original.toBytes());
        Path json = Files.writeString(folder.resolve("written.json"), DicomJson.of(original.dataset()));

        assertThat(output(python, script(), Samples.path(name), written, json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.LUMBAR, "syntaxes/jpeg-2000-lossless.dcm", "radiographs/RG3_J2KR.dcm"})
    void dcmdumpReadsWhatWasReleased(String name) throws Exception {
        require("dcmdump");

        String dumped = output("dcmdump", "--search", "BurnedInAnnotation", "--search", "PatientID", released(name));

        assertThat(dumped).contains("S-001").doesNotContain("W:", "E:");
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.LUMBAR, "syntaxes/jpeg-2000-lossless.dcm", "syntaxes/deflated.dcm"})
    void dciodvfyHasNothingAgainstWhatWasReleased(String name) throws Exception {
        require("dciodvfy");

        assertThat(output("dciodvfy", released(name)).lines().filter(line -> line.startsWith("Error")))
                .isEmpty();
    }

    private Path released(String name) throws IOException {
        DicomFile plain = PixelData.uncompressed(Samples.read(name), Limits.standard());
        Deidentifier deidentifier = new Deidentifier(Secret.of(new byte[16]));
        return Files.write(folder.resolve("released.dcm"), deidentifier.release(plain, "S-001", new DateShift(-7)));
    }

    private static Path script() {
        return Samples.path("../peers/same.py").normalize();
    }

    /** Debian's own Python first, since its packages are for no other. */
    private static String pythonWithPydicom() throws IOException, InterruptedException {
        for (String python : List.of("/usr/bin/python3", "/usr/local/bin/python3")) {
            if (Files.isExecutable(Path.of(python))
                    && started(python, "-c", "import pydicom").waitFor() == 0) {
                return python;
            }
        }
        return abort("pydicom is absent (Debian: python3-pydicom)");
    }

    private static void require(String program) {
        boolean there = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        assumeTrue(there, program + " is absent (Debian: dcmtk, dicom3tools, python3)");
    }

    private static String output(Object... command) throws IOException, InterruptedException {
        Process process = started(command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static Process started(Object... command) throws IOException {
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }
}
