package org.trabecula.app.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;

/** What the study found, at the newest journal position or at an earlier one. */
@Controller
final class ResultsRoutes {
    private final Installation installation;
    private final DataCuts cuts;

    ResultsRoutes(Installation installation, DataCuts cuts) {
        this.installation = installation;
        this.cuts = cuts;
    }

    /**
     * @param asOf the position that was asked for, as typed; empty for the newest
     * @param newest the journal's newest position
     */
    record ResultsPage(Results results, Protocol protocol, String asOf, long newest, boolean refused) implements Page {
        @Override
        public String template() {
            return "results.jte";
        }

        public ResultTable table(Shell shell) {
            return new ResultTable(results, protocol, shell.words());
        }

        public List<StudyCharts.Figure> charts(Shell shell) {
            return new StudyCharts(shell.words()).rates(results, protocol);
        }

        public boolean earlier() {
            return results.cut().head().position() < newest;
        }
    }

    @Allowed({
        Role.COORDINATOR,
        Role.INVESTIGATOR,
        Role.DATA_MANAGER,
        Role.MONITOR,
        Role.STATISTICIAN,
        Role.ADMINISTRATOR
    })
    @GetMapping("/results")
    View show(Typed typed) {
        String asOf = typed.text("as-of");
        Optional<Results> found = cuts.at(asOf);
        Results results = found.orElseGet(cuts::newest);
        long newest = installation.desk().view(Register::position);
        ResultsPage page = new ResultsPage(results, installation.protocol(), asOf, newest, found.isEmpty());
        return found.isEmpty() ? View.refused(page) : page;
    }
}
