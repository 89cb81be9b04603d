package org.trabecula.study.testkit;

import static org.trabecula.study.testkit.Steps.does;

import java.util.List;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.milestone.DataCut;
import org.trabecula.study.milestone.LockState;

/** Signing the design, locking and unlocking, in the stories. */
public final class Locks {
    private static final Signature SIGNED = new Signature("Somebody", "As it says.");

    private Locks() {}

    public static Step designSigned(String... terms) {
        return designSignedUnder(LittlePlan.FINGERPRINT, terms);
    }

    public static Step designSignedUnder(String plan, String... terms) {
        return does(
                People.STATISTICIAN,
                world -> new Intent.SignDesign(
                        plan, List.of(terms), "b".repeat(64), world.see(Register::position), SIGNED));
    }

    public static Step designChanged(String... terms) {
        return does(People.STATISTICIAN, _ -> new Intent.ChangeDesign(LittlePlan.FINGERPRINT, List.of(terms)));
    }

    public static Step lockProposed(Actor who) {
        return does(who, world -> new Intent.ProposeLock(cut(world), SIGNED));
    }

    public static Step lockAgreed(Actor who) {
        return does(who, world -> new Intent.Lock(proposal(world), SIGNED));
    }

    public static Step locked() {
        return lockProposed(People.DATA_MANAGER).then(lockAgreed(People.STATISTICIAN));
    }

    public static Step unlockProposed(Actor who) {
        return does(who, _ -> new Intent.ProposeUnlock(SIGNED));
    }

    public static Step unlockAgreed(Actor who) {
        return does(who, world -> new Intent.Unlock(proposal(world), SIGNED));
    }

    private static DataCut cut(World world) {
        long position = world.see(Register::position);
        String head = world.desk().headAt(position).hash().toString();
        return DataCut.at(position, head, world.protocol(), "test");
    }

    /** The position of what is proposed; 0 when nothing is. */
    private static long proposal(World world) {
        return switch (world.see(register -> register.milestones().lock())) {
            case LockState.Proposed(var event, var _) -> event.position();
            case LockState.Unlocking(var _, var event) -> event.position();
            case LockState.Open _, LockState.Locked _ -> 0;
        };
    }
}
