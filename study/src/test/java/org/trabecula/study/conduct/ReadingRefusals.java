package org.trabecula.study.conduct;

import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_ADJUDICATOR;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_SECOND_READER;
import static org.trabecula.study.testkit.People.BY_THIRD_READER;
import static org.trabecula.study.testkit.People.DATA_MANAGER;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Sight.LOOSE;
import static org.trabecula.study.testkit.Steps.adjudicated;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.readersAre;
import static org.trabecula.study.testkit.Steps.received;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.Scale;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.testkit.Sight;
import org.trabecula.study.testkit.Step;

/** Everything that is refused in the reading room. */
final class ReadingRefusals {
    private static final Step READY = consented().then(operated()).then(imaged(M6));
    private static final Actor FIRST_READER_AS_ADJUDICATOR =
            new Actor(BY_FIRST_READER.user().toUpperCase(java.util.Locale.ROOT), "ADJUDICATOR", "*");

    private ReadingRefusals() {}

    static List<Refusal> all() {
        Step dispute = read(BY_FIRST_READER, LOOSE).then(read(BY_SECOND_READER, FIRM));
        return List.of(
                Refusal.of(
                        Rule.CASE_NOT_OPEN,
                        "",
                        "a read of images that wait in the inbox",
                        read(BY_FIRST_READER, FIRM),
                        received(Modality.RADIOGRAPH)),
                Refusal.of(
                        Rule.CASE_NOT_OPEN,
                        "",
                        "an adjudication of images that wait in the inbox",
                        adjudicated(BY_ADJUDICATOR, FIRM),
                        received(Modality.RADIOGRAPH)),
                Refusal.of(
                        Rule.READ_ALREADY,
                        "",
                        "read twice by the same reader",
                        read(BY_FIRST_READER, LOOSE),
                        READY,
                        read(BY_FIRST_READER, FIRM)),
                Refusal.of(
                        Rule.READS_COMPLETE,
                        "",
                        "a third first read",
                        read(BY_THIRD_READER, FIRM),
                        READY,
                        bothRead(FIRM)),
                Refusal.of(
                        Rule.NOT_DEALT,
                        "",
                        "a case that was dealt to two others",
                        read(BY_THIRD_READER, FIRM),
                        readersAre("ito", "silva"),
                        READY),
                Refusal.of(
                        Rule.NOTHING_TO_DEAL,
                        "",
                        "no case waits to be dealt",
                        does(DATA_MANAGER, _ -> new Intent.DealWaiting()),
                        readersAre("ito", "silva"),
                        READY),
                Refusal.of(
                        Rule.NOTHING_TO_DEAL,
                        "reader",
                        "the reader still has time",
                        does(DATA_MANAGER, _ -> new Intent.DealAnew("ito")),
                        readersAre("ito", "silva"),
                        READY),
                Refusal.of(
                        Rule.NO_OTHER_READER,
                        "reader",
                        "nobody else could read it",
                        does(DATA_MANAGER, _ -> new Intent.DealAnew("ito")).because("Left"),
                        readersAre("ito", "silva"),
                        READY,
                        does(Actor.program(), _ -> new Intent.CloseAccount("ito"))),
                Refusal.of(
                        Rule.REASON_REQUIRED,
                        "reason",
                        "dealt anew without a reason",
                        does(DATA_MANAGER, _ -> new Intent.DealAnew("ito")),
                        readersAre("ito", "silva"),
                        READY,
                        does(Actor.program(), _ -> new Intent.CloseAccount("ito"))),
                Refusal.of(
                        Rule.CASE_NOT_OPEN,
                        "",
                        "a second read that nobody asked for",
                        does(
                                BY_FIRST_READER,
                                w -> new Intent.SubmitReread(
                                        w.images(), FIRM.of(w.reading()), signed(Optional.empty()))),
                        READY,
                        read(BY_FIRST_READER, FIRM)),
                Refusal.of(
                        Rule.CERTAINTY_REQUIRED,
                        "certainty",
                        "signed with a guess and not how sure",
                        signed(FIRM.guessing("peek"), Optional.empty()),
                        READY),
                Refusal.of(
                        Rule.CERTAINTY_REQUIRED,
                        "certainty",
                        "surer than certain",
                        signed(FIRM.guessing("peek"), Optional.of(6)),
                        READY),
                Refusal.of(
                        Rule.CERTAINTY_REQUIRED, "certainty", "sure of no guess", signed(FIRM, Optional.of(3)), READY),
                Refusal.of(
                        Rule.ADJUDICATION_UNEXPLAINED,
                        "comment",
                        "adjudicated without a word",
                        does(BY_ADJUDICATOR, w -> new Intent.Adjudicate(w.images(), silent(FIRM.of(w.reading())))),
                        READY,
                        dispute),
                Refusal.of(
                        Rule.NO_DISPUTE,
                        "",
                        "adjudicated although they agree",
                        adjudicated(BY_ADJUDICATOR, FIRM),
                        READY,
                        bothRead(FIRM)),
                Refusal.of(
                        Rule.NO_DISPUTE,
                        "",
                        "adjudicated before the second read",
                        adjudicated(BY_ADJUDICATOR, FIRM),
                        READY,
                        read(BY_FIRST_READER, FIRM)),
                Refusal.of(
                        Rule.NO_DISPUTE,
                        "",
                        "adjudicated twice",
                        adjudicated(BY_ADJUDICATOR, FIRM),
                        READY,
                        dispute,
                        adjudicated(BY_ADJUDICATOR, FIRM)),
                Refusal.of(
                        Rule.ADJUDICATOR_READ,
                        "",
                        "adjudicated by one of the readers",
                        adjudicated(FIRST_READER_AS_ADJUDICATOR, FIRM),
                        READY,
                        dispute),
                found(
                        Rule.READ_INCOMPLETE,
                        "screw.L5-right",
                        "a screw is left out",
                        f -> screws(
                                f, f.screws().stream().filter(one -> !one.site().equals(ScrewSite.of("L5-right"))))),
                found(
                        Rule.READ_INCOMPLETE,
                        "segment.L4/L5",
                        "the segment is left out",
                        f -> new Findings(f.charterVersion(), f.screws(), List.of(), f.armGuess(), f.comment())),
                found(
                        Rule.READ_INCOMPLETE,
                        "screw.S1-left",
                        "no width of the lucent zone",
                        f -> screws(f, Stream.of(finding("S1-left", Optional.empty())))),
                found(
                        Rule.READ_FOREIGN,
                        "screw.S1-left",
                        "a screw that the case does not have",
                        f -> screws(f, Stream.of(finding("S1-left", Optional.of(BigDecimal.ONE))))),
                found(
                        Rule.READ_FOREIGN,
                        "screw.L4-left",
                        "two findings for one screw",
                        f -> screws(
                                f,
                                Stream.concat(
                                        f.screws().stream(),
                                        Stream.of(finding("L4-left", Optional.of(BigDecimal.TEN)))))),
                found(
                        Rule.CHARTER_CHANGED,
                        "",
                        "a sheet of an older charter",
                        f -> new Findings("0.9", f.screws(), f.segments(), f.armGuess(), f.comment())),
                found(
                        Rule.MEASUREMENT_FOREIGN,
                        "",
                        "a line on an image of another case",
                        f -> drawn(f, "2.25.404", "0.00")),
                found(
                        Rule.MEASUREMENT_DIFFERS,
                        "screw.L4-left",
                        "a lucent zone that is not as wide as it was drawn",
                        f -> drawn(f, "2.25.404", "1.90")),
                saw(Rule.READ_VALUE, "screw.L4-left", "a lucent zone of 21 mm", FIRM.lucent("21")),
                saw(Rule.READ_VALUE, "screw.L4-left", "a lucent zone below nothing", FIRM.lucent("-0.1")),
                saw(Rule.READ_VALUE, "segment.L4/L5", "61 degrees of motion", FIRM.moving("61")),
                saw(Rule.READ_VALUE, "segment.L4/L5", "31 mm of translation", FIRM.sliding("31")),
                saw(Rule.READ_VALUE, "segment.L4/L5", "more than the whole cage hidden", FIRM.hidden("1.01")),
                saw(Rule.GUESS_REQUIRED, "armGuess", "no guess of the arm", FIRM.guessing("")));
    }

    private static Step signed(Sight sight, Optional<Integer> certainty) {
        return does(
                BY_FIRST_READER,
                w -> new Intent.SubmitRead(w.images(), sight.of(w.reading()), Optional.of(signed(certainty))));
    }

    private static Attestation signed(Optional<Integer> certainty) {
        return new Attestation(new Signature("Dr Ito", "I made this read"), certainty);
    }

    private static Findings silent(Findings f) {
        return new Findings(f.charterVersion(), f.screws(), f.segments(), f.armGuess(), " ");
    }

    private static Refusal saw(Rule rule, String place, String told, Sight sight) {
        return Refusal.of(rule, place, told, read(BY_FIRST_READER, sight), READY);
    }

    private static Refusal found(Rule rule, String place, String told, UnaryOperator<Findings> change) {
        return Refusal.of(
                rule,
                place,
                told,
                does(BY_FIRST_READER, w -> new Intent.SubmitRead(w.images(), change.apply(FIRM.of(w.reading())))),
                READY);
    }

    private static Findings screws(Findings f, Stream<ScrewFinding> screws) {
        return new Findings(f.charterVersion(), screws.toList(), f.segments(), f.armGuess(), f.comment());
    }

    private static Findings drawn(Findings f, String instance, String mm) {
        Measurement line = new Measurement(
                Quantity.LUCENCY,
                "L4-left",
                instance,
                0,
                List.of(new ImagePoint(1, 1), new ImagePoint(2, 2)),
                List.of(new Measurement.Result(Measurement.Name.LENGTH, new BigDecimal(mm), Measurement.Unit.MM)),
                Optional.of(Scale.stated(1, 1)));
        return new Findings(
                f.charterVersion(),
                f.screws(),
                f.segments(),
                f.armGuess(),
                f.comment(),
                Optional.of(new Measurements(List.of(line))),
                Optional.empty());
    }

    private static ScrewFinding finding(String site, Optional<BigDecimal> lucency) {
        return new ScrewFinding(ScrewSite.of(site), true, lucency, false, false);
    }
}
