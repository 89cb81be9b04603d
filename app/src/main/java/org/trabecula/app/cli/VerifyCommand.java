package org.trabecula.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.trabecula.app.Refusal;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.store.StoreFault;
import org.trabecula.app.store.StoreOutOfReach;
import org.trabecula.app.store.Stores;
import org.trabecula.app.store.Verification;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.Journal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes through the journal and believes nothing that it says of itself. */
@Command(
        name = "verify",
        description =
                "Recomputes every hash of the journal and of the images, and rebuilds the state; names the first that is bad.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final HomeOptions home = new HomeOptions();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "a head hash that was kept elsewhere; needs --position")
    private Optional<String> head = Optional.empty();

    @Option(names = "--position", paramLabel = "N", description = "the journal position of that head")
    private Optional<Long> position = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Optional<Head> former = former();
        if (!Files.isDirectory(home.home())) {
            throw new Refusal("There is no installation in " + home.home() + ".");
        }
        try (Stores stores = Stores.open(home.home(), home.database(), Clock.systemUTC())) {
            Verification found = stores.verify(former);
            return switch (found) {
                case Verification.Sound(var newest) ->
                    rebuilt(stores.journal(), ImageArchive.open(home.home()), newest);
                case Verification.Broken(var at, var sentence) -> broken(at, sentence);
            };
        } catch (StoreOutOfReach unseen) {
            throw unseen;
        } catch (StoreFault fault) {
            return broken(0, String.valueOf(fault.getMessage()));
        }
    }

    private Optional<Head> former() {
        if (head.isPresent() != position.isPresent()) {
            throw new Refusal("A head that was kept elsewhere needs both --head and --position.");
        }
        return head.map(hash -> {
            if (!hash.matches("[0-9a-fA-F]{64}")) {
                throw new Refusal("A head hash has 64 hexadecimal digits; this is not one: " + hash);
            }
            return new Head(position.orElseThrow(), Hash.of(hash));
        });
    }

    /** Sound hashes could still tell an impossible story: every entry has to follow from those before it. */
    private int rebuilt(Journal journal, ImageArchive archive, Head newest) {
        Register register = new Register();
        try {
            journal.replay(0, register::after);
        } catch (IllegalStateException | IllegalArgumentException impossible) {
            return broken(register.position() + 1, String.valueOf(impossible.getMessage()));
        }
        Optional<String> damaged = register.readingRoom()
                .all()
                .sorted(Comparator.comparing((ReadingCase one) -> one.id().value()))
                .flatMap(one -> one.images().files().stream().map(sha256 -> one.id() + ": " + sha256))
                .filter(one -> !archive.sound(one.substring(one.lastIndexOf(' ') + 1)))
                .findFirst();
        if (damaged.isPresent()) {
            out().println("BAD image " + damaged.get() + " is missing or was altered");
            return 1;
        }
        out().println("OK position " + newest.position() + " head " + newest.hash());
        return 0;
    }

    private int broken(long at, String sentence) {
        out().println((at > 0 ? "BAD entry " + at : "BAD store") + ": " + sentence);
        return 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
