package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.app.images.Rendering;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Role;

/** Images that came without a visit, and their match to one. */
@Controller
final class InboxRoutes {
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private final Installation installation;
    private final ImageAnswers images;

    InboxRoutes(Installation installation, ImageAnswers images) {
        this.installation = installation;
        this.images = images;
    }

    static String minute(Entry entry) {
        return TO_THE_MINUTE.format(entry.at());
    }

    /** @param entry with which the first of its images arrived */
    record Waiting(ReadingCase reading, Entry entry) {
        String received() {
            return minute(entry);
        }

        /** A picture of the middle of the first series that may be seen. */
        Optional<String> thumbnail() {
            return reading.series().stream()
                    .findFirst()
                    .map(series -> series.instances()
                            .get(series.instances().size() / 2)
                            .sha256());
        }

        /** How the series were made, each way once. */
        public List<String> facts(Shell shell) {
            return TechnicalWords.of(reading, shell.words());
        }

        String sender() {
            return entry.actor().user();
        }
    }

    record InboxPage(List<Waiting> waiting) implements Page {
        @Override
        public String template() {
            return "inbox.jte";
        }
    }

    record InboxCasePage(
            Waiting waiting,
            List<ParticipantId> participants,
            List<PlannedVisit> visits,
            CheckCard check,
            Typed typed,
            List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "inbox-case.jte";
        }

        public String value(String field) {
            return typed.text(field);
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER})
    @GetMapping("/inbox")
    View list(Visitor visitor) {
        List<ReadingCase> unplaced = installation
                .desk()
                .view(register -> register.readingRoom()
                        .all()
                        .filter(one -> register.place(one.id()).isEmpty())
                        .toList());
        return new InboxPage(unplaced.stream()
                .map(this::waiting)
                .filter(one -> mayLook(one, visitor))
                .sorted(Comparator.comparingLong((Waiting one) -> one.entry().position())
                        .reversed())
                .toList());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER})
    @GetMapping("/inbox/{handle}")
    View show(@PathVariable String handle, Visitor visitor) {
        return page(handle, visitor, Typed.nothing(), List.of());
    }

    private String site(ParticipantId participant) {
        return installation
                .desk()
                .view(register -> register.casebook(participant).map(Casebook::site))
                .orElse(Actor.EVERY_SITE);
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/inbox/{handle}")
    View match(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        if (find(handle, visitor).isEmpty()) {
            return Problems.notFound();
        }
        Optional<ParticipantId> participant = typed.read("participant", ParticipantId::new, "3DCOP-01-001");
        Optional<Timepoint> visit = typed.read("visit", Timepoint::of, "m3, m6");
        if (participant.isEmpty() || visit.isEmpty()) {
            return View.refused(page(handle, visitor, typed, typed.objections()));
        }
        Intent intent = new Intent.FileImages(participant.get(), visit.get(), new ImagingStudyId(handle));
        Answer answer = installation
                .desk()
                .submit(Request.of(visitor.actor(intent, site(participant.get())), intent)
                        .once(typed.text("key")));
        return switch (answer) {
            case Answer.Refused(var objections) ->
                View.refused(page(
                        handle,
                        visitor,
                        typed,
                        objections.stream().map(InboxRoutes::beside).toList()));
            case Answer.Recorded _ -> {
                if (typed.ticked("coverage")) {
                    confirmCoverage(new ImagingStudyId(handle), visitor, site(participant.get()));
                }
                Shells.notice(request, "inbox.matched");
                yield View.to("/participants/" + participant.get() + "/images/" + handle);
            }
        };
    }

    private void confirmCoverage(ImagingStudyId images, Visitor visitor, String site) {
        Intent covered = new Intent.ConfirmCoverage(images);
        installation.desk().submit(Request.of(visitor.actor(covered, site), covered));
    }

    /** A small picture of what may be seen. */
    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER})
    @GetMapping("/inbox/{handle}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable String handle, Visitor visitor) {
        return find(handle, visitor)
                .flatMap(Waiting::thumbnail)
                .flatMap(file ->
                        installation.images().rendered(file, 0, Rendering.png().within(96, 96)))
                .map(png -> ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER})
    @GetMapping("/inbox/{handle}/images")
    ResponseEntity<ViewerList> images(@PathVariable String handle, Visitor visitor) {
        return images.list(find(handle, visitor).map(Waiting::reading), "/inbox/" + handle + "/images");
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER})
    @GetMapping("/inbox/{handle}/images/{series}/{image}/{frame}")
    ResponseEntity<byte[]> frame(
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        return images.frame(find(handle, visitor).map(Waiting::reading), series, image, frame);
    }

    /** Puts what concerns the participant as a whole beside that field. */
    private static Objection beside(Objection objection) {
        boolean visit = objection.place().equals("visit") || objection.rule() == Rule.UNKNOWN_VISIT;
        return new Objection(objection.rule(), visit ? "visit" : "participant", objection.arguments());
    }

    private Page page(String handle, Visitor visitor, Typed typed, List<Objection> objections) {
        List<ParticipantId> participants = installation
                .desk()
                .view(register -> register.casebooks().stream()
                        .filter(casebook -> visitor.works(casebook.site()))
                        .filter(casebook -> casebook.membership().consent().isPresent())
                        .map(Casebook::id)
                        .toList());
        return find(handle, visitor)
                .<Page>map(one -> new InboxCasePage(
                        one,
                        participants,
                        installation.protocol().visits(),
                        CheckCard.of(
                                one.reading(),
                                installation.protocol(),
                                visitor.has(Role.COORDINATOR, Role.INVESTIGATOR)),
                        typed,
                        objections))
                .orElseGet(Problems::notFound);
    }

    private Optional<Waiting> find(String handle, Visitor visitor) {
        if (!ImagingStudyId.valid(handle)) {
            return Optional.empty();
        }
        ImagingStudyId id = new ImagingStudyId(handle);
        return installation
                .desk()
                .view(register -> register.readingRoom()
                        .find(id)
                        .filter(_ -> register.place(id).isEmpty()))
                .map(this::waiting)
                .filter(one -> mayLook(one, visitor));
    }

    private Waiting waiting(ReadingCase reading) {
        return new Waiting(
                reading, installation.desk().about(reading.id().stream()).getFirst());
    }

    /** Images that no site sent may be anybody's; they show nobody. */
    private static boolean mayLook(Waiting one, Visitor visitor) {
        String site = one.entry().actor().site();
        return site.equals(Actor.EVERY_SITE) || visitor.sees(site);
    }
}
