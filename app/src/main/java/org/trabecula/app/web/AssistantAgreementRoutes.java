package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.analysis.AssistantAgreement;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;

/** How far readers and assistants agree. Never for readers, as all agreement. */
@Controller
final class AssistantAgreementRoutes {
    private final Installation installation;
    private final ScrewMeasuring screws;
    private Optional<AssistantAgreement> newest = Optional.empty();

    AssistantAgreementRoutes(Installation installation, ScrewMeasuring screws) {
        this.installation = installation;
        this.screws = screws;
    }

    record AssistantAgreementPage(AssistantAgreement agreement, Protocol protocol) implements Page {
        @Override
        public String template() {
            return "assistant-agreement.jte";
        }

        public AssistantAgreementTable table(Shell shell) {
            return new AssistantAgreementTable(agreement, protocol, shell.words());
        }
    }

    @Allowed({Role.STATISTICIAN, Role.DATA_MANAGER})
    @GetMapping("/agreement/assistants")
    View show() {
        return new AssistantAgreementPage(agreement(), installation.protocol());
    }

    /** Lets the CTs be measured whose reads were signed before the program did so by itself. */
    @Allowed(Role.DATA_MANAGER)
    @PostMapping("/agreement/assistants")
    View measure(HttpServletRequest request) {
        List<ReadingCase> left = installation.desk().view(AssistantAgreement::unmeasured);
        left.forEach(screws::begin);
        Shells.notice(request, "assistants.begun", String.valueOf(left.size()));
        return View.to("/agreement/assistants");
    }

    @Allowed({Role.STATISTICIAN, Role.DATA_MANAGER})
    @GetMapping("/agreement/assistants.csv")
    ResponseEntity<byte[]> csv() {
        AssistantAgreement agreement = agreement();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"assistants-"
                                + agreement.cut().head().position() + ".csv\"")
                .body(AssistantAgreementTable.csv(agreement).getBytes(StandardCharsets.UTF_8));
    }

    /** What a position says never changes, so the last is kept. */
    private synchronized AssistantAgreement agreement() {
        long position = installation.desk().view(Register::position);
        AssistantAgreement agreement = newest.filter(known -> known.cut().head().position() == position)
                .orElseGet(() -> installation
                        .desk()
                        .view(register -> AssistantAgreement.of(
                                register,
                                installation.protocol(),
                                installation.desk().headAt(register.position()))));
        newest = Optional.of(agreement);
        return agreement;
    }
}
