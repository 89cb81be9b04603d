package org.trabecula.app.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.trabecula.app.Installation;
import org.trabecula.app.web.WebProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the pages of an installation until the program is told to stop. */
@Command(
        name = "serve",
        description = "Serves the study's pages. A new installation prints a one-time link for its first visitor.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Option(
            names = "--port",
            description = "where to listen (default: ${DEFAULT-VALUE}; 0 takes a free one)",
            defaultValue = "8080")
    private int port;

    @Option(
            names = "--address",
            description = "on which address to listen (default: ${DEFAULT-VALUE}; put a TLS proxy before any other)",
            defaultValue = "127.0.0.1")
    private String address = "127.0.0.1";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Installation installation = home.open(Clock.systemUTC())) {
            return serve(installation, address, port, spec.commandLine().getOut());
        }
    }

    /** Starts the pages, says where they are, and waits until the program is told to stop. */
    static int serve(Installation installation, String address, int port, PrintWriter out) {
        try (WebProgram.Running running = WebProgram.start(installation, address, port)) {
            Invitation.print(installation, "http://" + address + ":" + running.port(), out);
            Signals.await();
        }
        return 0;
    }
}
