package org.trabecula.study.conduct;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.visit.Transcript;
import org.trabecula.study.visit.VisitFact;

/** Taking over outcomes from another record: all rows or none; what is already here in the same words is left alone. */
final class Transcription {
    private final Decision d;
    private final Intent.Transcribe intent;
    private final List<Ruling.Saying> sayings = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    private final Set<ParticipantId> introduced = new HashSet<>();

    private Transcription(Decision d, Intent.Transcribe intent) {
        this.d = d;
        this.intent = intent;
    }

    static Ruling decide(Decision d, Intent.Transcribe intent) {
        if (d.protocol().site(intent.site()).isEmpty()) {
            return Ruling.refuse("site", Rule.UNKNOWN_SITE, intent.site());
        }
        return new Transcription(d, intent).rule();
    }

    private Ruling rule() {
        intent.rows().forEach(this::row);
        if (!objections.isEmpty()) {
            return new Ruling.Refuse(objections);
        }
        return sayings.isEmpty() ? Ruling.refuse("", Rule.NOTHING_CHANGED) : new Ruling.Say(sayings);
    }

    private void row(TranscribedRow row) {
        if (d.protocol().arm(row.arm()).isEmpty()) {
            String arms = d.protocol().arms().stream().map(Arm::id).collect(Collectors.joining(", "));
            objections.add(Objection.to(row.place() + ", column arm", Rule.UNKNOWN_ARM, row.arm(), arms));
            return;
        }
        Optional<Casebook> known = d.register().casebook(row.id());
        if (known.isPresent()) {
            continues(row, known.get());
        } else {
            if (introduced.add(row.id())) {
                say(row, new ParticipantFact.ParticipantTranscribed(intent.site(), row.arm(), intent.source()));
            }
            say(row, new VisitFact.OutcomesTranscribed(row.visit(), row.outcomes()));
        }
    }

    private void continues(TranscribedRow row, Casebook casebook) {
        var transcribed = casebook.membership().transcribed().map(noted -> noted.what());
        if (transcribed.isEmpty()) {
            objections.add(Objection.to(row.place() + ", column subject", Rule.SUBJECT_IS_CAPTURED, row.id()));
            return;
        }
        if (!transcribed.get().arm().equals(row.arm())) {
            objections.add(Objection.to(
                    row.place() + ", column arm",
                    Rule.ARM_DIFFERS,
                    row.id(),
                    transcribed.get().arm(),
                    row.arm()));
            return;
        }
        Optional<Transcript> before = casebook.visit(row.visit()).transcript();
        if (before.isEmpty()) {
            say(row, new VisitFact.OutcomesTranscribed(row.visit(), row.outcomes()));
        } else if (!before.get().equals(row.outcomes())) {
            objections.add(Objection.to(
                    row.place(),
                    Rule.TRANSCRIBED_DIFFERENTLY,
                    row.id(),
                    row.visit().months()));
        }
    }

    private void say(TranscribedRow row, org.trabecula.study.journal.Fact fact) {
        sayings.add(new Ruling.Saying(row.id().stream(), fact));
    }
}
