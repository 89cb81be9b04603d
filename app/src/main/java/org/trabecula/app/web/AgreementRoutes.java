package org.trabecula.app.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.analysis.Agreement;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;

/** How far the readers agree, and how blind they were. Never for readers: who knows how he reads, reads otherwise. */
@Controller
final class AgreementRoutes {
    private final Installation installation;
    private Optional<Agreement> newest = Optional.empty();

    AgreementRoutes(Installation installation) {
        this.installation = installation;
    }

    record AgreementPage(Agreement agreement, Protocol protocol) implements Page {
        @Override
        public String template() {
            return "agreement.jte";
        }

        public AgreementTable table(Shell shell) {
            return new AgreementTable(agreement, protocol, shell.words());
        }

        public List<Agreement.Between> betweens() {
            return List.of(Agreement.Between.values());
        }
    }

    @Allowed({Role.STATISTICIAN, Role.DATA_MANAGER})
    @GetMapping("/agreement")
    View show() {
        return new AgreementPage(agreement(), installation.protocol());
    }

    @Allowed({Role.STATISTICIAN, Role.DATA_MANAGER})
    @GetMapping("/agreement.csv")
    ResponseEntity<byte[]> csv() {
        Agreement agreement = agreement();
        String table = new AgreementTable(agreement, installation.protocol(), Words.in(Words.ENGLISH)).csv();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"agreement-"
                                + agreement.cut().head().position() + ".csv\"")
                .body(table.getBytes(StandardCharsets.UTF_8));
    }

    /** What a position says never changes, so the last is kept. */
    private synchronized Agreement agreement() {
        long position = installation.desk().view(Register::position);
        Agreement agreement = newest.filter(known -> known.cut().head().position() == position)
                .orElseGet(() -> installation
                        .desk()
                        .view(register -> Agreement.of(
                                register,
                                installation.protocol(),
                                installation.desk().headAt(register.position()))));
        newest = Optional.of(agreement);
        return agreement;
    }
}
