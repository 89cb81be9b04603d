package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.implant.ImplantFact;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.site.Role;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** Recording the surgery: segments, every screw, every cage. */
@Controller
final class SurgeryRoutes {
    private final Installation installation;

    SurgeryRoutes(Installation installation) {
        this.installation = installation;
    }

    record SurgeryPage(
            ParticipantId id,
            SurgerySheet sheet,
            boolean recorded,
            boolean editable,
            String reason,
            List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "surgery.jte";
        }

        public List<Segment> segments() {
            return SurgerySheet.segments();
        }

        public List<ScrewSite> sites() {
            return SurgerySheet.sites();
        }

        public List<CageMaterial> materials() {
            return List.of(CageMaterial.values());
        }

        /** Whether a level takes part in the construct as it stands on the sheet. */
        public boolean fused(Level level) {
            return sheet.touches(level);
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/surgery")
    View show(@PathVariable String id, Visitor visitor) {
        return find(id, visitor)
                .<View>map(casebook -> page(
                        casebook,
                        visitor,
                        casebook.surgery().map(SurgerySheet::of).orElseGet(() -> SurgerySheet.planned(casebook)),
                        "",
                        List.of()))
                .orElse(View.refused(Problems.notFound()));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/surgery")
    View save(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest request) {
        Optional<Casebook> casebook = find(id, visitor);
        if (casebook.isEmpty()) {
            return View.refused(Problems.notFound());
        }
        SurgerySheet sheet = new SurgerySheet(typed::texts);
        Optional<Surgery> surgery = sheet.read(typed);
        String reason = typed.text("reason");
        if (surgery.isEmpty()) {
            return View.refused(page(casebook.get(), visitor, sheet, reason, typed.objections()));
        }
        Intent intent = new Intent.RecordSurgery(casebook.get().id(), surgery.get());
        return switch (installation
                .desk()
                .submit(Request.of(visitor.actor(intent, casebook.get().site()), intent)
                        .because(reason)
                        .once(typed.text("key")))) {
            case Answer.Recorded(var entries) -> {
                if (entries.stream().anyMatch(entry -> entry.fact() instanceof ImplantFact.SurgeryCorrected)) {
                    Shells.notice(request, "surgery.corrected", reason);
                } else {
                    Shells.notice(request, "surgery.saved");
                }
                yield View.to("/participants/" + id);
            }
            case Answer.Refused(var objections) ->
                View.refused(page(casebook.get(), visitor, sheet, reason, objections));
        };
    }

    private static Page page(
            Casebook casebook, Visitor visitor, SurgerySheet sheet, String reason, List<Objection> objections) {
        return new SurgeryPage(
                casebook.id(),
                sheet,
                casebook.surgery().isPresent(),
                visitor.has(Role.COORDINATOR, Role.INVESTIGATOR),
                reason,
                objections);
    }

    private Optional<Casebook> find(String id, Visitor visitor) {
        return installation.desk().view(register -> Casebooks.find(register, id, visitor));
    }
}
