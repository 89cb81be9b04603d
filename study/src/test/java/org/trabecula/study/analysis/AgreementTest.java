package org.trabecula.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_SECOND_READER;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Sight.LOOSE;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.analysis.Agreement.Between;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.testkit.Sight;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Story;
import org.trabecula.study.testkit.World;

/** What is made of two readers' reads, counted by hand. */
class AgreementTest {
    private static final Step ONE_MORE = consented().then(operated()).then(imaged(M6));

    /** Three participants with four screws each: eight pairs agree (four loose, four firm), four do not. */
    private final World world = Story.given(
                    ONE_MORE,
                    sign(BY_FIRST_READER, LOOSE.guessing("peek"), 5),
                    sign(BY_SECOND_READER, LOOSE.guessing("peek"), 2),
                    ONE_MORE,
                    sign(BY_FIRST_READER, FIRM.guessing("titanium"), 4),
                    sign(BY_SECOND_READER, FIRM, 0),
                    ONE_MORE,
                    sign(BY_FIRST_READER, LOOSE.guessing("peek"), 1),
                    sign(BY_SECOND_READER, FIRM.guessing("peek"), 3))
            .world();

    private final Agreement agreement = world.see(
            register -> Agreement.of(register, world.protocol(), world.journal().head()));

    @Test
    void kappaOfTwelvePairsIsThatOfTheTableByHand() {
        // Loose/loose 4, loose/firm 4, firm/firm 4: observed 8/12, by chance (8/12)(4/12) + (4/12)(8/12) = 4/9.
        Agreement.Categories screws = loosening();
        assertThat(screws.units()).isEqualTo(12);
        assertThat(screws.alike().orElseThrow()).isCloseTo(8 / 12.0, within(1e-12));
        assertThat(screws.kappa().orElseThrow().value()).isCloseTo((2 / 3.0 - 4 / 9.0) / (5 / 9.0), within(1e-12));
        assertThat(screws.gwet().orElseThrow().value()).isCloseTo(1 / 3.0, within(1e-12));
    }

    /** What two readers said of each screw on radiographs. */
    private Agreement.Categories loosening() {
        return agreement.categories().stream()
                .filter(one -> one.between() == Between.READERS
                        && one.feature() == Feature.LOOSENING
                        && one.modality() == Modality.RADIOGRAPH)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void kappasIntervalGoesByParticipantsAndNoFurtherThanKappa() {
        // Without one of the participants kappa is 0, 0 and 1: the jackknife's error is 2/3, and t(2) = 4.3 of them
        // pass both ends.
        Agreement.Categories screws = loosening();
        assertThat(screws.clustered().orElseThrow().jackknifeError()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(screws.interval(0.95).orElseThrow()).isEqualTo(new Interval(-1, 1));
    }

    @Test
    void whatNobodyMeasuredTwiceHasAReasonAndNoNumber() {
        assertThat(agreement.categories())
                .filteredOn(one -> one.between() == Between.TIMES)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.kappa()).isInstanceOf(Outcome.Missing.class));
        assertThat(agreement.measurements())
                .filteredOn(one -> one.between() == Between.TIMES)
                .allSatisfy(one -> assertThat(one.blandAltman()).isInstanceOf(Outcome.Missing.class));
    }

    @Test
    void lucencyDiffersByTwoMillimetresInOneThirdOfTheScrews() {
        Agreement.Measurements lucency = agreement.measurements().stream()
                .filter(one -> one.between() == Between.READERS
                        && one.feature() == Feature.LUCENCY
                        && one.modality() == Modality.RADIOGRAPH)
                .findFirst()
                .orElseThrow();
        assertThat(lucency.blandAltman().orElseThrow().bias()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(lucency.differences()).hasSize(12);
    }

    @Test
    void aGuessThatIsLessSureThanAskedForCountsAsNotKnown() {
        // Everybody in the little story has a titanium cage, of the first arm.
        assertThat(agreement.blinding()).extracting(Agreement.Blinding::surest).containsExactly(1, 3, 4, 5);
        var all = agreement.blinding().getFirst().table().active();
        var sure = agreement.blinding().get(2).table().active();
        assertThat(all.right() + all.wrong() + all.unknown()).isEqualTo(6);
        assertThat(all.unknown()).isEqualTo(1);
        assertThat(sure.unknown()).isEqualTo(4);
    }

    private static Step sign(Actor reader, Sight sight, int certainty) {
        return does(
                reader,
                world -> new Intent.SubmitRead(
                        world.images(),
                        sight.of(world.reading()),
                        Optional.of(new Attestation(
                                new Signature(reader.user(), "I made this read"),
                                certainty == 0 ? Optional.empty() : Optional.of(certainty)))));
    }
}
