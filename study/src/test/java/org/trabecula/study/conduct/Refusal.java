package org.trabecula.study.conduct;

import java.util.List;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.Checks;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Story;

/** A refusal and the shortest story that leads to it. */
record Refusal(Protocol protocol, Rule rule, String place, String told, List<Step> given, Step when) {

    static Refusal of(Rule rule, String place, String told, Step when, Step... given) {
        return under(LittleStudy.protocol(), rule, place, told, when, given);
    }

    static Refusal under(Protocol protocol, Rule rule, String place, String told, Step when, Step... given) {
        return new Refusal(protocol, rule, place, told, List.of(given), when);
    }

    /** Tells the story; the refusal names its place and leaves nothing in the journal. */
    void tell() {
        Story story = Story.given(protocol, given.toArray(Step[]::new));
        var before = story.world().journal().head();
        story.when(when).then(Checks.refused(place, rule));
        org.assertj.core.api.Assertions.assertThat(story.world().journal().head())
                .as("nothing half-written")
                .isEqualTo(before);
    }

    @Override
    public String toString() {
        return rule.id() + ": " + told;
    }
}
