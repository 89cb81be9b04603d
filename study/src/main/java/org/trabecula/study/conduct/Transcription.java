package org.trabecula.study.conduct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.Transcript;
import org.trabecula.study.visit.VisitFact;

/** Taking over outcomes from another record: all rows or none; what is already here in the same words is left alone. */
final class Transcription {
    private final Decision d;
    private final Intent.Transcribe intent;
    private final List<Ruling.Saying> sayings = new ArrayList<>();
    private final List<Objection> objections = new ArrayList<>();
    private final Map<ParticipantId, String> introduced = new HashMap<>();
    private final Map<Cell, Transcript> taken = new HashMap<>();

    /** What one row speaks about. */
    private record Cell(ParticipantId id, Timepoint visit) {}

    private Transcription(Decision d, Intent.Transcribe intent) {
        this.d = d;
        this.intent = intent;
    }

    static Ruling decide(Decision d, Intent.Transcribe intent) {
        if (d.protocol().site(intent.site()).isEmpty()) {
            return Ruling.refuse("site", Rule.UNKNOWN_SITE, intent.site());
        }
        if (!d.mayActAt(intent.site())) {
            return Ruling.refuse("site", Rule.NOT_YOUR_SITE, d.actor().site());
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
        d.register().casebook(row.id()).ifPresentOrElse(casebook -> continues(row, casebook), () -> introduces(row));
    }

    private void introduces(TranscribedRow row) {
        String before = introduced.putIfAbsent(row.id(), row.arm());
        if (before == null) {
            say(row, new ParticipantFact.ParticipantTranscribed(intent.site(), row.arm(), intent.source()));
        }
        if (sameArm(row, before == null ? row.arm() : before)) {
            outcomes(row, Optional.empty());
        }
    }

    private void continues(TranscribedRow row, Casebook casebook) {
        var transcribed = casebook.membership().transcribed().map(noted -> noted.what());
        if (transcribed.isEmpty()) {
            objections.add(Objection.to(row.place() + ", column subject", Rule.SUBJECT_IS_CAPTURED, row.id()));
            return;
        }
        if (sameArm(row, transcribed.get().arm())) {
            outcomes(row, casebook.visit(row.visit()).transcript());
        }
    }

    private boolean sameArm(TranscribedRow row, String arm) {
        boolean same = arm.equals(row.arm());
        if (!same) {
            objections.add(Objection.to(row.place() + ", column arm", Rule.ARM_DIFFERS, row.id(), arm, row.arm()));
        }
        return same;
    }

    /** Says the row's outcomes unless they are recorded already, by the journal or by a row above. */
    private void outcomes(TranscribedRow row, Optional<Transcript> recorded) {
        Cell cell = new Cell(row.id(), row.visit());
        Optional<Transcript> before = recorded.or(() -> Optional.ofNullable(taken.get(cell)));
        if (before.isEmpty()) {
            taken.put(cell, row.outcomes());
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
