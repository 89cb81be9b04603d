package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.app.images.Quarantine;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Role;

/** All images of a study on one sheet: release those that were seen, answer which of two counts, and the charter's image check. */
@Controller
final class QuarantineStudyRoutes {
    /** Pictures this large or as large as the image show the letters that a device writes. */
    static final int LEGIBLE = 1600;

    private final Installation installation;
    private final SiteImages images;

    QuarantineStudyRoutes(Installation installation, SiteImages images) {
        this.installation = installation;
        this.images = images;
    }

    record QuarantineStudyPage(SiteImages.Study study, CheckCard check, List<Objection> objections) implements Page {
        @Override
        public String template() {
            return "quarantine-study.jte";
        }

        public String address() {
            return "/quarantine/" + study.reading().id();
        }

        /** The file of an image as it is now; empty when it was set aside. */
        public Optional<String> file(ReceivedInstance image) {
            return study.reading().images().present(image.uid());
        }

        public boolean waits(ReceivedInstance image) {
            return study.reading().images().waits(image);
        }

        public String standing(ReceivedInstance image) {
            if (waits(image)) {
                return "waits";
            }
            return switch (Optional.ofNullable(
                            study.reading().images().decided().get(image.uid()))
                    .orElseGet(Images.Decided.Released::new)) {
                case Images.Decided.Released _ -> "released";
                case Images.Decided.Blanked _ -> "blanked";
                case Images.Decided.SetAside _ -> "aside";
            };
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @GetMapping("/quarantine/{handle}")
    View show(@PathVariable String handle, Visitor visitor) {
        return page(handle, visitor, List.of());
    }

    /** Releases the ticked images, each of which was shown. */
    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/quarantine/{handle}/release")
    View release(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        Optional<SiteImages.Study> study = images.find(handle, visitor);
        if (study.isEmpty()) {
            return Problems.notFound();
        }
        Images all = study.get().reading().images();
        SeenImages seen = SeenImages.by(request);
        long unseen = typed.texts("image").stream()
                .filter(uid ->
                        all.present(uid).filter(file -> !seen(file, seen)).isPresent())
                .count();
        return unseen > 0
                ? View.refused(page(handle, visitor, List.of(Objection.to("", Rule.IMAGES_UNSEEN, unseen))))
                : submit(handle, id -> new Intent.ReleaseImages(id, typed.texts("image")), typed, visitor, request);
    }

    private boolean seen(String sha256, SeenImages seen) {
        Quarantine quarantine = installation.images().quarantine(installation.desk());
        return seen.whole(sha256, quarantine.look(sha256).frames());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/quarantine/{handle}/twice")
    View settle(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        boolean newcomer = typed.text("keep").equals("newcomer");
        return submit(
                handle,
                id -> new Intent.SettleOtherPixels(id, typed.text("uid"), typed.text("sha256"), newcomer),
                typed,
                visitor,
                request);
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/quarantine/{handle}/coverage")
    View coverage(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        return submit(handle, Intent.ConfirmCoverage::new, typed, visitor, request);
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/quarantine/{handle}/accept")
    View accept(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        return submit(handle, Intent.AcceptImagesAnyway::new, typed, visitor, request);
    }

    private View submit(
            String handle,
            Function<ImagingStudyId, Intent> intent,
            Typed typed,
            Visitor visitor,
            HttpServletRequest request) {
        Optional<SiteImages.Study> study = images.find(handle, visitor);
        if (study.isEmpty()) {
            return Problems.notFound();
        }
        ImagingStudyId id = study.get().reading().id();
        Intent wanted = intent.apply(id);
        Request asked = Request.of(visitor.actor(wanted, study.get().site()), wanted)
                .because(typed.text("reason"))
                .once(typed.text("key"));
        if (installation.images().quarantine(installation.desk()).decide(id, asked)
                instanceof Answer.Refused(var objections)) {
            return View.refused(page(handle, visitor, objections));
        }
        Shells.notice(request, "quarantine.recorded");
        return View.to("/quarantine/" + handle);
    }

    private Page page(String handle, Visitor visitor, List<Objection> objections) {
        return images.find(handle, visitor)
                .<Page>map(study -> new QuarantineStudyPage(
                        study, CheckCard.of(study.reading(), installation.protocol(), true), objections))
                .orElseGet(Problems::notFound);
    }
}
