package org.trabecula.study.protocol;

import java.time.LocalDate;

/** The days on which a visit counts as held in time, both ends included. */
public record Window(LocalDate opens, LocalDate target, LocalDate closes) {

    public boolean contains(LocalDate day) {
        return !day.isBefore(opens) && !day.isAfter(closes);
    }
}
