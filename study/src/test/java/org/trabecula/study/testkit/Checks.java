package org.trabecula.study.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.CtRequest;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Evaluation;
import org.trabecula.study.endpoint.Outcome;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.imaging.Unclear;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.ProtocolDeviation;

/** What may be so at the end of a story. */
public final class Checks {
    private Checks() {}

    /** The last request was recorded with this many facts. */
    public static Check recorded(int facts) {
        return world -> assertThat(world.answers().getLast())
                .isInstanceOfSatisfying(
                        Answer.Recorded.class,
                        answer -> assertThat(answer.entries()).hasSize(facts));
    }

    /** The last request was refused for this rule at this place and left nothing behind. */
    public static Check refused(String place, Rule rule) {
        return world -> assertThat(world.answers().getLast())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        answer -> assertThat(answer.objections())
                                .as("a refusal by %s at '%s'", rule, place)
                                .anySatisfy(objection -> {
                                    assertThat(objection.rule()).isEqualTo(rule);
                                    assertThat(objection.place()).isEqualTo(place);
                                }));
    }

    /** The last request was refused with this sentence among others. */
    public static Check told(String sentence) {
        return world -> assertThat(world.answers().getLast())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        answer -> assertThat(answer.objections())
                                .extracting(objection -> objection.sentence())
                                .contains(sentence));
    }

    public static Check settled() {
        return world -> {
            Settlement settlement = settlement(world);
            assertThat(settlement.complete()).isTrue();
            assertThat(settlement.needsAdjudication()).isFalse();
        };
    }

    public static Check needsAdjudication() {
        return world -> assertThat(settlement(world).needsAdjudication()).isTrue();
    }

    public static Check disputed(String... places) {
        return world -> assertThat(settlement(world).disputed()).containsExactlyInAnyOrder(places);
    }

    /** The newest images leave L4/L5 unclear for these causes and no others. */
    public static Check unclear(Unclear.Cause... causes) {
        List<Unclear> expected = Arrays.stream(causes)
                .map(cause -> new Unclear(Surgeries.L4_L5, cause))
                .toList();
        return world -> assertThat(settlement(world).unclear()).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A CT is called for at the visit, and has or has not come. */
    public static Check ctCalledFor(Timepoint visit, boolean answered) {
        return world -> assertThat(ctRequests(world)).anySatisfy(request -> {
            assertThat(request.visit()).isEqualTo(visit);
            assertThat(request.answered()).isEqualTo(answered);
        });
    }

    public static Check noCtCalledFor() {
        return world -> assertThat(ctRequests(world)).isEmpty();
    }

    public static Check allocated(Allocation allocation) {
        return world ->
                assertThat(Allocation.of(world.casebook(), world.protocol())).isEqualTo(allocation);
    }

    public static Check deviates(String... rules) {
        return world -> assertThat(
                        org.trabecula.study.conduct.Deviations.of(world.casebook(), world.protocol(), world.today()))
                .extracting(ProtocolDeviation::rule)
                .containsExactly(rules);
    }

    /** The endpoint of the participant at the visit. */
    public static Outcome outcome(World world, Timepoint visit, Endpoint endpoint) {
        return world.see(register -> new Evaluation(register, world.protocol())
                .of(register.casebook(world.participant()).orElseThrow(), visit)
                .of(endpoint));
    }

    public static Settlement settlement(World world) {
        return Settlement.of(world.reading(), new Charter(world.protocol().charter()));
    }

    private static List<CtRequest> ctRequests(World world) {
        return world.see(register -> CtRequest.all(register, world.protocol()));
    }
}
