package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.participant.ParticipantFact.ParticipantScreened;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Text;

/** Screening somebody, and the day on which it was, before which nothing of the study can be. */
final class Screening {
    private static final Text SCREENING = new Text("screening", "筛选");

    private Screening() {}

    static Ruling screen(Decision d, Intent.Screen intent) {
        if (d.protocol().site(intent.site()).isEmpty()) {
            return Ruling.refuse("site", Rule.UNKNOWN_SITE, intent.site());
        }
        if (!d.mayActAt(intent.site())) {
            return Ruling.refuse("site", Rule.NOT_YOUR_SITE, d.actor().site());
        }
        if (intent.on().isAfter(d.today(intent.site()))) {
            return Ruling.refuse("on", Rule.DATE_IN_FUTURE, intent.on());
        }
        String prefix = d.protocol().id().toUpperCase(java.util.Locale.ROOT) + "-" + intent.site() + "-";
        int next = 1
                + d.register().casebooks().stream()
                        .map(casebook -> casebook.id().value())
                        .filter(id -> id.startsWith(prefix))
                        .map(id -> id.substring(prefix.length()))
                        .filter(number -> number.matches("\\d{3,6}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
        ParticipantId id = new ParticipantId(prefix + String.format(java.util.Locale.ROOT, "%03d", next));
        return Ruling.record(id.stream(), new ParticipantFact.ParticipantScreened(intent.site(), intent.on()));
    }

    /** Puts the day right. What was planned or operated before it would have to be put right first. */
    static Ruling correct(Decision d, Intent.CorrectScreening intent) {
        return d.about(intent.id(), casebook -> {
            if (intent.on().isAfter(d.today(casebook.site()))) {
                return Ruling.refuse("on", Rule.DATE_IN_FUTURE, intent.on());
            }
            if (day(casebook).filter(intent.on()::equals).isPresent()) {
                return Ruling.refuse("", Rule.NOTHING_CHANGED);
            }
            if (d.request().reason().isEmpty()) {
                return Ruling.refuse("reason", Rule.REASON_REQUIRED);
            }
            Optional<LocalDate> plan =
                    casebook.membership().firstPlan().map(noted -> noted.what().on());
            Optional<LocalDate> surgery = casebook.surgery().map(Surgery::on);
            return early(plan, on -> new Text("The surgical plan of " + on, on + " 的手术计划"), intent.on())
                    .or(() -> early(surgery, on -> new Text("The surgery of " + on, on + " 的手术"), intent.on()))
                    .orElseGet(() ->
                            Ruling.record(intent.id().stream(), new ParticipantScreened(casebook.site(), intent.on())));
        });
    }

    private static Optional<Ruling> early(
            Optional<LocalDate> known, Function<LocalDate, Text> what, LocalDate screened) {
        return known.filter(screened::isAfter)
                .map(on -> Ruling.refuse("on", Rule.DATE_BEFORE, what.apply(on), SCREENING, screened));
    }

    /** Refuses a date before the screening. */
    static Optional<Ruling> before(Casebook casebook, LocalDate on) {
        return day(casebook)
                .filter(on::isBefore)
                .map(screened -> Ruling.refuse("on", Rule.DATE_BEFORE, on, SCREENING, screened));
    }

    private static Optional<LocalDate> day(Casebook casebook) {
        return casebook.membership().screened().map(noted -> noted.what().on());
    }
}
