package org.trabecula.app;

import org.trabecula.study.conduct.Register;
import org.trabecula.study.protocol.Protocol;

/**
 * Keeps outcomes closed at the shell until the design of the comparison is signed, as the pages keep them from the statistician.
 * Where nobody is operated on in the study itself, whose outcomes were all taken over from another record, they were known
 * before and there is no design to sign.
 */
public final class Seal {
    /** What is missing, who signs, and where. */
    public static final String SENTENCE =
            "the design of the comparison, as it stands, is not signed. A statistician signs it on"
                    + " the page Design (/design) of trabecula serve; outcomes open then.";

    private Seal() {}

    /** Whether outcomes may be told of, as the study now stands. */
    public static boolean open(Register now, Protocol protocol) {
        return now.milestones().outcomesOpen(protocol.analysis())
                || now.casebooks().stream().noneMatch(one -> one.surgery().isPresent());
    }

    /**
     * Lets pass who asks for outcomes that are open.
     *
     * @throws Refusal while they are closed
     */
    public static void refuseOutcomes(Installation installation) {
        if (!installation.desk().view(now -> open(now, installation.protocol()))) {
            throw new Refusal("The result tables are closed: " + SENTENCE
                    + " What was known before outcomes is written by: trabecula report");
        }
    }
}
