package org.trabecula.app.web;

import java.time.LocalDate;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Deviations;
import org.trabecula.study.protocol.Protocol;

/** What a participant's record holds, whatever else it holds: what the dashboard counts and the list is narrowed to. */
enum Having {
    CONSENT,
    SURGERY,
    WITHDRAWAL,
    DEVIATION;

    boolean in(Casebook casebook, Protocol protocol, LocalDate today) {
        return switch (this) {
            case CONSENT -> casebook.membership().consent().isPresent();
            case SURGERY -> casebook.surgery().isPresent();
            case WITHDRAWAL -> casebook.membership().withdrawn().isPresent();
            case DEVIATION -> !Deviations.of(casebook, protocol, today).isEmpty();
        };
    }

    /** The list of those whose record holds it. */
    String address() {
        return "/participants?having=" + name();
    }
}
