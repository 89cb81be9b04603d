package org.trabecula.study.implant;

import org.trabecula.study.journal.Fact;

/** What happens in the operating theatre. */
public sealed interface ImplantFact extends Fact {

    record SurgeryPerformed(Surgery surgery) implements ImplantFact {}

    /** The record of the surgery was put right; the whole of it stands here as it is now known. */
    record SurgeryCorrected(Surgery surgery) implements ImplantFact {}
}
