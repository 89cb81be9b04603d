package org.trabecula.app.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.trabecula.app.Installation;
import org.trabecula.app.network.ImageReceiver;
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

    @Mixin
    private final ReceiverOptions receiver = new ReceiverOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return serve(
                () -> home.open(Clock.systemUTC()),
                address,
                port,
                receiver,
                spec.commandLine().getOut());
    }

    /** Opens the installation and starts the pages, says where they are, and waits until the program is told to stop. */
    static int serve(Supplier<Installation> opener, String address, int port, ReceiverOptions images, PrintWriter out) {
        CompletableFuture<Installation> opening = opening(opener);
        try (WebProgram.Running running = WebProgram.start(opening, address, port)) {
            Optional<ImageReceiver> receiver = images.start(opening.join(), address);
            try {
                Invitation.print(
                        opening.join(),
                        "http://" + address + ":" + running.port(),
                        receiver.map(one -> images.title() + " at " + address + ":" + one.port() + ", from "
                                + one.senders() + (one.senders() == 1 ? " sender" : " senders")),
                        out);
                Signals.await();
            } finally {
                receiver.ifPresent(ImageReceiver::close);
            }
        } finally {
            opening.thenAccept(Installation::close).exceptionally(_ -> null).join();
        }
        return 0;
    }

    /** Begins to open an installation on a thread of its own. */
    static CompletableFuture<Installation> opening(Supplier<Installation> opener) {
        return CompletableFuture.supplyAsync(opener, Thread.ofPlatform().name("opening")::start);
    }
}
