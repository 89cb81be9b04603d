package org.trabecula.study.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.trabecula.study.conduct.Answer;
import org.trabecula.study.protocol.Protocol;

/**
 * A test told as a story: {@code given(consented(), operated(), imaged(M6)).when(read(BY_FIRST_READER, LOOSE),
 * read(BY_SECOND_READER, FIRM)).then(needsAdjudication())}. What is given has to be recorded, or the story fails at once;
 * what happens then may be refused.
 */
public final class Story {
    private final World world;

    private Story(World world) {
        this.world = world;
    }

    public static Story given(Step... steps) {
        return given(LittleStudy.protocol(), steps);
    }

    public static Story given(Protocol protocol, Step... steps) {
        return new Story(new World(protocol)).and(steps);
    }

    /** Further things that are given. */
    public Story and(Step... steps) {
        int before = world.answers().size();
        when(steps);
        assertThat(world.answers().subList(before, world.answers().size()))
                .as("what is given is recorded")
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Recorded.class));
        return this;
    }

    public Story when(Step... steps) {
        for (Step step : steps) {
            step.take(world);
        }
        return this;
    }

    public Story then(Check... checks) {
        for (Check check : checks) {
            check.on(world);
        }
        return this;
    }

    /** The study as the story leaves it. */
    public World world() {
        return world;
    }
}
