package org.trabecula.app.web;

import java.util.List;
import java.util.Optional;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.participant.ParticipantId;

/** The casebooks that a visitor may see: those of the visitor's sites. */
final class Casebooks {
    private Casebooks() {}

    static List<Casebook> seen(Register register, Visitor visitor) {
        return register.casebooks().stream()
                .filter(casebook -> visitor.works(casebook.site()))
                .toList();
    }

    /** Empty for one that is not there and for one of another site alike. */
    static Optional<Casebook> find(Register register, String id, Visitor visitor) {
        return Optional.of(id)
                .filter(ParticipantId::valid)
                .flatMap(valid -> register.casebook(new ParticipantId(valid)))
                .filter(casebook -> visitor.works(casebook.site()));
    }
}
