package org.trabecula.study.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Sight.LOOSE;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.scanned;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Steps.transcribed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.protocol.AnalysisWindow;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.testkit.LittlePlan;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Transcripts;
import org.trabecula.study.testkit.World;

/** The day on which something was seen decides for which visit it counts. Windows as in the reference study. */
class WindowsTest {
    private static final List<AnalysisWindow> WINDOWS =
            List.of(window(3, "2.0", "4.5"), window(6, "5.0", "7.5"), window(12, "10.0", "15.0"));

    @Test
    void whatWasSeenInItsWindowCountsForItsVisit() {
        Subject one = only(consented(), operated(), on(M6, SURGERY.plusMonths(6)), bothRead(LOOSE));
        assertThat(one.status(Endpoint.LOOSENING, M6).yes()).contains(true);
        assertThat(one.at(M6).borrowed(Endpoint.LOOSENING)).isEmpty();
    }

    @Test
    void aThirdMonthHeldInTheSixthMonthCountsThere() {
        // 31 January + 160 days = 10 July: 5.26 months, outside [2, 4.5) and inside [5, 7.5)
        Subject one = only(consented(), operated(), on(M3, SURGERY.plusDays(160)), bothRead(LOOSE));
        assertThat(one.status(Endpoint.LOOSENING, M3).yes()).isEmpty();
        assertThat(one.status(Endpoint.LOOSENING, M3).missing()).contains(Cause.OUT_OF_WINDOW);
        assertThat(one.at(M3).outside(Endpoint.LOOSENING)).isTrue();
        assertThat(one.status(Endpoint.LOOSENING, M6).yes()).contains(true);
        assertThat(one.at(M6).borrowed(Endpoint.LOOSENING)).contains(M3);
        assertThat(one.at(M6).month(Endpoint.LOOSENING).orElseThrow()).isEqualTo(160 / 30.4375, within(1e-12));
        assertThat(one.at(M6).outcomes().screws()).isNotEmpty();
    }

    @Test
    void ofTwoInOneWindowTheNearerCounts() {
        Subject one = only(
                consented(),
                operated(),
                on(M3, SURGERY.plusDays(155)),
                bothRead(LOOSE),
                on(M6, SURGERY.plusDays(190)),
                bothRead(FIRM));
        assertThat(one.status(Endpoint.LOOSENING, M6).yes()).contains(false);
        assertThat(one.status(Endpoint.LOOSENING, M3).missing()).contains(Cause.OUT_OF_WINDOW);
    }

    @Test
    void aNearerVisitWithoutAValueLeavesTheOtherOne() {
        Subject one = only(
                consented(),
                operated(),
                on(M3, SURGERY.plusDays(155)),
                bothRead(LOOSE),
                seen(M6, SURGERY.plusDays(183)));
        assertThat(one.status(Endpoint.LOOSENING, M6).yes()).contains(true);
    }

    @Test
    void aVisitThatIsNotHeldKeepsItsOwnCause() {
        Subject one = only(consented(), operated(), on(M6, SURGERY.plusMonths(6)), bothRead(FIRM));
        assertThat(one.status(Endpoint.LOOSENING, M12).missing()).contains(Cause.NOT_HELD);
    }

    @Test
    void aLookBetweenTwoWindowsCountsForNoVisitButForTheTime() {
        // 145 days are 4.76 months: after 4.5 and before 5
        Subject one = only(consented(), operated(), on(M3, SURGERY.plusDays(145)), bothRead(LOOSE));
        assertThat(List.of(M3, M6, M12))
                .allSatisfy(at ->
                        assertThat(one.status(Endpoint.LOOSENING, at).yes()).isEmpty());
        assertThat(one.loosening().upTo()).isEqualTo(145 / 30.4375, within(1e-12));
    }

    @Test
    void scoresFollowTheDayToo() {
        Subject one = only(
                consented(),
                operated(),
                seen(M3, SURGERY.plusDays(160)),
                filled("outcome", M3, Map.of("odi", "30", "vas_back", "4")));
        assertThat(one.score("odi", M3)).isEmpty();
        assertThat(one.score("odi", M6).orElseThrow().value()).isEqualTo(30);
        assertThat(one.at(M6).borrowed("odi")).contains(M3);
        assertThat(one.at(M3).outside("odi")).isTrue();
    }

    @Test
    void withoutAPlanAVisitIsWhatItWasHeldAs() {
        Dataset data = data(
                new World(org.trabecula.study.testkit.LittleStudy.protocol()),
                consented(),
                operated(),
                on(M3, SURGERY.plusDays(160)),
                bothRead(LOOSE));
        assertThat(data.subjects().getFirst().status(Endpoint.LOOSENING, M3).yes())
                .contains(true);
    }

    @Test
    void theArmsStandAsTheContrastSays() {
        Protocol protocol = protocol(List.of("peek", "titanium"));
        World world = new World(protocol);
        Dataset data = data(
                world,
                transcribed(Transcripts.row(1, "A-1", "peek", 6, Transcripts.fused(true))),
                transcribed(Transcripts.row(2, "A-2", "titanium", 6, Transcripts.fused(true))));
        assertThat(data.arms()).extracting(arm -> arm.id()).containsExactly("peek", "titanium");
        assertThat(data.arm(0)).extracting(one -> one.id().value()).containsExactly("A-1");
    }

    private static Step on(Timepoint visit, LocalDate day) {
        return seen(visit, day).then(scanned(visit, Modality.RADIOGRAPH));
    }

    private static Subject only(Step... steps) {
        return data(new World(protocol(List.of("titanium", "peek"))), steps)
                .subjects()
                .getFirst();
    }

    private static Dataset data(World world, Step... steps) {
        for (Step step : steps) {
            step.take(world);
        }
        return world.see(register ->
                Dataset.of(register, world.protocol(), world.journal().head()));
    }

    private static Protocol protocol(List<String> contrast) {
        return LittlePlan.protocol().with(LittlePlan.plan(contrast, WINDOWS));
    }

    private static AnalysisWindow window(int months, String from, String to) {
        return new AnalysisWindow(new Timepoint(months), new BigDecimal(from), new BigDecimal(to));
    }
}
