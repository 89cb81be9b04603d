package org.trabecula.assistance.bone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trabecula.assistance.PhantomScans;
import org.trabecula.assistance.volume.Point;
import org.trabecula.simulation.phantom.Truth;
import org.trabecula.study.spine.Level;

final class HuAssistantTest {
    private static final Set<Level> MEASURED = Set.of(Level.L1, Level.L2, Level.L3, Level.L4);

    private record Body(HuAssistant assistant, Point centre, double hu) {}

    private static final List<Body> BODIES = new ArrayList<>();

    @BeforeAll
    static void scan() {
        for (PhantomScans.Scanned scanned : PhantomScans.bare(5, 41)) {
            HuAssistant assistant = new HuAssistant(scanned.volume(), 120);
            for (Truth.BodyTruth body : scanned.truth().bodies()) {
                if (MEASURED.contains(body.level())) {
                    BODIES.add(new Body(assistant, PhantomScans.point(body.centre()), body.hu()));
                }
            }
        }
    }

    private static HuProposal.Proposed proposed(Body body, Point click) {
        HuProposal proposal = body.assistant.propose(click);
        assertThat(proposal).isInstanceOf(HuProposal.Proposed.class);
        return (HuProposal.Proposed) proposal;
    }

    @Test
    void what_it_proposes_is_within_3_hu_of_the_truth() {
        assertThat(BODIES).hasSize(20).allSatisfy(body -> {
            HuProposal.Proposed proposed = proposed(body, body.centre);
            assertThat(proposed.hu()).isBetween(body.hu - 3, body.hu + 3);
            assertThat(proposed.regions()).hasSize(3);
            assertThat(proposed.rule()).isEqualTo(HuAssistant.RULE);
            assertThat(proposed.kilovolt()).isEqualTo(120);
        });
    }

    @Test
    void a_click_moved_by_5_mm_changes_it_by_less_than_5_hu() {
        for (Body body : BODIES) {
            double first = proposed(body, body.centre).hu();
            for (int k = 0; k < 4; k++) {
                double angle = Math.PI / 4 + k * Math.PI / 2;
                Point moved = new Point(
                        body.centre.x() + 3.6 * Math.cos(angle),
                        body.centre.y() + 3.6 * Math.sin(angle),
                        body.centre.z() + (k % 2 == 0 ? 3.4 : -3.4));
                assertThat(proposed(body, moved).hu()).isBetween(first - 5, first + 5);
            }
        }
    }

    @Test
    void nothing_is_proposed_outside_the_scan() {
        assertThat(BODIES.getFirst().assistant.propose(new Point(0, 0, 4000)))
                .isEqualTo(new HuProposal.None(HuProposal.Reason.OUTSIDE_THE_SCAN));
    }
}
