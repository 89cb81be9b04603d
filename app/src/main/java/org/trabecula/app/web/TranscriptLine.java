package org.trabecula.app.web;

import java.math.BigDecimal;
import java.util.Optional;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.Transcript;

/** The outcomes of one visit as another record states them, in words; empty where it says nothing. */
record TranscriptLine(
        Timepoint visit,
        String fusion,
        String grade,
        String loosening,
        String screws,
        String odi,
        String vasBack,
        String vasLeg) {

    static TranscriptLine of(Timepoint visit, Transcript said, Words words) {
        return new TranscriptLine(
                visit,
                said.fused().map(yes -> words.say(yes ? "yes" : "no")).orElse(""),
                said.grade().map(Enum::name).orElse(""),
                said.loose().map(yes -> words.say(yes ? "yes" : "no")).orElse(""),
                said.screwsLoose()
                        .map(loose -> loose + "/"
                                + said.screws().map(Object::toString).orElse("?"))
                        .orElse(""),
                number(said.odi()),
                number(said.vasBack()),
                number(said.vasLeg()));
    }

    private static String number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }
}
