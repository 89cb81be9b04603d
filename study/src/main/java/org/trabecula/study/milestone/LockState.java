package org.trabecula.study.milestone;

/** Whether the data are locked. Each step needs two people: the first proposes, the second agrees. */
public sealed interface LockState {

    /** Data are entered. */
    record Open() implements LockState {}

    /** Data are still entered; whatever is recorded now makes the proposal void. */
    record Proposed(Milestones.Event proposal, DataCut cut) implements LockState {}

    /** No data are entered. */
    record Locked(Milestones.Event proposal, Milestones.Event lock, DataCut cut) implements LockState {}

    /** No data are entered yet. */
    record Unlocking(Locked locked, Milestones.Event proposal) implements LockState {}

    /** Whether data are refused. */
    default boolean refusesData() {
        return this instanceof Locked || this instanceof Unlocking;
    }

    /** The state after one more event. */
    default LockState after(Milestones.Event event) {
        return switch (event.fact()) {
            case MilestoneFact.DesignChanged _, MilestoneFact.DesignSigned _ -> this;
            case MilestoneFact.LockProposed(var cut, var _) -> new Proposed(event, cut);
            case MilestoneFact.DataLocked(var cut, var _) ->
                new Locked(this instanceof Proposed(var proposal, var _) ? proposal : event, event, cut);
            case MilestoneFact.UnlockProposed _ -> this instanceof Locked locked ? new Unlocking(locked, event) : this;
            case MilestoneFact.DataUnlocked _ -> new Open();
        };
    }
}
