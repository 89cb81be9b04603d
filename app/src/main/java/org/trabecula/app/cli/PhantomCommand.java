package org.trabecula.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.trabecula.app.Refusal;
import org.trabecula.app.demo.PhantomFolder;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Specimen;
import org.trabecula.study.spine.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the images of a phantom, and the truth about them. */
@Command(
        name = "phantom",
        description = {
            "Makes the images of a virtual lumbar spine with screws, rods and cages, as DICOM files: a CT with the artefacts that metal"
                    + " causes, and radiographs from the side, from in front, in flexion and in extension.",
            "Beside them truth.json says what is really there: the width of the zone around each screw, the axes of the screws, how"
                    + " much of each disc space bone bridges, and the bone's HU. The same options give the same files."
        },
        mixinStandardHelpOptions = true)
final class PhantomCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            required = true,
            description = "where to write; a new or empty folder. 'trabecula ingest FOLDER/images' takes the images in")
    private Path out = Path.of(".");

    @Option(names = "--seed", description = "of all that is left open (default: ${DEFAULT-VALUE})", defaultValue = "1")
    private long seed;

    @Option(
            names = "--levels",
            paramLabel = "UPPER-LOWER",
            description = "the instrumented vertebrae, T9 to S1 (default: ${DEFAULT-VALUE})",
            defaultValue = "L4-L5")
    private String levels = "L4-L5";

    @Option(
            names = "--halo",
            paramLabel = "MM",
            description = "width of the zone around every screw, 0 to 4 (default: by the seed, screw by screw)")
    private Optional<Double> halo = Optional.empty();

    @Option(
            names = "--bridging",
            paramLabel = "SHARE",
            description = "of every disc space that bone bridges, 0 to 1 (default: by the seed)")
    private Optional<Double> bridging = Optional.empty();

    @Option(
            names = "--cage",
            paramLabel = "KIND",
            description = "peek, porous-titanium or solid-titanium (default: by the seed)")
    private Optional<String> cage = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Specimen specimen = specimen();
        refuseWhatIsThere();
        PhantomFolder.Written written = PhantomFolder.write(out, specimen);
        spec.commandLine()
                .getOut()
                .println(out + ": a CT of " + written.slices() + " slices and " + written.radiographs()
                        + " radiographs in images, the truth in truth.json");
        return 0;
    }

    private void refuseWhatIsThere() throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new Refusal(out + " is not a folder.");
        }
        if (Files.isDirectory(out)) {
            try (Stream<Path> there = Files.list(out)) {
                if (there.findAny().isPresent()) {
                    throw new Refusal(out + " is not empty; name another folder with --out.");
                }
            }
        }
    }

    private Specimen specimen() {
        String[] ends = levels.toUpperCase(Locale.ROOT).split("-", -1);
        if (ends.length != 2) {
            throw new Refusal("--levels names two vertebrae, such as L4-S1.");
        }
        Level upper = level(ends[0]);
        Level lower = level(ends[1]);
        try {
            return new Specimen(seed, upper, lower, halo, bridging, cage.map(PhantomCommand::kind));
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage() + ".");
        }
    }

    private static Level level(String name) {
        return Arrays.stream(Level.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no vertebra " + name + "; they are T9 to S1."));
    }

    private static Phantom.CageKind kind(String name) {
        return Arrays.stream(Phantom.CageKind.values())
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("A cage is of peek, porous-titanium or solid-titanium."));
    }
}
