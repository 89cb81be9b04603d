package org.trabecula.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Problem;
import org.trabecula.exchange.folder.Reading;
import org.trabecula.exchange.folder.StudyFolder;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Journal;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Role;
import org.trabecula.study.site.SiteFact;

/** Which protocol an installation works by: the one that its journal holds, or a folder's, which the journal then holds. */
final class Adoption {
    private static final String REFERENCE = "studies/3dcop";

    private Adoption() {}

    static Protocol inForce(Journal journal, Optional<Path> folder, Clock clock) {
        Optional<SiteFact.ProtocolAdopted> adopted = newest(journal);
        if (adopted.isPresent() && folder.isEmpty()) {
            return read(adopted.get().files(), "the protocol in force");
        }
        Actor actor = folder.isPresent() ? ShellUser.as(Role.ADMINISTRATOR) : Actor.program();
        return adopt(journal, folder.orElseGet(Adoption::reference), actor, clock);
    }

    /**
     * The protocol that was in force at a cut, read from the texts that the journal keeps.
     *
     * @throws Refusal when none was, or when this program can no longer read it
     */
    static Protocol at(Register register) {
        return register.adopted()
                .map(one ->
                        read(one.files(), "version " + one.version() + ", in force at position " + register.position()))
                .orElseThrow(
                        () -> new Refusal("No protocol was in force yet at position " + register.position() + "."));
    }

    private static Optional<SiteFact.ProtocolAdopted> newest(Journal journal) {
        AtomicReference<Optional<SiteFact.ProtocolAdopted>> newest = new AtomicReference<>(Optional.empty());
        journal.about(Register.STUDY).forEach(entry -> {
            if (entry.fact() instanceof SiteFact.ProtocolAdopted fact) {
                newest.set(Optional.of(fact));
            }
        });
        return newest.get();
    }

    private static Protocol adopt(Journal journal, Path folder, Actor actor, Clock clock) {
        if (!Files.isDirectory(folder)) {
            throw new Refusal("There is no study in " + folder + ".");
        }
        try {
            Findings findings = new Findings();
            SortedMap<String, String> files = StudyFolder.texts(folder, findings);
            if (findings.broken()) {
                throw broken(folder.toString(), findings.errors());
            }
            Protocol protocol = read(files, folder.toString());
            Intent intent = new Intent.AdoptProtocol(protocol.id(), protocol.version(), files);
            Answer answer = new Desk(protocol, journal, clock).submit(Request.of(actor, intent));
            if (answer instanceof Answer.Refused(var objections)
                    && objections.stream().anyMatch(objection -> objection.rule() != Rule.NOTHING_CHANGED)) {
                throw new Refusal(objections.stream().map(Objection::sentence).collect(Collectors.joining(" ")));
            }
            return protocol;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Protocol read(SortedMap<String, String> files, String where) {
        return switch (StudyFolder.read(files)) {
            case Reading.Readable(var protocol, var _) -> protocol;
            case Reading.Broken(var problems) -> throw broken(where, problems);
        };
    }

    private static Refusal broken(String where, List<Problem> problems) {
        return new Refusal("The study in " + where + " is broken:\n  "
                + problems.stream().map(Problem::toString).collect(Collectors.joining("\n  ")));
    }

    /** The reference study lies beside the program. */
    private static Path reference() {
        return Path.of(System.getProperty("trabecula.base", ".")).resolve(REFERENCE);
    }
}
