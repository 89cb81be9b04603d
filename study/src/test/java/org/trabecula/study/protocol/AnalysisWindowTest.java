package org.trabecula.study.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.study.protocol.AnalysisWindow.Dated;

/** Which of several values counts: the nearest, then the CT, then the later. */
class AnalysisWindowTest {
    private static final AnalysisWindow SIX = new AnalysisWindow(new Timepoint(6), n("5.0"), n("7.5"));
    private static final AnalysisWindow YEARS = new AnalysisWindow(new Timepoint(24), n("21.0"), n("28.0"));

    @Test
    void ofTwoAsNearTheCtCountsThenTheLater() {
        // 24 months are 730.5 days, so that days 730 and 731 are equally near
        Dated before = new Dated(new Timepoint(12), 730, true, false);
        Dated after = new Dated(new Timepoint(24), 731, true, false);
        assertThat(YEARS.chosen(List.of(before, after))).contains(after);
        Dated ct = new Dated(new Timepoint(12), 730, true, true);
        assertThat(YEARS.chosen(List.of(ct, after))).contains(ct);
    }

    @Test
    void bothEndsAreAsThePlanSays() {
        // 5 months are 152.19 days, 7.5 months 228.28 days
        assertThat(SIX.chosen(List.of(dated(152)))).isEmpty();
        assertThat(SIX.chosen(List.of(dated(153)))).isPresent();
        assertThat(SIX.chosen(List.of(dated(228)))).isPresent();
        assertThat(SIX.chosen(List.of(dated(229)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theChoiceIsInTheWindowKnownIfAnyIsAndNoneIsNearer(long seed) {
        Random chance = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Dated> all = some(chance);
            Optional<Dated> chosen = SIX.chosen(all);
            List<Dated> inside =
                    all.stream().filter(one -> SIX.contains(one.day())).toList();
            assertThat(chosen.isPresent()).isEqualTo(!inside.isEmpty());
            chosen.ifPresent(own -> {
                assertThat(inside).contains(own);
                assertThat(own.known()).isEqualTo(inside.stream().anyMatch(Dated::known));
                assertThat(inside.stream().filter(one -> one.known() == own.known()))
                        .allSatisfy(one -> assertThat(Math.abs(one.day() - 182.625))
                                .isGreaterThanOrEqualTo(Math.abs(own.day() - 182.625)));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderInWhichTheyAreToldDoesNotMatterNorDoesWhatIsOutside(long seed) {
        Random chance = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Dated> all = some(chance);
            List<Dated> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, chance);
            shuffled.add(new Dated(new Timepoint(3), chance.nextInt(153), true, true));
            assertThat(SIX.chosen(shuffled)).isEqualTo(SIX.chosen(all));
        }
    }

    private static List<Dated> some(Random chance) {
        List<Dated> all = new ArrayList<>();
        int n = chance.nextInt(5);
        for (int i = 0; i < n; i++) {
            all.add(new Dated(
                    new Timepoint(3 + i), 140 + chance.nextInt(100), chance.nextBoolean(), chance.nextBoolean()));
        }
        return all;
    }

    private static Dated dated(long day) {
        return new Dated(new Timepoint(6), day, true, false);
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
