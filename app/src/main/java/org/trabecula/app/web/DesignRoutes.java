package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.comparability.Candidates;
import org.trabecula.study.comparability.Comparability;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Role;

/** The analysis plan, and the propensity model that the statistician signs before seeing an outcome. */
@Controller
final class DesignRoutes {
    private final Installation installation;
    private final Signing signing;

    DesignRoutes(Installation installation, Signing signing) {
        this.installation = installation;
        this.signing = signing;
    }

    /** The protocol has no analysis plan. */
    record NoPlanPage() implements Page {
        @Override
        public String template() {
            return "design-none.jte";
        }
    }

    /** Everybody who could have received either cage, as known when the wound was closed. */
    record CandidatesPage(Candidates candidates, AnalysisPlan plan, Protocol protocol) implements Page {
        @Override
        public String template() {
            return "design-candidates.jte";
        }

        public DesignTable table(Shell shell) {
            return new DesignTable(protocol, plan, shell.words());
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
    @GetMapping("/design")
    View show() {
        return page(List.of());
    }

    @BeforeOutcomes
    @Allowed({Role.STATISTICIAN, Role.DATA_MANAGER})
    @GetMapping("/design/participants")
    View participants() {
        Protocol protocol = installation.protocol();
        return protocol.analysis()
                .<View>map(plan -> new CandidatesPage(
                        installation.desk().view(register -> Candidates.of(register, protocol, plan)), plan, protocol))
                .orElseGet(NoPlanPage::new);
    }

    @BeforeOutcomes
    @Allowed(Role.STATISTICIAN)
    @PostMapping("/design/terms")
    View change(Typed typed, Visitor visitor, HttpServletRequest request) {
        Intent intent = new Intent.ChangeDesign(typed.text("plan"), typed.texts("term"));
        return answer(
                Request.of(visitor.actor(intent), intent)
                        .because(typed.text("reason"))
                        .once(typed.text("key")),
                "design.changed",
                request);
    }

    @BeforeOutcomes
    @Allowed(Role.STATISTICIAN)
    @PostMapping("/design/sign")
    View sign(Typed typed, Visitor visitor, HttpServletRequest request) {
        String position = typed.text("position");
        List<String> terms = List.of(typed.text("terms").split(",", -1));
        if (!position.matches("\\d{1,18}") || !fitted(typed.text("plan"), terms, Long.parseLong(position), typed)) {
            typed.object(Objection.to("", Rule.DESIGN_OUTDATED));
        }
        Signature signature = signing.sign(
                typed, visitor, installation.desk().view(register -> DesignPage.meaning(register.milestones())));
        if (!typed.sound()) {
            return View.refused(page(typed.objections()));
        }
        Intent intent = new Intent.SignDesign(
                typed.text("plan"), terms, typed.text("design"), Long.parseLong(position), signature);
        return answer(
                Request.of(visitor.actor(intent), intent).once(typed.text("key")), "design.signed.notice", request);
    }

    /** Whether the model of these terms, fitted anew to the data as they were at the position, is the one on the screen. */
    private boolean fitted(String fingerprint, List<String> terms, long position, Typed typed) {
        Protocol protocol = installation.protocol();
        if (position > installation.desk().view(Register::position)) {
            return false;
        }
        return protocol.analysis()
                .filter(plan -> plan.fingerprint().equals(fingerprint))
                .filter(plan -> Comparability.of(installation.desk().asOf(position), protocol, plan, terms)
                                instanceof Comparability.Fitted(var design)
                        && design.fingerprint(plan, terms, position).toString().equals(typed.text("design")))
                .isPresent();
    }

    private View answer(Request asked, String notice, HttpServletRequest request) {
        return switch (installation.desk().submit(asked)) {
            case Answer.Recorded _ -> {
                Shells.notice(request, notice);
                yield View.to("/design");
            }
            case Answer.Refused(var objections) -> View.refused(page(objections));
        };
    }

    private Page page(List<Objection> objections) {
        Protocol protocol = installation.protocol();
        Optional<AnalysisPlan> plan = protocol.analysis();
        return plan.<Page>map(one -> installation.desk().view(register -> page(register, one, objections)))
                .orElseGet(NoPlanPage::new);
    }

    private DesignPage page(Register register, AnalysisPlan plan, List<Objection> objections) {
        List<String> terms = register.milestones().terms(plan);
        return new DesignPage(
                installation.protocol(),
                plan,
                Comparability.of(register, installation.protocol(), plan, terms),
                terms,
                register.milestones(),
                register.position(),
                objections);
    }
}
