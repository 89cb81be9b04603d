package org.trabecula.study.conduct;

import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_SECOND_READER;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Sight.LOOSE;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.screwsJudged;
import static org.trabecula.study.testkit.Steps.screwsPlaced;

import java.util.List;
import java.util.Optional;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.ReadingSheets;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Step;

/** What is refused where a charter wants the screws judged first. */
final class LooseningRefusals {
    private static final Protocol APART = LittleStudy.protocol(new ReadingSheets(true, true, false));
    private static final Step READY = consented().then(operated()).then(imaged(M6));
    private static final Attestation SIGNED = new Attestation(new Signature("Dr Ito", "Judged"), Optional.empty());

    private LooseningRefusals() {}

    static List<Refusal> all() {
        return List.of(
                apart(Rule.LOOSENING_FIRST, "", "the segments before the screws", read(BY_FIRST_READER, FIRM)),
                apart(
                        Rule.LOOSENING_FIRST,
                        "",
                        "another reader judged the screws",
                        read(BY_SECOND_READER, FIRM),
                        screwsJudged(BY_FIRST_READER, FIRM)),
                apart(
                        Rule.LOOSENING_SIGNED,
                        "",
                        "other findings on the screws once the cage was seen",
                        read(BY_FIRST_READER, LOOSE),
                        screwsJudged(BY_FIRST_READER, FIRM)),
                apart(
                        Rule.LOOSENING_SIGNED,
                        "",
                        "the screws judged twice",
                        screwsJudged(BY_FIRST_READER, LOOSE),
                        screwsJudged(BY_FIRST_READER, FIRM)),
                apart(
                        Rule.LOOSENING_SIGNED,
                        "",
                        "screws placed after they were judged",
                        screwsPlaced(BY_FIRST_READER, "L4-left"),
                        screwsJudged(BY_FIRST_READER, FIRM)),
                apart(
                        Rule.READ_FOREIGN,
                        "segment.L4/L5",
                        "segments on the sheet of the screws",
                        does(
                                BY_FIRST_READER,
                                w -> new Intent.SignLoosening(w.images(), false, FIRM.of(w.reading()), SIGNED))),
                apart(
                        Rule.MEASUREMENT_FOREIGN,
                        "",
                        "a screw placed that the case has not",
                        screwsPlaced(BY_FIRST_READER, "L1-left")),
                apart(
                        Rule.SCREW_PLACED_TWICE,
                        "screw.L4-left",
                        "a screw placed twice on one image",
                        screwsPlaced(BY_FIRST_READER, "L4-left", "L4-left")),
                Refusal.of(
                        Rule.CASE_NOT_OPEN,
                        "",
                        "the screws alone where the charter wants one sheet",
                        screwsJudged(BY_FIRST_READER, FIRM),
                        READY));
    }

    private static Refusal apart(Rule rule, String place, String told, Step when, Step... before) {
        Step given = READY;
        for (Step step : before) {
            given = given.then(step);
        }
        return Refusal.under(APART, rule, place, told, when, given);
    }
}
