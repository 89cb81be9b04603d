package org.trabecula.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.trabecula.app.Installation;
import org.trabecula.app.Refusal;
import picocli.CommandLine.Option;

/** Which installation a command works on. */
final class HomeOptions {
    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "the installation's folder (default: ${DEFAULT-VALUE})",
            defaultValue = "trabecula-home")
    private Path home = Path.of("trabecula-home");

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "a PostgreSQL database, jdbc:postgresql:…; default: SQLite in the folder")
    private Optional<String> database = Optional.empty();

    @Option(
            names = "--study",
            paramLabel = "FOLDER",
            description =
                    "the study's folder, for a new installation or to put a new protocol version in force (serve, import);"
                            + " default: the reference study")
    private Optional<Path> study = Optional.empty();

    /** Opens the installation, and makes it if there is none. */
    Installation open(Clock clock) {
        return Installation.open(home, database, study, clock);
    }

    /** Opens an installation that has to be there. */
    Installation existing(Clock clock) {
        if (study.isPresent()) {
            throw new Refusal(
                    "This command only looks; a new protocol version is put in force with: trabecula serve --study");
        }
        return Installation.existing(home, database, clock);
    }

    Path home() {
        return home;
    }

    Optional<Path> study() {
        return study;
    }

    Optional<String> database() {
        return database;
    }
}
