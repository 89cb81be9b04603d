package org.trabecula.app.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.conduct.Unfinished;
import org.trabecula.study.milestone.DataCut;
import org.trabecula.study.milestone.DesignState;
import org.trabecula.study.milestone.LockState;
import org.trabecula.study.milestone.MilestoneFact;
import org.trabecula.study.milestone.Milestones;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;

/**
 * Whether the data are locked, and what is still open.
 *
 * @param now the cut that would be locked if nothing more came
 * @param moved whether data were recorded after the proposed cut
 */
record LockPage(
        Protocol protocol,
        Milestones milestones,
        DataCut now,
        boolean moved,
        List<Unfinished> unfinished,
        List<Objection> objections)
        implements Page {
    private static final int SHOWN = 12;

    public LockPage {
        unfinished = List.copyOf(unfinished);
        objections = List.copyOf(objections);
    }

    /** Everything of one kind that is open; {@code more} of them are not shown. */
    public record Group(Unfinished.Kind kind, List<Unfinished> shown, int count) {
        public int more() {
            return count - shown.size();
        }
    }

    @Override
    public String template() {
        return "lock.jte";
    }

    public LockState state() {
        return milestones.lock();
    }

    /** The cut that is locked or proposed; else the one that could be. */
    public DataCut cut() {
        return switch (state()) {
            case LockState.Open _ -> now;
            case LockState.Proposed(var _, var cut) -> cut;
            case LockState.Locked locked -> locked.cut();
            case LockState.Unlocking(var locked, var _) -> locked.cut();
        };
    }

    public List<Group> groups() {
        return Arrays.stream(Unfinished.Kind.values())
                .map(kind ->
                        unfinished.stream().filter(one -> one.kind() == kind).toList())
                .filter(all -> !all.isEmpty())
                .map(all -> new Group(
                        all.getFirst().kind(), all.stream().limit(SHOWN).toList(), all.size()))
                .toList();
    }

    /** Everything but the design of the comparison, the newest first. */
    public List<Milestones.Event> history() {
        return milestones.events().reversed().stream()
                .filter(one -> !(one.fact() instanceof MilestoneFact.DesignSigned)
                        && !(one.fact() instanceof MilestoneFact.DesignChanged))
                .toList();
    }

    /** Where the protocol has a plan: whether its design is signed. */
    public Optional<DesignState> design() {
        return protocol.analysis().map(milestones::design);
    }
}
