package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.site.Role;

/** The key with which a person's programs sign in: image viewers, and archives that send images. */
@Controller
final class ProgramKeyRoutes {
    private static final Duration LIVES = Duration.ofDays(180);
    private final Installation installation;

    ProgramKeyRoutes(Installation installation) {
        this.installation = installation;
    }

    /**
     * The page.
     *
     * @param key a fresh one, shown once; empty otherwise
     * @param until the last day of the key that works now; empty when there is none
     */
    record ProgramKeyPage(String user, String key, long days, Optional<LocalDate> until) implements Page {
        @Override
        public String template() {
            return "program-key.jte";
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/program-key")
    View show(Visitor visitor) {
        return page(visitor, "");
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @PostMapping("/program-key")
    View make(Visitor visitor) {
        return page(visitor, installation.credentials().newKey(visitor.user(), LIVES));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @PostMapping("/program-key/revoke")
    View revoke(Visitor visitor, HttpServletRequest request) {
        installation.credentials().revokeKey(visitor.user());
        Shells.notice(request, "key.revoked");
        return View.to("/program-key");
    }

    private Page page(Visitor visitor, String key) {
        Optional<LocalDate> until = installation
                .credentials()
                .keyUntil(visitor.user())
                .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate());
        return new ProgramKeyPage(visitor.user(), key, LIVES.toDays(), until);
    }
}
