package org.trabecula.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.trabecula.app.bench.ImageBenchmarks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how images are received, beside Orthanc. */
@Command(
        name = "images",
        description = "Measures receiving a CT of 300 slices beside Orthanc in the same minutes."
                + " Needs Debian's orthanc, orthanc-dicomweb and dcmtk.",
        mixinStandardHelpOptions = true)
final class BenchImagesCommand implements Callable<Integer> {
    @Option(
            names = "--runs",
            description = "how often each figure is measured (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int runs;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        ImageBenchmarks.run(
                Path.of(System.getProperty("trabecula.base", ".")),
                runs,
                spec.commandLine().getOut());
        return 0;
    }
}
