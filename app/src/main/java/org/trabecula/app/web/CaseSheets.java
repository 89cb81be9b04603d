package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReadingRoom;
import org.trabecula.study.imaging.Sheet;
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
        return sheet(task, disputed, drafts.of(task.handle()).orElseGet(Typed::nothing), List.of());
    }

    /**
     * What a sheet begins with: what was typed before, else on that of the segments the strokes across screws that gave the images
     * their millimetres.
     *
     * @param loosening what was signed about the screws before
     */
    Typed begun(ReadTask task, Supplier<Optional<Read>> loosening) {
        return drafts.of(task.handle())
                .orElseGet(() -> loosening
                        .get()
                        .map(signed -> drawn(
                                task,
                                signed.findings()
                                        .drawn()
                                        .filter(one -> one.quantity() == Quantity.STROKE)
                                        .toList()))
                        .orElseGet(Typed::nothing));
    }

    /** A sheet on which nothing is but some drawings. */
    Typed drawn(ReadTask task, List<Measurement> drawn) {
        String text = MeasurementForm.text(installation.images(), task.reading(), drawn);
        return new Typed(Map.of(MeasurementForm.FIELD, new String[] {text}));
    }

    /** What was drawn on a page that holds nothing else; worth something only when {@code typed} is sound afterwards. */
    List<Measurement> places(ReadTask task, Typed typed) {
        return new MeasurementForm(typed, task.reading(), Sheet.PLACES, installation.images())
                .read()
                .all();
    }

    ReadingSheet sheet(ReadTask task, List<String> disputed, Typed typed, List<Objection> objections) {
        return new ReadingSheet(task.reading(), task.sheet(), installation.protocol(), disputed, typed, objections);
    }

    Answer submit(Visitor visitor, Intent intent, String key) {
        return installation
                .desk()
                .submit(Request.of(visitor.actor(intent), intent).once(key));
    }

    View submit(ReadTask task, Typed typed, Visitor visitor, HttpServletRequest request, Hand hand) {
        Findings findings = ReadingForm.findings(typed, task, installation.images());
        Attestation attestation = signing.attest(typed, visitor, hand.meaning());
        if (!typed.sound()) {
            return View.refused(hand.again().apply(typed.objections()));
        }
        Intent intent = hand.meant().as(task, findings, attestation);
        return switch (submit(visitor, intent, typed.text("key"))) {
            case Answer.Refused(var objections) -> View.refused(hand.again().apply(objections));
            case Answer.Recorded _ -> {
                drafts.drop(task.handle());
                Shells.notice(request, hand.notice());
                yield hand.next().get();
            }
        };
    }
}
