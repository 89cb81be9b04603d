package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Place;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.participant.ParticipantId;

/** Single entries of the journal, and who may see them: whoever sees the site of the participant they belong to. */
@Component
final class Entries {
    private final Installation installation;

    Entries(Installation installation) {
        this.installation = installation;
    }

    Optional<Entry> at(long position) {
        if (position < 1) {
            return Optional.empty();
        }
        List<Entry> found = new ArrayList<>(1);
        installation.stores().journal().replay(position - 1, position, found::add);
        return found.stream().findFirst();
    }

    /** The participant that an entry belongs to, by its stream or by the images it speaks of. */
    static Optional<Casebook> owner(Register register, StreamId stream) {
        Optional<ParticipantId> id = switch (stream.kind()) {
            case ParticipantId.KIND -> Optional.of(new ParticipantId(stream.id()));
            case ImagingStudyId.KIND ->
                register.place(new ImagingStudyId(stream.id())).map(Place::participant);
            default -> Optional.empty();
        };
        return id.flatMap(register::casebook);
    }

    /** Entries that belong to no participant (the study's set-up, images in the inbox) are for everybody unmasked. */
    static boolean visible(Register register, StreamId stream, Visitor visitor) {
        return owner(register, stream).map(Casebook::site).map(visitor::sees).orElse(true);
    }
}
