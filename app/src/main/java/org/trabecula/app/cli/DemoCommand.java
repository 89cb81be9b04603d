package org.trabecula.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trabecula.app.Installation;
import org.trabecula.app.demo.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves an installation filled with a virtual cohort. */
@Command(
        name = "demo",
        description = "Serves the reference study with a virtual cohort, in a folder of its own.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "the demonstration's folder (default: ${DEFAULT-VALUE})",
            defaultValue = "demo-home")
    private Path home = Path.of("demo-home");

    @Option(
            names = "--port",
            description = "where to listen (default: ${DEFAULT-VALUE}; 0 takes a free one)",
            defaultValue = "8080")
    private int port;

    @Option(
            names = "--participants",
            description = "how many are operated (default: ${DEFAULT-VALUE})",
            defaultValue = "90")
    private int participants;

    @Option(names = "--seed", description = "of all chance (default: ${DEFAULT-VALUE})", defaultValue = "2026")
    private long seed;

    @Option(names = "--fill-only", description = "stop when the folder is filled")
    private boolean fillOnly;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LocalDate today = LocalDate.now(Clock.systemUTC());
        Demonstration.fill(home, seed, participants, today, out);
        if (fillOnly) {
            return 0;
        }
        return ServeCommand.serve(
                () -> Installation.open(home, Optional.empty(), Optional.empty(), Clock.systemUTC()),
                "127.0.0.1",
                port,
                new ReceiverOptions(),
                out);
    }
}
