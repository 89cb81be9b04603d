package org.trabecula.app.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Series;
import org.trabecula.study.site.Role;

/** What would be if: the mechanism and the plan tried on virtual participants. Nothing here is about the study's own. */
@Controller
final class WhatIfRoutes {
    private static final int SERIES = 30_000;

    private final WhatIfRuns runs;
    private Optional<List<PublishedLine>> published = Optional.empty();

    WhatIfRoutes(WhatIfRuns runs) {
        this.runs = runs;
    }

    record WhatIfPage(WhatIf whatIf, WhatIfLife life, WhatIfPower power) implements Page {
        @Override
        public String template() {
            return "what-if.jte";
        }

        public List<StudyCharts.Figure> charts(Shell shell) {
            return life.figures(shell.words());
        }

        public boolean refused() {
            return !whatIf.sound();
        }
    }

    /** How far the run has come, or what it found; stands in the page and is asked for again while it runs. */
    record PowerPage(WhatIfPower power) implements Page {
        @Override
        public String template() {
            return "what-if-power.jte";
        }
    }

    record PublishedPage(List<PublishedLine> lines, int participants) implements Page {
        @Override
        public String template() {
            return "published.jte";
        }
    }

    @BeforeOutcomes
    @Allowed({
        Role.COORDINATOR,
        Role.INVESTIGATOR,
        Role.DATA_MANAGER,
        Role.MONITOR,
        Role.STATISTICIAN,
        Role.ADMINISTRATOR
    })
    @GetMapping("/what-if")
    View show(Typed typed) {
        WhatIf whatIf = WhatIf.of(typed);
        WhatIfPage page =
                new WhatIfPage(whatIf, WhatIfLife.of(whatIf.scenario().given(), whatIf.number()), power(whatIf));
        return whatIf.sound() ? page : View.refused(page);
    }

    @BeforeOutcomes
    @Allowed({
        Role.COORDINATOR,
        Role.INVESTIGATOR,
        Role.DATA_MANAGER,
        Role.MONITOR,
        Role.STATISTICIAN,
        Role.ADMINISTRATOR
    })
    @PostMapping("/what-if")
    View begin(Typed typed) {
        WhatIf whatIf = WhatIf.of(typed);
        if (whatIf.sound()) {
            runs.begin(whatIf.scenario());
        }
        return View.to("/what-if" + (whatIf.query().isEmpty() ? "" : "?" + whatIf.query()));
    }

    @BeforeOutcomes
    @Allowed({
        Role.COORDINATOR,
        Role.INVESTIGATOR,
        Role.DATA_MANAGER,
        Role.MONITOR,
        Role.STATISTICIAN,
        Role.ADMINISTRATOR
    })
    @GetMapping("/what-if/power")
    View power(Typed typed) {
        return new PowerPage(power(WhatIf.of(typed)));
    }

    private WhatIfPower power(WhatIf whatIf) {
        return new WhatIfPower(whatIf, runs.of(whatIf.scenario()), runs.alpha());
    }

    @BeforeOutcomes
    @Allowed({
        Role.COORDINATOR,
        Role.INVESTIGATOR,
        Role.DATA_MANAGER,
        Role.MONITOR,
        Role.STATISTICIAN,
        Role.ADMINISTRATOR
    })
    @GetMapping("/what-if/published")
    View published() {
        return new PublishedPage(lines(), SERIES);
    }

    /** What the reference model says never changes, so it is computed once. */
    private synchronized List<PublishedLine> lines() {
        List<PublishedLine> lines =
                published.orElseGet(() -> PublishedLine.all(Series.of(Assumptions.reference(), SERIES, 1)));
        published = Optional.of(lines);
        return lines;
    }
}
