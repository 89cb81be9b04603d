package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.site.Role;

/** Cases on which the first readers differ, for a third person to decide. Says what they saw, never who saw it. */
@Controller
final class AdjudicationRoutes {
    private final CaseSheets sheets;
    private final ImageAnswers images;

    AdjudicationRoutes(CaseSheets sheets, ImageAnswers images) {
        this.sheets = sheets;
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
        return sheets.view(room -> {
            long done = room.all()
                    .flatMap(one -> one.adjudication().stream())
                    .filter(read -> read.reader().equalsIgnoreCase(visitor.user()))
                    .count();
            return new AdjudicationListPage(room.disputes(visitor.user(), sheets.charter()), done);
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
        return sheets.submit(
                handle,
                typed,
                visitor,
                request,
                new CaseSheets.Hand(
                        Intent.Adjudicate::new,
                        objections -> page(handle, visitor, typed, objections),
                        "adjudication.saved",
                        () -> next(visitor)));
    }

    @Allowed(Role.ADJUDICATOR)
    @GetMapping("/adjudication/cases/{handle}/images")
    ResponseEntity<ViewerList> images(@PathVariable String handle, Visitor visitor) {
        Optional<ReadingCase> open = open(handle, visitor);
        return images.list(
                open,
                "/adjudication/cases/" + handle + "/images",
                open.map(ReadingCase::reads).orElse(List.of()));
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
        List<String> disputed = Settlement.of(reading, sheets.charter()).disputed();
        return new AdjudicationCasePage(
                index + 1,
                open.size(),
                sheets.sheet(reading, disputed, typed, objections),
                AdjudicationDispute.all(reading, disputed));
    }

    /** The case if it is in dispute and not this person's own read. */
    private Optional<ReadingCase> open(String handle, Visitor visitor) {
        return sheets.find(handle)
                .filter(one -> !one.readBy(visitor.user()))
                .filter(one -> Settlement.of(one, sheets.charter()).needsAdjudication());
    }

    private List<ReadingCase> disputes(Visitor visitor) {
        return sheets.view(room -> room.disputes(visitor.user(), sheets.charter()));
    }
}
