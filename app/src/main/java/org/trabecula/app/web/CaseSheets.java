package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReadingRoom;
import org.trabecula.study.protocol.Objection;

/** What a first read and an adjudication have in common: a blinded case, a sheet, and handing it in. */
@Component
final class CaseSheets {
    private final Installation installation;

    CaseSheets(Installation installation) {
        this.installation = installation;
    }

    /** How a sheet is handed in: as what, what is shown when it is refused, and where it leads. */
    record Hand(
            BiFunction<ImagingStudyId, Findings, Intent> intent,
            Function<List<Objection>, Page> again,
            String notice,
            Supplier<View> next) {}

    Charter charter() {
        return new Charter(installation.protocol().charter());
    }

    <T> T view(Function<ReadingRoom, T> look) {
        return installation.desk().view(register -> look.apply(register.readingRoom()));
    }

    /** An opened case by its handle. */
    Optional<ReadingCase> find(String handle) {
        return Optional.of(handle)
                .filter(ImagingStudyId::valid)
                .flatMap(valid -> view(room -> room.find(new ImagingStudyId(valid))))
                .filter(ReadingCase::opened);
    }

    ReadingSheet sheet(ReadingCase reading, List<String> disputed, Typed typed, List<Objection> objections) {
        return new ReadingSheet(reading, installation.protocol(), disputed, typed, objections);
    }

    View submit(String handle, Typed typed, Visitor visitor, HttpServletRequest request, Hand hand) {
        Optional<ReadingCase> reading = find(handle);
        if (reading.isEmpty()) {
            return Problems.notFound();
        }
        Findings findings = ReadingForm.findings(typed, reading.get(), installation.images());
        if (!typed.sound()) {
            return View.refused(hand.again().apply(typed.objections()));
        }
        Intent intent = hand.intent().apply(reading.get().id(), findings);
        return switch (installation
                .desk()
                .submit(Request.of(visitor.actor(intent), intent).once(typed.text("key")))) {
            case Answer.Refused(var objections) -> View.refused(hand.again().apply(objections));
            case Answer.Recorded _ -> {
                Shells.notice(request, hand.notice());
                yield hand.next().get();
            }
        };
    }
}
