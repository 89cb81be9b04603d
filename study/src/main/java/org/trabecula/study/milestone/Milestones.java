package org.trabecula.study.milestone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Covariate;

/** The study's milestones as the journal tells them, oldest first. How things stand follows from them. */
public record Milestones(List<Event> events) {
    public Milestones {
        events = List.copyOf(events);
    }

    /** A fact with its place in the journal, and who said so when and why. */
    public record Event(MilestoneFact fact, long position, Instant at, String user, Optional<String> reason) {}

    public static Milestones none() {
        return new Milestones(List.of());
    }

    public Milestones after(Event event) {
        List<Event> next = new ArrayList<>(events);
        next.add(event);
        return new Milestones(next);
    }

    /** The covariates of the propensity model: those last chosen under the plan, or else the plan's own. */
    public List<String> terms(AnalysisPlan plan) {
        return last(event -> event.fact() instanceof MilestoneFact.DesignChanged changed
                        && changed.plan().equals(plan.fingerprint()))
                .map(event -> ((MilestoneFact.DesignChanged) event.fact()).terms())
                .orElseGet(() -> plan.model().stream().map(Covariate::id).toList());
    }

    /** Whether the design of the comparison is signed. */
    public DesignState design(AnalysisPlan plan) {
        return last(event -> event.fact() instanceof MilestoneFact.DesignSigned)
                .map(event -> state(event, (MilestoneFact.DesignSigned) event.fact(), plan))
                .orElseGet(DesignState.Unsigned::new);
    }

    private DesignState state(Event event, MilestoneFact.DesignSigned signed, AnalysisPlan plan) {
        Optional<Event> changed =
                last(one -> one.position() > event.position() && one.fact() instanceof MilestoneFact.DesignChanged);
        return changed.isPresent() || !signed.plan().equals(plan.fingerprint())
                ? new DesignState.Voided(event, signed, changed)
                : new DesignState.Signed(event, signed);
    }

    /** Whether whoever makes the design may see outcomes: after signing it, or where no plan asks for a design. */
    public boolean outcomesOpen(Optional<AnalysisPlan> plan) {
        return plan.map(this::design)
                .map(state -> state instanceof DesignState.Signed)
                .orElse(true);
    }

    /** Whether data are entered. */
    public LockState lock() {
        LockState state = new LockState.Open();
        for (Event event : events) {
            state = state.after(event);
        }
        return state;
    }

    private Optional<Event> last(Predicate<Event> which) {
        return events.reversed().stream().filter(which).findFirst();
    }
}
