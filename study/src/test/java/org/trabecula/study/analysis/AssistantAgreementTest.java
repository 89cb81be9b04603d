package org.trabecula.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_SECOND_READER;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.scanned;
import static org.trabecula.study.testkit.Steps.seen;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.HounsfieldRead;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Uptake;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.spine.Level;
import org.trabecula.study.testkit.Assists;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Story;
import org.trabecula.study.testkit.World;

/** What is made of readers and assistants, counted by hand. */
class AssistantAgreementTest {
    private static final Step ONE_MORE =
            consented().then(operated()).then(seen(M6)).then(scanned(M6, Modality.CT));

    /**
     * Case one: one reader sees 2 mm at L4 and nothing at L5, the other can judge nothing; the assistant sees 1.6 mm at three of four screws. Case two: nobody has measured
     * its screws; of its two proposals one is taken, one is moved.
     */
    private final World world = Story.given(
                    ONE_MORE,
                    read(BY_FIRST_READER, FIRM.looseAt("L4-left", "L4-right")),
                    read(BY_SECOND_READER, FIRM.unassessable()),
                    does(
                            Actor.program(),
                            w -> new Intent.NoteScrews(
                                    w.images(),
                                    Assists.screws(
                                            w.reading().series().getFirst().uid(),
                                            "1.6",
                                            "L4-left",
                                            "L4-right",
                                            "L5-left"))),
                    ONE_MORE,
                    proposed(Level.L1, "98"),
                    proposed(Level.L2, "80"),
                    proposed(Level.L3, "70"),
                    reads())
            .world();

    private final AssistantAgreement agreement = world.see(register ->
            AssistantAgreement.of(register, world.protocol(), world.journal().head()));

    @Test
    void everyScrewThatAReaderJudgedAndTheAssistantFoundIsAPair() {
        assertThat(agreement.read()).isEqualTo(2);
        assertThat(agreement.measured()).isEqualTo(1);
        assertThat(agreement.unassigned()).isEqualTo(1);
        assertThat(world.<List<ReadingCase>>see(AssistantAgreement::unmeasured)).containsExactly(world.reading());
        assertThat(agreement.seen()).isEqualTo(new AssistantAgreement.Seen(0, 0, 1, 2));
        assertThat(agreement.bothSaw()).hasSize(2).allSatisfy(pair -> {
            assertThat(pair.reader()).isEqualByComparingTo("2");
            assertThat(pair.assistant()).isEqualByComparingTo("1.6");
            assertThat(pair.limit()).isEqualByComparingTo("1.8");
        });
    }

    @Test
    void whatBecameOfProposalsIsCounted() {
        assertThat(agreement.count(Uptake.AS_PROPOSED)).isEqualTo(1);
        assertThat(agreement.count(Uptake.CHANGED)).isEqualTo(1);
        assertThat(agreement.count(Uptake.LEFT)).isEqualTo(1);
        assertThat(agreement.measuredBone(false)).hasSize(2);
        assertThat(agreement.measuredBone(true)).singleElement().satisfies(pair -> {
            assertThat(pair.reader()).hasValue(new BigDecimal("83.0"));
            assertThat(pair.proposed()).isEqualByComparingTo("80");
        });
        // Differences 0 and 3: mean 1.5.
        assertThat(agreement.hounsfield(false).orElseThrow().bias()).isCloseTo(1.5, within(1e-9));
    }

    private static Step proposed(Level level, String hu) {
        return does(BY_FIRST_READER, w -> new Intent.NoteProposal(w.images(), Assists.proposal(level, hu)));
    }

    /** Takes L1, moves all of L2, leaves L3. */
    private static Step reads() {
        return does(BY_FIRST_READER, w -> {
            Findings plain = FIRM.of(w.reading());
            List<Measurement> drawn =
                    new java.util.ArrayList<>(Assists.proposal(Level.L1, "98").regions());
            for (Quantity height : List.of(Quantity.LOWER, Quantity.MIDDLE, Quantity.UPPER)) {
                drawn.add(Assists.region(height, Level.L2, 3, "83"));
            }
            return new Intent.SubmitRead(
                    w.images(),
                    new Findings(
                            plain.charterVersion(),
                            plain.screws(),
                            plain.segments(),
                            plain.armGuess(),
                            plain.comment(),
                            Optional.of(new Measurements(drawn)),
                            Optional.of(new HounsfieldRead(
                                    HounsfieldRead.RULE,
                                    List.of(vertebra(Level.L1, "98.0"), vertebra(Level.L2, "83.0"))))));
        });
    }

    private static HounsfieldRead.Vertebra vertebra(Level level, String hu) {
        return new HounsfieldRead.Vertebra(level, Optional.of(new BigDecimal(hu)), Optional.of(new BigDecimal("120")));
    }
}
