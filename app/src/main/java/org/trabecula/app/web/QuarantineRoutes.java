package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.trabecula.app.Installation;
import org.trabecula.app.images.Quarantine;
import org.trabecula.app.images.Rendering;
import org.trabecula.dicom.pixel.Window;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Hold;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.PixelBox;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Role;

/** Images whose pixels may tell whose they are, one after the other, and what is decided about each. */
@Controller
final class QuarantineRoutes {
    private static final String RELEASE = "release";
    private static final String BLANK = "blank";
    private final Installation installation;
    private final SiteImages images;

    QuarantineRoutes(Installation installation, SiteImages images) {
        this.installation = installation;
        this.images = images;
    }

    record QuarantinePage(List<SiteImages.Study> studies) implements Page {
        @Override
        public String template() {
            return "quarantine.jte";
        }
    }

    /** @param left how many images wait in this study, this one included */
    record QuarantineImagePage(
            SiteImages.Study study,
            ReceivedInstance image,
            String sha256,
            Quarantine.Look look,
            CheckCard check,
            int left,
            Typed typed,
            List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "quarantine-image.jte";
        }

        public String address() {
            return "/quarantine/" + study.reading().id() + "/images/" + image.uid();
        }

        public String picture() {
            return "/quarantine/" + study.reading().id() + "/pictures/" + sha256 + "/";
        }

        public boolean waits() {
            return study.reading().images().waits(image);
        }

        public Hold hold() {
            return image.hold().orElse(Hold.PROJECTION);
        }

        /** Whether a proposed box is ticked: all are at first. */
        public boolean ticked(PixelBox box) {
            return !typed.ticked("key") || typed.texts("box").contains(box.toString());
        }

        public String value(String field) {
            return typed.text(field);
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @GetMapping("/quarantine")
    View list(Visitor visitor) {
        return new QuarantinePage(images.undecided(visitor));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @GetMapping("/quarantine/{handle}/images/{uid}")
    View show(@PathVariable String handle, @PathVariable String uid, Visitor visitor) {
        return page(handle, uid, visitor, Typed.nothing(), List.of());
    }

    /** The picture of a file; being shown it counts as having seen it. */
    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @GetMapping("/quarantine/{handle}/pictures/{sha256}/{frame}")
    ResponseEntity<byte[]> picture(
            @PathVariable String handle,
            @PathVariable String sha256,
            @PathVariable int frame,
            @RequestParam(name = "most", defaultValue = "0") int most,
            @RequestParam(name = "whole", defaultValue = "false") boolean whole,
            Visitor visitor,
            HttpServletRequest request) {
        if (images.find(handle, visitor).filter(study -> study.has(sha256)).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Rendering how = most >= 64 && most <= 4096 ? Rendering.png().within(most, most) : Rendering.png();
        Optional<Window> window = whole ? installation.images().fullWindow(sha256, frame) : Optional.empty();
        return installation
                .images()
                .rendered(sha256, frame, window.map(how::through).orElse(how))
                .map(png -> {
                    if (most == 0 || most >= QuarantineStudyRoutes.LEGIBLE) {
                        SeenImages.by(request).add(sha256, frame);
                    }
                    return ResponseEntity.ok()
                            .cacheControl(
                                    CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                            .contentType(MediaType.IMAGE_PNG)
                            .body(png);
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/quarantine/{handle}/images/{uid}")
    View decide(
            @PathVariable String handle,
            @PathVariable String uid,
            Typed typed,
            Visitor visitor,
            HttpServletRequest request) {
        if (!(page(handle, uid, visitor, typed, List.of()) instanceof QuarantineImagePage page)) {
            return Problems.notFound();
        }
        if (!SeenImages.by(request).whole(page.sha256(), page.look().frames())) {
            typed.object(Objection.to("", Rule.IMAGES_UNSEEN, 1));
        }
        List<PixelBox> boxes = typed.text("action").equals(BLANK) ? boxes(typed, page.look()) : List.of();
        if (!typed.sound()) {
            return View.refused(page(handle, uid, visitor, typed, typed.objections()));
        }
        if (answer(page, typed, boxes, visitor) instanceof Answer.Refused(var objections)) {
            return View.refused(page(handle, uid, visitor, typed, objections));
        }
        Shells.notice(request, "quarantine.done." + typed.text("action"));
        return View.to(next(page.study(), visitor));
    }

    private Answer answer(QuarantineImagePage page, Typed typed, List<PixelBox> boxes, Visitor visitor) {
        ImagingStudyId id = page.study().reading().id();
        String uid = page.image().uid();
        String site = page.study().site();
        Quarantine quarantine = installation.images().quarantine(installation.desk());
        Intent intent = switch (typed.text("action")) {
            case RELEASE -> new Intent.ReleaseImages(id, List.of(uid));
            case BLANK -> new Intent.BlankImage(id, uid, page.sha256(), boxes);
            case String _ -> new Intent.SetImagesAside(id, List.of(uid));
        };
        Actor actor = visitor.actor(intent, site);
        Request asked = Request.of(actor, intent).because(typed.text("reason")).once(typed.text("key"));
        Answer answer = intent instanceof Intent.BlankImage
                ? quarantine.blank(id, uid, boxes, asked)
                : quarantine.decide(id, asked);
        if (answer instanceof Answer.Recorded && typed.ticked("coverage")) {
            installation.desk().submit(Request.of(actor, new Intent.ConfirmCoverage(id)));
        }
        return answer;
    }

    /** The next image that waits: of this study first. */
    private String next(SiteImages.Study study, Visitor visitor) {
        String handle = study.reading().id().value();
        return images.find(handle, visitor)
                .filter(one -> !one.reading().images().waiting().isEmpty())
                .or(() -> images.undecided(visitor).stream()
                        .filter(one -> !one.reading().images().waiting().isEmpty())
                        .findFirst())
                .map(QuarantineRoutes::first)
                .orElse("/quarantine/" + handle);
    }

    static String first(SiteImages.Study study) {
        return "/quarantine/" + study.reading().id() + "/images/"
                + study.all().getFirst().uid();
    }

    /** The ticked boxes and those that were typed or drawn, one to a line. */
    private static List<PixelBox> boxes(Typed typed, Quarantine.Look look) {
        return typed.texts("box").stream()
                .flatMap(text -> text.lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .flatMap(line -> box(line, look, typed).stream())
                .distinct()
                .toList();
    }

    private static Optional<PixelBox> box(String line, Quarantine.Look look, Typed typed) {
        try {
            PixelBox box = PixelBox.of(line);
            if (look.holds(box)) {
                return Optional.of(box);
            }
        } catch (IllegalArgumentException e) {
            // Said below, with the other kind of wrong box.
            typed.object(Objection.to("box", Rule.NOT_A_BOX, line));
            return Optional.empty();
        }
        typed.object(Objection.to("box", Rule.NOT_A_BOX, line));
        return Optional.empty();
    }

    private Page page(String handle, String uid, Visitor visitor, Typed typed, List<Objection> objections) {
        return images.find(handle, visitor)
                .<Page>flatMap(study -> study.reading()
                        .images()
                        .find(uid)
                        .flatMap(image -> study.reading()
                                .images()
                                .present(uid)
                                .map(sha256 -> new QuarantineImagePage(
                                        study,
                                        image,
                                        sha256,
                                        installation
                                                .images()
                                                .quarantine(installation.desk())
                                                .look(sha256),
                                        CheckCard.of(study.reading(), installation.protocol(), true),
                                        study.reading().images().waiting().size(),
                                        typed,
                                        objections))))
                .orElseGet(Problems::notFound);
    }
}
