package org.trabecula.study.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Protocol;

/**
 * How people came into the analysis set (STROBE statement, item 13). Everybody stands at exactly one place, the furthest step
 * that was reached or the other record from which they were taken over, so that whatever is drawn from it adds up.
 *
 * @param furthest everybody who was not taken over from another record, by the last step that is recorded of them
 * @param transcribed taken over from another record
 * @param declined those invited who said no
 * @param withdrawn those who consented and left before surgery
 * @param noArm operated on or transcribed, but without a study cage of one arm at the lowest fused segment
 * @param otherArms of an arm that is not compared, the third or a later one
 */
public record Flow(
        Map<Step, List<ParticipantId>> furthest,
        List<ParticipantId> transcribed,
        List<ParticipantId> declined,
        List<ParticipantId> withdrawn,
        List<ParticipantId> noArm,
        List<ParticipantId> otherArms) {

    /** The steps on the way to the operation, in their order. */
    public enum Step {
        SCREENED,
        PLANNED,
        INVITED,
        CONSENTED,
        OPERATED;

        private boolean taken(Casebook casebook) {
            Membership member = casebook.membership();
            return switch (this) {
                case SCREENED -> member.screened().isPresent();
                case PLANNED -> member.plan().isPresent();
                case INVITED -> member.invited().isPresent();
                case CONSENTED -> member.consent().isPresent();
                case OPERATED -> casebook.surgery().isPresent();
            };
        }
    }

    static Flow of(Register register, Protocol protocol) {
        Map<Step, List<ParticipantId>> furthest = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            furthest.put(step, new ArrayList<>());
        }
        List<Casebook> all = register.casebooks();
        all.stream()
                .filter(one -> !transcribed(one))
                .forEach(one -> furthest(one)
                        .ifPresent(
                                step -> furthest.getOrDefault(step, List.of()).add(one.id())));
        List<ParticipantId> invited = furthest.getOrDefault(Step.INVITED, List.of());
        List<ParticipantId> consented = furthest.getOrDefault(Step.CONSENTED, List.of());
        return new Flow(
                Map.copyOf(furthest),
                ids(all, Flow::transcribed),
                ids(
                        all,
                        one -> invited.contains(one.id())
                                && one.membership().declined().isPresent()),
                ids(
                        all,
                        one -> consented.contains(one.id())
                                && one.membership().withdrawn().isPresent()),
                ids(
                        all,
                        one -> included(one)
                                && Allocation.of(one, protocol).assigned().isEmpty()),
                ids(
                        all,
                        one -> included(one)
                                && Allocation.of(one, protocol)
                                        .assigned()
                                        .filter(arm -> protocol.arms().indexOf(arm) > 1)
                                        .isPresent()));
    }

    /** Everybody who came at least as far. */
    public int reached(Step step) {
        int sum = 0;
        for (Step one : Step.values()) {
            sum += one.compareTo(step) >= 0 ? stopped(one) : 0;
        }
        return sum;
    }

    /** Those who came no further. */
    public int stopped(Step step) {
        return furthest.getOrDefault(step, List.of()).size();
    }

    private static boolean transcribed(Casebook casebook) {
        return casebook.membership().transcribed().isPresent();
    }

    private static boolean included(Casebook casebook) {
        return transcribed(casebook) || casebook.surgery().isPresent();
    }

    /** The last step that is recorded, whether or not all before it are. */
    private static Optional<Step> furthest(Casebook casebook) {
        return Arrays.stream(Step.values()).filter(step -> step.taken(casebook)).max(Comparator.naturalOrder());
    }

    private static List<ParticipantId> ids(List<Casebook> all, Predicate<Casebook> which) {
        return all.stream().filter(which).map(Casebook::id).toList();
    }
}
