package org.trabecula.simulation.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The reference model against what was published, point by point. 6,000 participants know a share of 31 % to ±0.6 % and one of
 * 11 % to ±0.4 %; the allowance for a point is three of these, or what the published ranges leave.
 */
class PublishedPointsTest {
    /** What the model does not meet, and by how much: see decision 0015. */
    private static final Set<Point> NOT_MET = EnumSet.of(
            Point.NEW_AFTER_6, Point.HU_APART, Point.LENGTH, Point.LOOSE_FUSED, Point.LOOSE_24, Point.PEEK_12);

    private static final double ALLOWED = 0.03;
    private static final Series SERIES = Series.of(Assumptions.reference(), 6000, 11);

    @ParameterizedTest
    @EnumSource(Point.class)
    void theReferenceModelMeetsThePointUnlessItIsSaidNotTo(Point point) {
        double simulated = point.in(SERIES);
        double allowed = point == Point.SACRUM ? 0.3 : point.name().contains("GRADE_I") ? 0.04 : ALLOWED;
        if (NOT_MET.contains(point)) {
            assertThat(Double.isFinite(simulated)).isTrue();
        } else {
            assertThat(simulated).as(point.label()).isBetween(point.low() - allowed, point.high() + allowed);
        }
    }

    /** Known misses stay as small as they are: newly loose 7 %, HU 18 instead of 23 apart, 24 months 13 instead of 11 %. */
    @Test
    void whatIsNotMetIsNearlyMet() {
        assertThat(Point.NEW_AFTER_6.in(SERIES)).isLessThan(0.09);
        assertThat(Point.HU_APART.in(SERIES)).isBetween(14.0, 41.0);
        assertThat(Point.LENGTH.in(SERIES)).isBetween(2.3, 5.0);
        assertThat(Point.LOOSE_24.in(SERIES)).isBetween(0.09, 0.15);
        assertThat(Point.PEEK_12.in(SERIES)).isBetween(0.88, 0.95);
        assertThat(Point.LOOSE_FUSED.in(SERIES)).isLessThan(Point.FIRM_FUSED.in(SERIES));
    }

    @Test
    void aPointIsMetNearlyOrNotAtAll() {
        assertThat(Point.TITANIUM_12.match(0.952)).isEqualTo(Point.Match.MET);
        assertThat(Point.PEEK_6.match(0.6)).isEqualTo(Point.Match.MET);
        assertThat(Point.LOOSE_24.match(0.127)).isEqualTo(Point.Match.NEARLY);
        assertThat(Point.NEW_AFTER_6.match(0.062)).isEqualTo(Point.Match.MISSED);
        assertThat(Point.PER_HU.match(0.986)).isEqualTo(Point.Match.MISSED);
    }

    @Test
    void tenPercentOfScrewsAreLooseButTwentyNineOfParticipants() {
        assertThat(SERIES.screws(6)).isBetween(0.08, 0.12);
        assertThat(SERIES.loose(6)).isBetween(0.27, 0.34);
    }

    /** From far away the calibration comes back to where loosening at 6 months is what it should be. */
    @Test
    void theCalibrationFindsItsWay() {
        Calibration calibration = new Calibration(
                List.of(Parameter.WEAR, Parameter.RECOVERY),
                List.of(
                        new Calibration.Aim(Point.LOOSE_6, 0.311, 0.005),
                        new Calibration.Aim(Point.LOOSE_12, 0.223, 0.005)),
                1000,
                3);
        Assumptions far = Assumptions.reference().with(Parameter.WEAR, 0.7).with(Parameter.RECOVERY, 1);
        Series found = Series.of(calibration.from(far, 12), 1000, 3);
        assertThat(found.loose(6)).isBetween(0.30, 0.32);
        assertThat(found.loose(12)).isBetween(0.21, 0.24);
    }
}
