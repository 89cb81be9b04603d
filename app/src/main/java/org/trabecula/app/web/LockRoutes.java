package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.app.Program;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.conduct.Unfinished;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.milestone.DataCut;
import org.trabecula.study.milestone.LockState;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Role;

/** Locking the data and unlocking them. Closed to the statistician until the design is signed: what is open tells of reads. */
@Controller
final class LockRoutes {
    private final Installation installation;
    private final Signing signing;

    LockRoutes(Installation installation, Signing signing) {
        this.installation = installation;
        this.signing = signing;
    }

    @Allowed({Role.DATA_MANAGER, Role.STATISTICIAN, Role.INVESTIGATOR, Role.MONITOR})
    @GetMapping("/lock")
    View show() {
        return page(List.of());
    }

    @Allowed(Role.DATA_MANAGER)
    @PostMapping("/lock/propose")
    View propose(Typed typed, Visitor visitor, HttpServletRequest request) {
        long position = position(typed, "position");
        return signed(
                typed, visitor, request, "lock.propose", signature -> new Intent.ProposeLock(cut(position), signature));
    }

    @Allowed({Role.STATISTICIAN, Role.INVESTIGATOR})
    @PostMapping("/lock/agree")
    View agree(Typed typed, Visitor visitor, HttpServletRequest request) {
        long proposal = position(typed, "proposal");
        return signed(typed, visitor, request, "lock.agree", signature -> new Intent.Lock(proposal, signature));
    }

    @Allowed(Role.DATA_MANAGER)
    @PostMapping("/lock/unlock")
    View unlock(Typed typed, Visitor visitor, HttpServletRequest request) {
        return signed(typed, visitor, request, "lock.unlock", Intent.ProposeUnlock::new);
    }

    @Allowed({Role.STATISTICIAN, Role.INVESTIGATOR})
    @PostMapping("/lock/unlock/agree")
    View agreeUnlock(Typed typed, Visitor visitor, HttpServletRequest request) {
        long proposal = position(typed, "proposal");
        return signed(
                typed, visitor, request, "lock.unlock.agree", signature -> new Intent.Unlock(proposal, signature));
    }

    private long position(Typed typed, String field) {
        String text = typed.text(field);
        long position = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
        if (position < 1 || position > installation.desk().view(Register::position)) {
            typed.object(Objection.to("", Rule.NOTHING_PROPOSED));
        }
        return position;
    }

    private View signed(
            Typed typed, Visitor visitor, HttpServletRequest request, String step, Function<Signature, Intent> intent) {
        Signature signature = signing.sign(typed, visitor, step + ".meaning");
        if (!typed.sound()) {
            return View.refused(page(typed.objections()));
        }
        Intent meant = intent.apply(signature);
        Request asked = Request.of(visitor.actor(meant), meant)
                .because(typed.text("reason"))
                .once(typed.text("key"));
        return switch (installation.desk().submit(asked)) {
            case Answer.Recorded _ -> {
                Shells.notice(request, step + ".done");
                yield View.to("/lock");
            }
            case Answer.Refused(var objections) -> View.refused(page(objections));
        };
    }

    private DataCut cut(long position) {
        String head = installation.desk().headAt(position).hash().toString();
        return DataCut.at(position, head, installation.protocol(), Program.VERSION);
    }

    private LockPage page(List<Objection> objections) {
        Today today = Today.of(installation);
        return installation
                .desk()
                .view(register -> new LockPage(
                        installation.protocol(),
                        register.milestones(),
                        cut(register.position()),
                        register.milestones().lock() instanceof LockState.Proposed(var _, var cut)
                                && register.dataPosition() > cut.position(),
                        Unfinished.of(register, installation.protocol(), today::at),
                        objections));
    }
}
