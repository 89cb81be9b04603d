package org.trabecula.simulation.cohort;

import java.util.random.RandomGenerator;
import org.trabecula.simulation.mechanism.Complaints;
import org.trabecula.study.protocol.Timepoint;

/** What one participant says of his complaints, before surgery and at visits. */
final class Voice {
    private final CohortPlan plan;
    private final Person person;
    private final Complaints complaints;
    private final double tendency;
    private final Complaints.Said before;

    Voice(CohortPlan plan, Person person) {
        this.plan = plan;
        this.person = person;
        this.complaints = new Complaints(plan.given());
        RandomGenerator voice = person.fate() == Fate.OPERATED
                ? plan.voice(person.operated())
                : Chance.of(plan.seed(), "voice", person.index()).dice();
        this.tendency = complaints.tendency(voice);
        this.before = complaints.before(tendency, voice);
    }

    Questionnaire before() {
        return Questionnaire.of(before, tendency, 0, day(Timepoint.BASELINE));
    }

    /** At a visit so many months after surgery. */
    Questionnaire at(Timepoint visit, double months, Nature nature) {
        Chance day = day(visit);
        Complaints.Said said =
                complaints.after(tendency, months, nature.loose(months), nature.united(months), day.dice());
        return Questionnaire.of(said, tendency, months, day);
    }

    private Chance day(Timepoint visit) {
        return Chance.of(plan.seed(), "voice", person.index(), visit);
    }
}
