package org.trabecula.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.trabecula.app.bench.Benchmarks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the program. */
@Command(
        name = "bench",
        subcommands = BenchImagesCommand.class,
        description = "Measures what docs/benchmarks.md states and prints it as a table. Takes some minutes."
                + " 'trabecula bench statistics [--quick]' measures the statistical methods, beside R where it is;"
                + " 'trabecula bench images' the way of images, beside Orthanc.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Option(
            names = "--runs",
            description = "how often each figure is measured (default: ${DEFAULT-VALUE})",
            defaultValue = "5")
    private int runs;

    @Option(
            names = "--only",
            split = ",",
            description =
                    "only these parts: start, results, saves, import, participants, replay, assistance, simulation, report")
    private Set<String> only = Set.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path base = Path.of(System.getProperty("trabecula.base", "."));
        Benchmarks.run(base, runs, only, spec.commandLine().getOut());
        return 0;
    }
}
