package org.trabecula.app;

import java.util.Optional;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.conduct.Register;

/** The result tables of an installation, made from its journal up to a position. */
public final class Analyses {
    private Analyses() {}

    /** From everything that is recorded now. */
    public static Results newest(Installation installation) {
        return installation
                .desk()
                .view(register -> Results.of(
                        register, installation.protocol(), installation.desk().headAt(register.position())));
    }

    /** From what was recorded up to a position, by the protocol in force then; empty when the journal has no such position. */
    public static Optional<Results> asOf(Installation installation, long position) {
        if (position < 1 || position > installation.desk().view(Register::position)) {
            return Optional.empty();
        }
        Register register = installation.desk().asOf(position);
        return Optional.of(Results.of(
                register, installation.protocolAt(register), installation.desk().headAt(position)));
    }
}
