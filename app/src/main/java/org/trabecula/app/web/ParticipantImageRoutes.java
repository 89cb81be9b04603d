package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Place;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Role;

/** The images of a participant, for those who know whose they are. */
@Controller
final class ParticipantImageRoutes {
    private final Installation installation;
    private final ImageAnswers images;

    ParticipantImageRoutes(Installation installation, ImageAnswers images) {
        this.installation = installation;
        this.images = images;
    }

    /** Images and the form by which they are filed elsewhere. */
    record ParticipantImagesPage(
            Place place,
            ReadingCase reading,
            List<ParticipantId> participants,
            List<PlannedVisit> visits,
            boolean editable,
            CheckCard check,
            Typed typed,
            List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "participant-images.jte";
        }

        public String value(String field, String suggested) {
            return typed.ticked("key") ? typed.text(field) : suggested;
        }

        public String visit(Shell shell) {
            return new Phrases(shell.words(), shell.protocol()).visit(place.visit());
        }

        public String address() {
            return "/participants/" + place.participant() + "/images/" + reading.id();
        }

        public List<String> facts(Shell shell) {
            return TechnicalWords.of(reading, shell.words());
        }

        public String source() {
            return "/participants/" + place.participant() + "/images/" + reading.id() + "/list";
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/images/{handle}")
    View show(@PathVariable String id, @PathVariable String handle, Visitor visitor) {
        return page(id, handle, visitor, Typed.nothing(), List.of());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/images/{handle}/refile")
    View refile(
            @PathVariable String id,
            @PathVariable String handle,
            Typed typed,
            Visitor visitor,
            HttpServletRequest http) {
        Optional<Found> found = find(id, handle, visitor);
        if (found.isEmpty()) {
            return Problems.notFound();
        }
        Optional<Place> to = typed.text("visit").isEmpty()
                ? Optional.empty()
                : typed.read("participant", ParticipantId::new, "3DCOP-01-001")
                        .flatMap(participant -> typed.read("visit", Timepoint::of, "m3, m6")
                                .map(visit -> new Place(participant, visit)));
        if (!typed.sound()) {
            return View.refused(page(id, handle, visitor, typed, typed.objections()));
        }
        Intent intent = new Intent.RefileImages(
                found.get().place().participant(), found.get().reading().id(), to);
        Request request = Request.of(visitor.actor(intent, found.get().site()), intent)
                .because(typed.text("reason"))
                .once(typed.text("key"));
        return switch (installation.desk().submit(request)) {
            case Answer.Refused(var objections) -> View.refused(page(id, handle, visitor, typed, objections));
            case Answer.Recorded _ -> {
                Shells.notice(http, "refile.done");
                yield View.to(to.map(place -> "/participants/" + place.participant() + "/images/" + handle)
                        .orElse("/inbox/" + handle));
            }
        };
    }

    /** Somebody who comes back to the address of the form finds the page. */
    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/images/{handle}/refile")
    View back(@PathVariable String id, @PathVariable String handle, Visitor visitor) {
        return page(id, handle, visitor, Typed.nothing(), List.of());
    }

    private Page page(String id, String handle, Visitor visitor, Typed typed, List<Objection> objections) {
        List<ParticipantId> participants = installation
                .desk()
                .view(register -> Casebooks.seen(register, visitor).stream()
                        .filter(casebook -> casebook.membership().consent().isPresent())
                        .map(Casebook::id)
                        .toList());
        return find(id, handle, visitor)
                .<Page>map(found -> new ParticipantImagesPage(
                        found.place(),
                        found.reading(),
                        participants,
                        installation.protocol().visits(),
                        visitor.has(found.site(), Role.COORDINATOR, Role.INVESTIGATOR),
                        CheckCard.of(
                                found.reading(),
                                installation.protocol(),
                                visitor.has(found.site(), Role.COORDINATOR, Role.INVESTIGATOR)),
                        typed,
                        objections))
                .orElseGet(Problems::notFound);
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/images/{handle}/list")
    ResponseEntity<ViewerList> list(@PathVariable String id, @PathVariable String handle, Visitor visitor) {
        return images.list(reading(id, handle, visitor), "/participants/" + id + "/images/" + handle + "/list");
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/images/{handle}/list/{series}/{image}/{frame}")
    ResponseEntity<byte[]> frame(
            @PathVariable String id,
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        return images.frame(reading(id, handle, visitor), series, image, frame);
    }

    private Optional<ReadingCase> reading(String id, String handle, Visitor visitor) {
        return find(id, handle, visitor).map(Found::reading);
    }

    private Optional<Found> find(String id, String handle, Visitor visitor) {
        return ImagingStudyId.valid(handle)
                ? installation.desk().view(register -> find(register, id, new ImagingStudyId(handle), visitor))
                : Optional.empty();
    }

    /** Images, where they are filed, and at which site. */
    private record Found(Place place, ReadingCase reading, String site) {}

    private static Optional<Found> find(Register register, String id, ImagingStudyId handle, Visitor visitor) {
        return register.place(handle)
                .filter(place -> place.participant().value().equals(id))
                .flatMap(place -> register.casebook(place.participant())
                        .filter(casebook -> visitor.works(casebook.site()))
                        .flatMap(casebook -> register.readingRoom()
                                .find(handle)
                                .map(reading -> new Found(place, reading, casebook.site()))));
    }
}
