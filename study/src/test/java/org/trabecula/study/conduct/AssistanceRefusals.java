package org.trabecula.study.conduct;

import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_THIRD_READER;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.readersAre;
import static org.trabecula.study.testkit.Steps.received;
import static org.trabecula.study.testkit.Steps.scanned;
import static org.trabecula.study.testkit.Steps.seen;

import java.util.List;
import org.trabecula.study.imaging.BoneProposal;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.ReadingSheets;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.spine.Level;
import org.trabecula.study.testkit.Assists;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.World;

/** Everything that assistants are refused. */
final class AssistanceRefusals {
    private static final Step READY =
            consented().then(operated()).then(seen(M6)).then(scanned(M6, Modality.CT));

    private AssistanceRefusals() {}

    static List<Refusal> all() {
        return List.of(
                Refusal.of(Rule.CASE_NOT_OPEN, "", "a proposal on images that wait", proposed(), received(Modality.CT)),
                Refusal.of(
                        Rule.READ_ALREADY,
                        "",
                        "a proposal after the read is locked",
                        proposed(),
                        READY,
                        read(BY_FIRST_READER, FIRM)),
                Refusal.of(
                        Rule.NOT_DEALT,
                        "",
                        "a proposal to whom the case was not dealt",
                        does(BY_THIRD_READER, w -> new Intent.NoteProposal(w.images(), proposal())),
                        readersAre("ito", "silva"),
                        READY),
                Refusal.under(
                        LittleStudy.protocol(new ReadingSheets(true, true, false)),
                        Rule.LOOSENING_FIRST,
                        "",
                        "a proposal while the screws are seen alone",
                        proposed(),
                        READY),
                Refusal.of(
                        Rule.MEASUREMENT_FOREIGN,
                        "",
                        "a proposal on another's image",
                        does(BY_FIRST_READER, w -> new Intent.NoteProposal(w.images(), elsewhere())),
                        READY),
                Refusal.of(
                        Rule.NOT_YOUR_DUTY,
                        "",
                        "a reader who brings the assistant's values",
                        does(BY_FIRST_READER, w -> screws(w, "L4-left")),
                        READY,
                        read(BY_FIRST_READER, FIRM)),
                Refusal.of(
                        Rule.ASSISTANT_WAITS,
                        "",
                        "screws measured before anybody has read the case",
                        does(Actor.program(), w -> screws(w, "L4-left")),
                        READY),
                Refusal.of(
                        Rule.NOTHING_CHANGED,
                        "",
                        "screws measured twice alike",
                        does(Actor.program(), w -> screws(w, "L4-left")),
                        READY,
                        read(BY_FIRST_READER, FIRM),
                        does(Actor.program(), w -> screws(w, "L4-left"))),
                Refusal.of(
                        Rule.READ_FOREIGN,
                        "",
                        "a screw that the construct does not have",
                        does(Actor.program(), w -> screws(w, "L1-left")),
                        READY,
                        read(BY_FIRST_READER, FIRM)),
                Refusal.of(
                        Rule.READ_FOREIGN,
                        "",
                        "two screws at one site",
                        does(Actor.program(), w -> screws(w, "L4-left", "L4-left")),
                        READY,
                        read(BY_FIRST_READER, FIRM)),
                Refusal.of(
                        Rule.MEASUREMENT_FOREIGN,
                        "",
                        "screws of another series",
                        does(
                                Actor.program(),
                                w -> new Intent.NoteScrews(w.images(), Assists.screws("2.25.99", "0", "L4-left"))),
                        READY,
                        read(BY_FIRST_READER, FIRM)));
    }

    private static Step proposed() {
        return does(BY_FIRST_READER, w -> new Intent.NoteProposal(w.images(), proposal()));
    }

    private static BoneProposal proposal() {
        return Assists.proposal(Level.L1, "98");
    }

    private static BoneProposal elsewhere() {
        BoneProposal own = proposal();
        return new BoneProposal(
                own.level(), own.rule(), "2.25.999", own.frame(), own.click(), own.kvp(), own.regions());
    }

    private static Intent screws(World w, String... sites) {
        String series = w.reading().series().getFirst().uid();
        return new Intent.NoteScrews(w.images(), Assists.screws(series, "1.6", sites));
    }
}
