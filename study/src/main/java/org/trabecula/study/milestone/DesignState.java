package org.trabecula.study.milestone;

import java.util.Optional;

/** How the signature under the design of the comparison stands. */
public sealed interface DesignState {

    /** Nobody has signed. */
    record Unsigned() implements DesignState {}

    record Signed(Milestones.Event event, MilestoneFact.DesignSigned signed) implements DesignState {}

    /**
     * The signature was for another design.
     *
     * @param by the change of terms that voided it; empty when another plan came into force
     */
    record Voided(Milestones.Event event, MilestoneFact.DesignSigned signed, Optional<Milestones.Event> by)
            implements DesignState {}
}
