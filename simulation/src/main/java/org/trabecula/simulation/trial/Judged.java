package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.trabecula.simulation.trial.VirtualStudy.Member;
import org.trabecula.simulation.trial.VirtualStudy.Seen;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.study.endpoint.Endpoint;

/**
 * Those of whom an endpoint is known at a visit, in the order of enrolment.
 *
 * @param visits the visit of each
 * @param events what is known of each
 * @param score with the terms that the model confounds by (bone, calendar time, surgeon), drugs and the number of segments
 */
record Judged(
        List<Member> members, List<Seen> visits, boolean[] titanium, boolean[] events, Outcome<PropensityScore> score) {
    /** Those of whom an endpoint is known at the visit planned for so many months. */
    static Judged at(int months, VirtualStudy study, Endpoint endpoint) {
        return at(months, study, (_, seen) -> seen.known(endpoint));
    }

    /** Those of whom a question has an answer at the visit. */
    static Judged at(int months, VirtualStudy study, BiFunction<Member, Seen, Optional<Boolean>> question) {
        List<Member> members = new ArrayList<>();
        List<Seen> visits = new ArrayList<>();
        List<Boolean> events = new ArrayList<>();
        for (Member member : study.members()) {
            member.at(months)
                    .ifPresent(seen -> question.apply(member, seen).ifPresent(yes -> {
                        members.add(member);
                        visits.add(seen);
                        events.add(yes);
                    }));
        }
        boolean[] titanium = flags(members, Member::titanium);
        double[][] rows = Terms.ofScore(members.stream().map(Member::baseline).toList());
        return new Judged(members, visits, titanium, flags(events, yes -> yes), PropensityScore.fit(rows, titanium));
    }

    /** 1 for an event, else 0. */
    double[] numbers() {
        double[] numbers = new double[events.length];
        Arrays.setAll(numbers, index -> events[index] ? 1 : 0);
        return numbers;
    }

    Proportion rate(boolean arm) {
        int total = 0;
        int count = 0;
        for (int index = 0; index < events.length; index++) {
            total += titanium[index] == arm ? 1 : 0;
            count += titanium[index] == arm && events[index] ? 1 : 0;
        }
        return new Proportion(count, total);
    }

    static <T> boolean[] flags(List<T> all, Predicate<T> flag) {
        boolean[] flags = new boolean[all.size()];
        for (int index = 0; index < flags.length; index++) {
            flags[index] = flag.test(all.get(index));
        }
        return flags;
    }
}
