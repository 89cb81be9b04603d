package org.trabecula.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.store.Credentials;
import org.trabecula.app.store.Stores;
import org.trabecula.app.store.Vault;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.Lots;
import org.trabecula.study.protocol.Protocol;

/**
 * One study on one machine: its folder, its stores, the protocol in force, and the Desk.
 *
 * @param demo whether its participants are virtual, which every page says
 */
public record Installation(
        Path home, Stores stores, ImageArchive images, Protocol protocol, Desk desk, Clock clock, boolean demo)
        implements AutoCloseable {
    private static final String DEMO_MARK = "demonstration";

    /**
     * Opens an installation, and makes it if there is none.
     *
     * @param database a PostgreSQL address; empty for SQLite in the folder
     * @param study the folder of the protocol to adopt; empty for the one in force, or the reference study at first
     * @throws Refusal when the folder or the protocol cannot be used, with a sentence that says why
     */
    public static Installation open(Path home, Optional<String> database, Optional<Path> study, Clock clock) {
        return open(home, database, study, clock, ImageArchive::lots);
    }

    /** Opens an installation whose cases are dealt by lots of one's own: a demonstration comes out the same each time. */
    public static Installation dealing(Path home, Clock clock, Lots lots) {
        return open(home, Optional.empty(), Optional.empty(), clock, _ -> lots);
    }

    private static Installation open(
            Path home,
            Optional<String> database,
            Optional<Path> study,
            Clock clock,
            Function<ImageArchive, Lots> lots) {
        Stores stores = Stores.open(home, database, clock);
        try {
            Protocol protocol = Adoption.inForce(stores.journal(), study, clock);
            ImageArchive images = ImageArchive.open(home);
            Desk desk = new Desk(protocol, stores.journal(), clock, lots.apply(images));
            images.quarantine(desk).tidy();
            return new Installation(home, stores, images, protocol, desk, clock, Files.exists(home.resolve(DEMO_MARK)));
        } catch (RuntimeException e) {
            stores.close();
            throw e;
        }
    }

    /** Opens an installation that has to be there. */
    public static Installation existing(Path home, Optional<String> database, Clock clock) {
        if (!Files.isDirectory(home)) {
            throw new Refusal(
                    "There is no installation in " + home + "; start one with: trabecula serve --home " + home);
        }
        return open(home, database, Optional.empty(), clock);
    }

    /** Marks a folder as a demonstration, before anything is written into it. */
    public static Path demoMark(Path home) {
        return home.resolve(DEMO_MARK);
    }

    /**
     * The protocol that was in force at a cut, with the analysis plan of that time.
     *
     * @throws Refusal when none was, or when this program can no longer read it
     */
    public Protocol protocolAt(Register register) {
        return Adoption.at(register);
    }

    public Credentials credentials() {
        return stores.credentials();
    }

    public Vault vault() {
        return stores.vault();
    }

    @Override
    public void close() {
        stores.close();
    }
}
