package org.trabecula.study.endpoint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.SiteDefinition;
import org.trabecula.study.protocol.Window;
import org.trabecula.study.visit.VisitState;

/**
 * A visit of which there is no image to read.
 *
 * @param cut when the newest entry was recorded: a table of a past position judges what was due on its own day
 */
record Absence(Casebook casebook, VisitState visit, Protocol protocol, Instant cut) {

    VisitOutcomes outcomes() {
        Outcome missing = new Outcome.Missing(cause(), visit.trail());
        int placed = casebook.surgery().map(surgery -> surgery.screws().size()).orElse(0);
        return new VisitOutcomes(
                visit.at(), missing, missing, missing, List.of(), new ScrewTally(0, 0, placed, visit.trail()));
    }

    /** What is recorded of the visit speaks first, then whether anybody was there to wait for. */
    private Cause cause() {
        if (visit.held().isPresent()) {
            return Cause.NO_IMAGES;
        }
        if (visit.missed().isPresent()) {
            return Cause.MISSED;
        }
        Optional<LocalDate> closes = window().map(Window::closes);
        Optional<LocalDate> left =
                casebook.left().filter(on -> closes.filter(on::isAfter).isEmpty());
        if (left.isPresent()) {
            return casebook.safety()
                            .death()
                            .filter(one -> left.get().equals(one.what().on()))
                            .isPresent()
                    ? Cause.DIED
                    : Cause.WITHDRAWN;
        }
        return closes.filter(close -> !day().isAfter(close)).isPresent() ? Cause.NOT_DUE : Cause.NOT_HELD;
    }

    private Optional<Window> window() {
        return protocol.visit(visit.at())
                .flatMap(plan -> casebook.surgery().map(Surgery::on).map(plan::window));
    }

    /** The day of the cut at the participant's site. */
    private LocalDate day() {
        return cut.atZone(
                        protocol.site(casebook.site()).map(SiteDefinition::zone).orElse(ZoneOffset.UTC))
                .toLocalDate();
    }
}
