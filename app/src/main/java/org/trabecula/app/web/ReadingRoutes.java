package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Done;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Sheet;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;

/** The reading room: each reader's own shuffled list of cases without a name, and the sheet for each. */
@Controller
final class ReadingRoutes {
    private final CaseSheets sheets;
    private final ReaderTasks tasks;
    private final ImageAnswers images;
    private final ScrewMeasuring screws;
    private final Clock clock;
    private final Protocol protocol;

    ReadingRoutes(
            CaseSheets sheets,
            ReaderTasks tasks,
            ImageAnswers images,
            ScrewMeasuring screws,
            Installation installation) {
        this.sheets = sheets;
        this.tasks = tasks;
        this.images = images;
        this.screws = screws;
        this.clock = installation.clock();
        this.protocol = installation.protocol();
    }

    /**
     * @param begun the handle of a case whose sheet was begun and not handed in
     * @param looks signed reads that may still be looked at, the newest first
     */
    record ReadingListPage(List<ReadTask> cases, int done, ReadingPace pace, Optional<String> begun, List<Done> looks)
            implements Page {
        @Override
        public String template() {
            return "reading.jte";
        }

        public int all() {
            return done + cases.size();
        }

        /** Where to go on. */
        public String next() {
            return begun.orElseGet(() -> cases.getFirst().handle());
        }

        public static String signed(Done done) {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                            .format(done.read().at().atOffset(ZoneOffset.UTC)) + " UTC";
        }
    }

    /**
     * @param number the case's place in the reader's list, from 1
     * @param black where nothing is seen while the screws are judged
     */
    record ReadingCasePage(String handle, int number, int open, ReadingSheet sheet, ImageAnswers.Black black)
            implements Page {
        @Override
        public String template() {
            return "reading-case.jte";
        }

        /** Where the images of this sheet are listed. */
        public String images() {
            return "/reading/cases/" + handle + (sheet.screwsOnly() ? "/screws" : "/images");
        }
    }

    /** A signed read, to be looked at and not to be changed. */
    record ReadingLookPage(Done done, Protocol protocol) implements Page {
        @Override
        public String template() {
            return "reading-look.jte";
        }

        public List<Telling.Value> values(Shell shell) {
            FindingsTelling telling = new FindingsTelling(new Phrases(shell.words(), protocol));
            return done.read()
                    .attestation()
                    .map(signed -> telling.values(done.read().findings(), signed))
                    .orElseGet(() -> telling.values(done.read().findings()));
        }

        public String signed() {
            return ReadingListPage.signed(done);
        }

        public boolean ct() {
            return done.task().reading().modality() == Modality.CT;
        }
    }

    /** The reader has judged this case, and no longer looks at it. */
    record ReadAlreadyPage() implements Page {
        @Override
        public String template() {
            return "reading-done.jte";
        }
    }

    @Allowed(Role.READER)
    @GetMapping("/reading")
    View list(Visitor visitor) {
        List<ReadTask> open = tasks.all(visitor);
        List<Done> done = tasks.done(visitor);
        return new ReadingListPage(
                open,
                done.size(),
                ReadingPace.of(done.stream().map(one -> one.read().at()).toList(), clock.instant()),
                open.stream().filter(this::begun).map(ReadTask::handle).findFirst(),
                done.reversed().stream().filter(tasks::maybeSeen).toList());
    }

    private boolean begun(ReadTask task) {
        return task.sheet() == Sheet.SEGMENTS || sheets.drafts().has(task.handle());
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}")
    View show(@PathVariable String handle, Visitor visitor) {
        List<ReadTask> open = tasks.all(visitor);
        return ReaderTasks.find(open, handle)
                .<View>map(task -> task.sheet() == Sheet.PLACES
                        ? View.to("/reading/cases/" + handle + "/places")
                        : page(
                                task,
                                open,
                                sheets.sheet(
                                        task,
                                        List.of(),
                                        sheets.begun(task, () -> tasks.loosening(task, visitor)),
                                        List.of()),
                                visitor))
                .or(() -> tasks.done(handle, visitor)
                        .map(done ->
                                tasks.maybeSeen(done) ? new ReadingLookPage(done, protocol) : new ReadAlreadyPage()))
                .orElseGet(Problems::notFound);
    }

    @Allowed(Role.READER)
    @PostMapping("/reading/cases/{handle}")
    View submit(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        List<ReadTask> open = tasks.all(visitor);
        Optional<ReadTask> task = ReaderTasks.find(open, handle);
        if (task.isEmpty()) {
            return tasks.done(handle, visitor)
                    .<Page>map(_ -> new ReadAlreadyPage())
                    .orElseGet(Problems::notFound);
        }
        boolean first = !task.get().sheet().asksSegments();
        return task.get().sheet() == Sheet.PLACES
                ? View.to("/reading/cases/" + handle + "/places")
                : sheets.submit(
                        task.get(),
                        typed,
                        visitor,
                        request,
                        new CaseSheets.Hand(
                                (one, findings, attestation) -> meant(one, findings, attestation, visitor),
                                sheets.sheet(task.get(), List.of()).meaning(),
                                objections -> page(
                                        task.get(),
                                        open,
                                        sheets.sheet(task.get(), List.of(), typed, objections),
                                        visitor),
                                first ? "reading.screws-saved" : "reading.saved",
                                () -> {
                                    if (first) {
                                        return View.to("/reading/cases/" + handle);
                                    }
                                    screws.begin(task.get().reading());
                                    return next(visitor);
                                }));
    }

    /** What was typed so far, so that a closed browser loses nothing. */
    @Allowed(Role.READER)
    @PostMapping("/reading/cases/{handle}/draft")
    ResponseEntity<Void> draft(@PathVariable String handle, HttpServletRequest request, Visitor visitor) {
        if (tasks.find(handle, visitor).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        sheets.drafts().keep(handle, request.getParameterMap());
        return ResponseEntity.noContent().build();
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/images")
    ResponseEntity<ViewerList> images(@PathVariable String handle, Visitor visitor) {
        Optional<ReadTask> task = tasks.whole(handle, visitor);
        Optional<ReadingCase> own = task.map(ReadTask::reading);
        String base = "/reading/cases/" + handle + "/images";
        List<Read> drawn = tasks.done(handle, visitor).map(Done::read).stream().toList();
        return task.filter(_ -> drawn.isEmpty())
                .flatMap(one -> tasks.earlier(one)
                        .map(before -> images.beside(
                                own, base, drawn, before, "/reading/earlier/" + tasks.earlierHandle(one, visitor))))
                .orElseGet(() -> images.list(own, base, drawn));
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/images/{series}/{image}/{frame}")
    ResponseEntity<byte[]> frame(
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        return images.frame(tasks.whole(handle, visitor).map(ReadTask::reading), series, image, frame);
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/earlier/{handle}/{series}/{image}/{frame}")
    ResponseEntity<byte[]> earlier(
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        return images.frame(tasks.earlier(handle, visitor), series, image, frame);
    }

    /** What a filled-in sheet is meant as; that of the segments together with what was signed about the screws. */
    private Intent meant(ReadTask task, Findings findings, Attestation attestation, Visitor visitor) {
        if (!task.sheet().asksSegments()) {
            return new Intent.SignLoosening(task.reading().id(), task.again(), findings, attestation);
        }
        Findings all = tasks.loosening(task, visitor)
                .map(signed -> findings.after(signed.findings()))
                .orElse(findings);
        return task.again()
                ? new Intent.SubmitReread(task.reading().id(), all, attestation)
                : new Intent.SubmitRead(task.reading().id(), all, Optional.of(attestation));
    }

    private View next(Visitor visitor) {
        return tasks.all(visitor).stream()
                .findFirst()
                .map(one -> View.to("/reading/cases/" + one.handle()))
                .orElse(View.to("/reading"));
    }

    private Page page(ReadTask task, List<ReadTask> open, ReadingSheet sheet, Visitor visitor) {
        ImageAnswers.Black black = sheet.screwsOnly()
                ? images.black(task.reading(), ReaderTasks.axes(task, visitor).orElse(List.of()))
                : ImageAnswers.Black.NOTHING;
        return new ReadingCasePage(task.handle(), open.indexOf(task) + 1, open.size(), sheet, black);
    }
}
