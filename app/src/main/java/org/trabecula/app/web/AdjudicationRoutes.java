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
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReadingRoom;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.site.Role;

/** Cases on which the first readers differ, for a third person to decide. Says what they saw, never who saw it. */
@Controller
final class AdjudicationRoutes {
    private final Installation installation;
    private final ImageAnswers images;

    AdjudicationRoutes(Installation installation, ImageAnswers images) {
        this.installation = installation;
        this.images = images;
    }

    record AdjudicationListPage(List<ReadingCase> cases, long done) implements Page {
        @Override
        public String template() {
            return "adjudication.jte";
        }

        public long all() {
            return done + cases.size();
        }
    }

    record AdjudicationCasePage(int number, int open, ReadingSheet sheet, List<AdjudicationDispute> disputes)
            implements Page {
        @Override
        public String template() {
            return "adjudication-case.jte";
        }
    }

    @Allowed(Role.ADJUDICATOR)
    @GetMapping("/adjudication")
    View list(Visitor visitor) {
        return installation.desk().view(register -> {
            ReadingRoom room = register.readingRoom();
            long done = room.all()
                    .flatMap(one -> one.adjudication().stream())
                    .filter(read -> read.reader().equalsIgnoreCase(visitor.user()))
                    .count();
            return new AdjudicationListPage(room.disputes(visitor.user(), charter()), done);
        });
    }

    @Allowed(Role.ADJUDICATOR)
    @GetMapping("/adjudication/cases/{handle}")
    View show(@PathVariable String handle, Visitor visitor) {
        return page(handle, visitor, Typed.nothing(), List.of());
    }

    @Allowed(Role.ADJUDICATOR)
    @PostMapping("/adjudication/cases/{handle}")
    View submit(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        Optional<ReadingCase> reading = find(handle);
        if (reading.isEmpty()) {
            return Problems.notFound();
        }
        Findings findings = ReadingForm.findings(
                typed, reading.get(), installation.protocol().charter().version());
        if (!typed.sound()) {
            return View.refused(page(handle, visitor, typed, typed.objections()));
        }
        Intent intent = new Intent.Adjudicate(reading.get().id(), findings);
        Answer answer = installation
                .desk()
                .submit(Request.of(visitor.actor(intent), intent).once(typed.text("key")));
        return switch (answer) {
            case Answer.Refused(var objections) -> View.refused(page(handle, visitor, typed, objections));
            case Answer.Recorded _ -> {
                Shells.notice(request, "adjudication.saved");
                yield next(visitor);
            }
        };
    }

    @Allowed(Role.ADJUDICATOR)
    @GetMapping("/adjudication/cases/{handle}/images")
    ResponseEntity<ViewerList> images(@PathVariable String handle, Visitor visitor) {
        return images.list(open(handle, visitor), "/adjudication/cases/" + handle + "/images");
    }

    @Allowed(Role.ADJUDICATOR)
    @GetMapping("/adjudication/cases/{handle}/images/{series}/{image}/{frame}")
    ResponseEntity<byte[]> frame(
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        return images.frame(open(handle, visitor), series, image, frame);
    }

    private View next(Visitor visitor) {
        return disputes(visitor).stream()
                .findFirst()
                .map(one -> View.to("/adjudication/cases/" + one.id()))
                .orElse(View.to("/adjudication"));
    }

    private Page page(String handle, Visitor visitor, Typed typed, List<Objection> objections) {
        List<ReadingCase> open = disputes(visitor);
        int index = open.stream().map(one -> one.id().value()).toList().indexOf(handle);
        if (index < 0) {
            return Problems.notFound();
        }
        ReadingCase reading = open.get(index);
        List<String> disputed = Settlement.of(reading, charter()).disputed();
        return new AdjudicationCasePage(
                index + 1,
                open.size(),
                new ReadingSheet(reading, installation.protocol(), disputed, typed, objections),
                AdjudicationDispute.all(reading, disputed));
    }

    /** The case if it is in dispute and not this person's own read. */
    private Optional<ReadingCase> open(String handle, Visitor visitor) {
        return find(handle)
                .filter(one -> !one.readBy(visitor.user()))
                .filter(one -> Settlement.of(one, charter()).needsAdjudication());
    }

    private Optional<ReadingCase> find(String handle) {
        return ImagingStudyId.valid(handle)
                ? installation
                        .desk()
                        .view(register -> register.readingRoom().find(new ImagingStudyId(handle)))
                        .filter(ReadingCase::opened)
                : Optional.empty();
    }

    private List<ReadingCase> disputes(Visitor visitor) {
        return installation.desk().view(register -> register.readingRoom().disputes(visitor.user(), charter()));
    }

    private Charter charter() {
        return new Charter(installation.protocol().charter());
    }
}
