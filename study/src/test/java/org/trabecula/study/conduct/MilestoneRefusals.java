package org.trabecula.study.conduct;

import static org.trabecula.study.testkit.Locks.designChanged;
import static org.trabecula.study.testkit.Locks.designSigned;
import static org.trabecula.study.testkit.Locks.designSignedUnder;
import static org.trabecula.study.testkit.Locks.lockAgreed;
import static org.trabecula.study.testkit.Locks.lockProposed;
import static org.trabecula.study.testkit.Locks.locked;
import static org.trabecula.study.testkit.Locks.unlockAgreed;
import static org.trabecula.study.testkit.Locks.unlockProposed;
import static org.trabecula.study.testkit.People.DATA_MANAGER;
import static org.trabecula.study.testkit.People.INVESTIGATOR;
import static org.trabecula.study.testkit.Steps.screened;

import java.util.List;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.LittlePlan;
import org.trabecula.study.testkit.People;
import org.trabecula.study.testkit.Step;

/** Everything that is refused about the design of the comparison, and about locking the data. */
final class MilestoneRefusals {
    /** The same person with the second role. */
    private static final Actor MANAGER_AGREEING = new Actor("dubois", "INVESTIGATOR", "*");

    private MilestoneRefusals() {}

    static List<Refusal> all() {
        return List.of(
                Refusal.of(Rule.NO_ANALYSIS_PLAN, "", "a design without a plan", designSigned("weight")),
                Refusal.of(Rule.NO_ANALYSIS_PLAN, "", "a change without a plan", designChanged("weight")),
                planned(Rule.DESIGN_TERM, "terms", "a term that is no covariate", designChanged("odi")),
                planned(Rule.VALUE_REQUIRED, "terms", "a model without terms", designChanged()),
                planned(Rule.NOTHING_CHANGED, "terms", "the terms as they are", designChanged("surgeon", "weight")),
                planned(Rule.REASON_REQUIRED, "reason", "a change without a reason", designChanged("weight")),
                planned(Rule.DESIGN_OUTDATED, "", "other terms than on the screen", designSigned("weight")),
                planned(
                        Rule.DESIGN_OUTDATED,
                        "",
                        "another plan than on the screen",
                        designSignedUnder("c".repeat(64), "weight", "surgeon")),
                planned(
                        Rule.DESIGN_SIGNED,
                        "",
                        "signing twice",
                        designSigned("weight", "surgeon"),
                        designSigned("weight", "surgeon")),
                planned(Rule.DATA_LOCKED, "", "screening under a lock", screened(), locked()),
                planned(Rule.DATA_LOCKED, "", "locking what is locked", lockProposed(DATA_MANAGER), locked()),
                planned(
                        Rule.DATA_LOCKED,
                        "",
                        "screening while unlocking waits for the second person",
                        screened(),
                        locked(),
                        unlockProposed(DATA_MANAGER).because("a late CT")),
                planned(Rule.NOTHING_PROPOSED, "", "agreeing to no lock", lockAgreed(INVESTIGATOR)),
                planned(
                        Rule.SECOND_PERSON,
                        "",
                        "one person in two roles",
                        lockAgreed(MANAGER_AGREEING),
                        lockProposed(DATA_MANAGER)),
                planned(
                        Rule.DATA_MOVED,
                        "",
                        "data after the proposal",
                        lockAgreed(INVESTIGATOR),
                        lockProposed(DATA_MANAGER),
                        screened()),
                planned(Rule.NOT_LOCKED, "", "unlocking what is open", unlockProposed(DATA_MANAGER)),
                planned(
                        Rule.REASON_REQUIRED,
                        "reason",
                        "unlocking for no reason",
                        unlockProposed(DATA_MANAGER),
                        locked()),
                planned(Rule.NOTHING_PROPOSED, "", "agreeing to no unlocking", unlockAgreed(INVESTIGATOR), locked()),
                planned(
                        Rule.SECOND_PERSON,
                        "",
                        "unlocking alone",
                        unlockAgreed(MANAGER_AGREEING),
                        locked(),
                        unlockProposed(DATA_MANAGER).because("a late CT")),
                planned(Rule.NOT_YOUR_DUTY, "", "a coordinator proposing", lockProposed(People.COORDINATOR)));
    }

    private static Refusal planned(Rule rule, String place, String told, Step when, Step... given) {
        return Refusal.under(LittlePlan.protocol(), rule, place, told, when, given);
    }
}
