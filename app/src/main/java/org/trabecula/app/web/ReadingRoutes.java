package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;

/** The reading room: each reader's own shuffled list of cases without a name, and the sheet for each. */
@Controller
final class ReadingRoutes {
    private final CaseSheets sheets;
    private final ImageAnswers images;
    private final ScrewMeasuring screws;
    private final Clock clock;
    private final Protocol protocol;

    ReadingRoutes(CaseSheets sheets, ImageAnswers images, ScrewMeasuring screws, Installation installation) {
        this.sheets = sheets;
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

    /** @param number the case's place in the reader's list, from 1 */
    record ReadingCasePage(String handle, int number, int open, ReadingSheet sheet) implements Page {
        @Override
        public String template() {
            return "reading-case.jte";
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
        List<ReadTask> tasks = tasks(visitor);
        List<Done> done = done(visitor);
        return new ReadingListPage(
                tasks,
                done.size(),
                ReadingPace.of(done.stream().map(one -> one.read().at()).toList(), clock.instant()),
                tasks.stream()
                        .map(ReadTask::handle)
                        .filter(sheets.drafts()::has)
                        .findFirst(),
                done.reversed().stream().filter(this::maybeSeen).toList());
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}")
    View show(@PathVariable String handle, Visitor visitor) {
        List<ReadTask> tasks = tasks(visitor);
        return task(tasks, handle)
                .<Page>map(task -> page(task, tasks, sheets.sheet(task, List.of())))
                .or(() -> done(visitor, handle)
                        .map(done -> maybeSeen(done) ? new ReadingLookPage(done, protocol) : new ReadAlreadyPage()))
                .orElseGet(Problems::notFound);
    }

    @Allowed(Role.READER)
    @PostMapping("/reading/cases/{handle}")
    View submit(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        List<ReadTask> tasks = tasks(visitor);
        Optional<ReadTask> task = task(tasks, handle);
        if (task.isEmpty()) {
            return done(visitor, handle).<Page>map(_ -> new ReadAlreadyPage()).orElseGet(Problems::notFound);
        }
        return sheets.submit(
                task.get(),
                typed,
                visitor,
                request,
                new CaseSheets.Hand(
                        ReadingRoutes::meant,
                        "sign.meaning.read",
                        objections -> again(task.get(), tasks, typed, objections),
                        "reading.saved",
                        () -> {
                            screws.begin(task.get().reading());
                            return next(visitor);
                        }));
    }

    /** What was typed so far, so that a closed browser loses nothing. */
    @Allowed(Role.READER)
    @PostMapping("/reading/cases/{handle}/draft")
    ResponseEntity<Void> draft(@PathVariable String handle, HttpServletRequest request, Visitor visitor) {
        if (task(tasks(visitor), handle).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        sheets.drafts().keep(handle, request.getParameterMap());
        return ResponseEntity.noContent().build();
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/images")
    ResponseEntity<ViewerList> images(@PathVariable String handle, Visitor visitor) {
        List<Read> drawn = done(visitor, handle).map(Done::read).stream().toList();
        return images.list(seen(handle, visitor), "/reading/cases/" + handle + "/images", drawn);
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/images/{series}/{image}/{frame}")
    ResponseEntity<byte[]> frame(
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        return images.frame(seen(handle, visitor), series, image, frame);
    }

    private static Intent meant(ReadTask task, Findings findings, Attestation attestation) {
        return task.again()
                ? new Intent.SubmitReread(task.reading().id(), findings, attestation)
                : new Intent.SubmitRead(task.reading().id(), findings, Optional.of(attestation));
    }

    private View next(Visitor visitor) {
        return tasks(visitor).stream()
                .findFirst()
                .map(one -> View.to("/reading/cases/" + one.handle()))
                .orElse(View.to("/reading"));
    }

    private Page again(ReadTask task, List<ReadTask> tasks, Typed typed, List<Objection> objections) {
        return page(task, tasks, sheets.sheet(task.reading(), List.of(), typed, objections));
    }

    private static Page page(ReadTask task, List<ReadTask> tasks, ReadingSheet sheet) {
        return new ReadingCasePage(task.handle(), tasks.indexOf(task) + 1, tasks.size(), sheet);
    }

    /** The case behind a handle if this reader has still to read it or may look at what he read. */
    private Optional<ReadingCase> seen(String handle, Visitor visitor) {
        return task(tasks(visitor), handle)
                .or(() -> done(visitor, handle).filter(this::maybeSeen).map(Done::task))
                .map(ReadTask::reading);
    }

    private boolean maybeSeen(Done done) {
        Instant last = done.read().at().plus(Duration.ofDays(sheets.routine().lookAgainDays()));
        return clock.instant().isBefore(last);
    }

    private static Optional<ReadTask> task(List<ReadTask> tasks, String handle) {
        return tasks.stream().filter(one -> one.handle().equals(handle)).findFirst();
    }

    private Optional<Done> done(Visitor visitor, String handle) {
        return done(visitor).stream()
                .filter(one -> one.task().handle().equals(handle))
                .findFirst();
    }

    private List<ReadTask> tasks(Visitor visitor) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return sheets.view(room -> room.tasks(visitor.user(), sheets.charter(), today, sheets.lots()));
    }

    private List<Done> done(Visitor visitor) {
        return sheets.view(room -> room.done(visitor.user(), sheets.lots()));
    }
}
