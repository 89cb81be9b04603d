package org.trabecula.app.web;

import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.study.site.Role;

/** Whether a visitor may see outcomes: the statistician only after the design of the comparison is signed. */
@Component
final class Outcomes {
    private final Installation installation;

    Outcomes(Installation installation) {
        this.installation = installation;
    }

    /** Every other role that the visitor has besides makes no difference. */
    boolean hiddenFrom(Visitor visitor) {
        return visitor.has(Role.STATISTICIAN)
                && !installation
                        .desk()
                        .view(register -> register.milestones()
                                .outcomesOpen(installation.protocol().analysis()));
    }
}
