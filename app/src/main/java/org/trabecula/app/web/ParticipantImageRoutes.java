package org.trabecula.app.web;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Place;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
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

    record ParticipantImagesPage(Place place, ReadingCase reading) implements Page {
        @Override
        public String template() {
            return "participant-images.jte";
        }

        public String source() {
            return "/participants/" + place.participant() + "/images/" + reading.id() + "/list";
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/images/{handle}")
    View show(@PathVariable String id, @PathVariable String handle, Visitor visitor) {
        return find(id, handle, visitor).<View>map(found -> found).orElseGet(Problems::notFound);
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
        return find(id, handle, visitor).map(ParticipantImagesPage::reading);
    }

    private Optional<ParticipantImagesPage> find(String id, String handle, Visitor visitor) {
        return ImagingStudyId.valid(handle)
                ? installation.desk().view(register -> find(register, id, new ImagingStudyId(handle), visitor))
                : Optional.empty();
    }

    private static Optional<ParticipantImagesPage> find(
            Register register, String id, ImagingStudyId handle, Visitor visitor) {
        return register.place(handle)
                .filter(place -> place.participant().value().equals(id))
                .filter(place -> register.casebook(place.participant())
                        .filter(casebook -> visitor.works(casebook.site()))
                        .isPresent())
                .flatMap(place ->
                        register.readingRoom().find(handle).map(reading -> new ParticipantImagesPage(place, reading)));
    }
}
