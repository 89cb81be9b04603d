package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Lots;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReadingRoom;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.ReadingRoutine;

/** What a first read, a second read and an adjudication have in common: a blinded case, a sheet, and handing it in. */
@Component
final class CaseSheets {
    private final Installation installation;
    private final ReadingSigning signing;
    private final ReadingDrafts drafts;

    CaseSheets(Installation installation, ReadingSigning signing, ReadingDrafts drafts) {
        this.installation = installation;
        this.signing = signing;
        this.drafts = drafts;
    }

    /** What a filled-in sheet is meant as. */
    interface Meant {
        Intent as(ReadTask task, Findings findings, Attestation attestation);
    }

    /**
     * How a sheet is handed in.
     *
     * @param meaning the key of the sentence that is signed
     * @param again what is shown when it is refused
     * @param next where it leads
     */
    record Hand(
            Meant meant, String meaning, Function<List<Objection>, Page> again, String notice, Supplier<View> next) {}

    Charter charter() {
        return new Charter(installation.protocol().charter());
    }

    ReadingRoutine routine() {
        return installation.protocol().charter().routine();
    }

    Lots lots() {
        return installation.desk().lots();
    }

    ReadingDrafts drafts() {
        return drafts;
    }

    <T> T view(Function<ReadingRoom, T> look) {
        return installation.desk().view(register -> look.apply(register.readingRoom()));
    }

    /** The sheet as it was left, if it was. */
    ReadingSheet sheet(ReadTask task, List<String> disputed) {
        return sheet(task.reading(), disputed, drafts.of(task.handle()).orElseGet(Typed::nothing), List.of());
    }

    ReadingSheet sheet(ReadingCase reading, List<String> disputed, Typed typed, List<Objection> objections) {
        return new ReadingSheet(reading, installation.protocol(), disputed, typed, objections);
    }

    View submit(ReadTask task, Typed typed, Visitor visitor, HttpServletRequest request, Hand hand) {
        Findings findings = ReadingForm.findings(typed, task.reading(), installation.images());
        Attestation attestation = signing.attest(typed, visitor, hand.meaning());
        if (!typed.sound()) {
            return View.refused(hand.again().apply(typed.objections()));
        }
        Intent intent = hand.meant().as(task, findings, attestation);
        return switch (installation
                .desk()
                .submit(Request.of(visitor.actor(intent), intent).once(typed.text("key")))) {
            case Answer.Refused(var objections) -> View.refused(hand.again().apply(objections));
            case Answer.Recorded _ -> {
                drafts.drop(task.handle());
                Shells.notice(request, hand.notice());
                yield hand.next().get();
            }
        };
    }
}
