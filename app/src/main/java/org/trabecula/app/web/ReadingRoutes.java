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
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.site.Role;

/** The reading room: each reader's own shuffled list of cases without a name, and the sheet for each. */
@Controller
final class ReadingRoutes {
    private final CaseSheets sheets;
    private final ImageAnswers images;

    ReadingRoutes(CaseSheets sheets, ImageAnswers images) {
        this.sheets = sheets;
        this.images = images;
    }

    record ReadingListPage(List<ReadingCase> cases, long done) implements Page {
        @Override
        public String template() {
            return "reading.jte";
        }

        public long all() {
            return done + cases.size();
        }
    }

    /** @param number the case's place in the reader's list, from 1 */
    record ReadingCasePage(int number, int open, ReadingSheet sheet) implements Page {
        @Override
        public String template() {
            return "reading-case.jte";
        }
    }

    /** The reader has judged this case; there is no second read. */
    record ReadAlreadyPage(ReadingCase reading) implements Page {
        @Override
        public String template() {
            return "reading-done.jte";
        }
    }

    @Allowed(Role.READER)
    @GetMapping("/reading")
    View list(Visitor visitor) {
        return sheets.view(room -> {
            long done = room.all().filter(one -> one.readBy(visitor.user())).count();
            return new ReadingListPage(room.worklist(visitor.user(), sheets.charter()), done);
        });
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}")
    View show(@PathVariable String handle, Visitor visitor) {
        return page(handle, visitor, Typed.nothing(), List.of());
    }

    @Allowed(Role.READER)
    @PostMapping("/reading/cases/{handle}")
    View submit(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        return sheets.submit(
                handle,
                typed,
                visitor,
                request,
                new CaseSheets.Hand(
                        Intent.SubmitRead::new,
                        objections -> page(handle, visitor, typed, objections),
                        "reading.saved",
                        () -> next(visitor)));
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/images")
    ResponseEntity<ViewerList> images(@PathVariable String handle, Visitor visitor) {
        return images.list(open(handle, visitor), "/reading/cases/" + handle + "/images");
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/images/{series}/{image}/{frame}")
    ResponseEntity<byte[]> frame(
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        return images.frame(open(handle, visitor), series, image, frame);
    }

    /** What the reader has judged, with what he drew. */
    @Allowed(Role.READER)
    @GetMapping("/reading/read/{handle}/images")
    ResponseEntity<ViewerList> readImages(@PathVariable String handle, Visitor visitor) {
        Optional<ReadingCase> read = read(handle, visitor);
        return images.list(
                read,
                "/reading/read/" + handle + "/images",
                read.stream()
                        .flatMap(one -> one.reads().stream())
                        .filter(one -> one.reader().equalsIgnoreCase(visitor.user()))
                        .toList());
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/read/{handle}/images/{series}/{image}/{frame}")
    ResponseEntity<byte[]> readFrame(
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        return images.frame(read(handle, visitor), series, image, frame);
    }

    private Optional<ReadingCase> read(String handle, Visitor visitor) {
        return sheets.find(handle).filter(one -> one.readBy(visitor.user()));
    }

    private View next(Visitor visitor) {
        return worklist(visitor).stream()
                .findFirst()
                .map(one -> View.to("/reading/cases/" + one.id()))
                .orElse(View.to("/reading"));
    }

    private Page page(String handle, Visitor visitor, Typed typed, List<Objection> objections) {
        Optional<ReadingCase> reading = sheets.find(handle);
        if (reading.filter(one -> one.readBy(visitor.user())).isPresent()) {
            return new ReadAlreadyPage(reading.get());
        }
        List<ReadingCase> worklist = worklist(visitor);
        int index = worklist.stream().map(one -> one.id().value()).toList().indexOf(handle);
        return index < 0
                ? Problems.notFound()
                : new ReadingCasePage(
                        index + 1, worklist.size(), sheets.sheet(worklist.get(index), List.of(), typed, objections));
    }

    /** The case if this reader has still to read it. */
    private Optional<ReadingCase> open(String handle, Visitor visitor) {
        return sheets.find(handle)
                .filter(one -> !one.readBy(visitor.user()))
                .filter(one -> one.reads().size() < sheets.charter().terms().readers());
    }

    private List<ReadingCase> worklist(Visitor visitor) {
        return sheets.view(room -> room.worklist(visitor.user(), sheets.charter()));
    }
}
