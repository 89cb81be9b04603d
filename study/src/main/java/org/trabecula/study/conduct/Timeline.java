package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.form.FormRecord;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.protocol.Window;
import org.trabecula.study.visit.VisitState;
import org.trabecula.study.visit.VisitStatus;

/** One participant's follow-up visits as they stand on a day. Empty before surgery. */
public record Timeline(List<Row> rows) {

    /** How far a form has come. */
    public enum Progress {
        EMPTY,
        STARTED,
        COMPLETE
    }

    /** One planned visit. */
    public record Row(PlannedVisit plan, Window window, VisitState state, VisitStatus status) {}

    public Timeline {
        rows = List.copyOf(rows);
    }

    public static Timeline of(Casebook casebook, Protocol protocol, LocalDate today) {
        Optional<LocalDate> surgery = casebook.surgery().map(Surgery::on);
        return new Timeline(surgery.map(day -> protocol.followUps().stream()
                        .map(plan -> {
                            VisitState state = casebook.visit(plan.at());
                            return new Row(plan, plan.window(day), state, state.status(plan, day, today));
                        })
                        .filter(row -> expected(casebook, row))
                        .toList())
                .orElse(List.of()));
    }

    /** Nobody waits for a visit whose window was still open when the participant withdrew or died. */
    private static boolean expected(Casebook casebook, Row row) {
        boolean recorded =
                row.state().held().isPresent() || row.state().missed().isPresent();
        return recorded
                || casebook.left()
                        .filter(day -> !day.isAfter(row.window().closes()))
                        .isEmpty();
    }

    /** How far a form of a visit has come. */
    public static Progress progress(Casebook casebook, Protocol protocol, String form, Timepoint visit) {
        FormRecord record = casebook.form(form, visit);
        if (record.revision() == 0) {
            return Progress.EMPTY;
        }
        return protocol.form(form)
                        .filter(definition -> new FormAnswers(definition, record).complete())
                        .isPresent()
                ? Progress.COMPLETE
                : Progress.STARTED;
    }
}
