package org.trabecula.simulation.cohort;

import org.trabecula.study.protocol.Protocol;

/** What the script of every participant needs. */
record Setting(
        CohortPlan plan,
        Protocol protocol,
        Counter counter,
        Agenda agenda,
        Team team,
        Clerk clerk,
        Theatre theatre,
        ReadingSessions sessions,
        Imaging imaging) {

    Chance chance(Object... name) {
        return Chance.of(plan.seed(), name);
    }
}
