package org.trabecula.app.web;

import java.util.List;
import org.trabecula.study.conduct.Timeline;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.protocol.Logic;

/**
 * One step on a participant's way.
 *
 * @param id also the anchor of its card, {@code step-plan}
 * @param done of {@code all} parts
 */
record Step(String id, StepState state, int done, int all) {

    /** How a step stands. */
    enum StepState {
        DONE,
        NEXT,
        LATER,
        /** The participant is not eligible, declined or left before. */
        CLOSED
    }

    /** Whether the participant may still come to this step. */
    boolean open() {
        return state != StepState.CLOSED;
    }

    boolean counted() {
        return all > 1;
    }

    static List<Step> of(ParticipantPage page) {
        Membership member = page.membership();
        boolean plan = member.plan().isPresent();
        boolean invited = member.invited().isPresent();
        boolean consented = member.consent().isPresent();
        boolean operated = page.casebook().surgery().isPresent();
        boolean judged =
                page.eligibility().findings().stream().noneMatch(finding -> finding.verdict() == Logic.Verdict.UNKNOWN);
        boolean eligible = page.eligibility().eligible();
        boolean closed = page.standing().closed();
        List<Timeline.Progress> forms = page.baseline().forms().stream()
                .map(VisitCard.FormLink::progress)
                .toList();
        int complete = Math.toIntExact(forms.stream()
                .filter(progress -> progress == Timeline.Progress.COMPLETE)
                .count());
        int settled = Math.toIntExact(page.visits().stream()
                .filter(visit -> VisitCard.settled(visit.row().status()))
                .count());
        int visits = page.protocol().followUps().size();
        return List.of(
                step("screening", judged, true, closed, 1, 1),
                step("plan", plan, true, closed, 1, 1),
                step("invite", invited, plan && eligible, closed, 1, 1),
                step("consent", consented || member.declined().isPresent(), invited, closed, 1, 1),
                step("baseline", complete == forms.size(), consented, closed, complete, forms.size()),
                step("surgery", operated, consented, closed, 1, 1),
                step("visits", operated && settled == visits, operated, closed, settled, visits));
    }

    private static Step step(String id, boolean done, boolean possible, boolean closed, int part, int all) {
        if (done) {
            return new Step(id, StepState.DONE, part, all);
        }
        if (closed) {
            return new Step(id, StepState.CLOSED, part, all);
        }
        return new Step(id, possible ? StepState.NEXT : StepState.LATER, part, all);
    }

    public String tone() {
        return switch (state) {
            case DONE -> "good";
            case NEXT -> "open";
            case LATER, CLOSED -> "";
        };
    }
}
