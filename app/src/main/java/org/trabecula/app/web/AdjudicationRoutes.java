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
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.imaging.Sheet;
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

    record AdjudicationListPage(List<ReadTask> cases, long done) implements Page {
        @Override
        public String template() {
            return "adjudication.jte";
        }

        public long all() {
            return done + cases.size();
        }
    }

    /**
     * @param blind whether nothing but the screws is seen
     * @param first whether the segments are asked afterwards
     * @param explained whether the charter asks for a comment
     */
    record AdjudicationCasePage(
            String handle,
            int number,
            int open,
            ReadingSheet sheet,
            AdjudicationComparison comparison,
            boolean blind,
            boolean first,
            boolean explained)
            implements Page {
        @Override
        public String template() {
            return "adjudication-case.jte";
        }
    }

    @Allowed(Role.ADJUDICATOR)
    @GetMapping("/adjudication")
    View list(Visitor visitor) {
        long done = sheets.view(room -> room.all()
                .flatMap(one -> one.adjudication().stream())
                .filter(read -> read.reader().equalsIgnoreCase(visitor.user()))
                .count());
        return new AdjudicationListPage(matters(visitor), done);
    }

    @Allowed(Role.ADJUDICATOR)
    @GetMapping("/adjudication/cases/{handle}")
    View show(@PathVariable String handle, Visitor visitor) {
        List<ReadTask> open = matters(visitor);
        return task(open, handle)
                .map(task -> page(
                        task,
                        open,
                        visitor,
                        sheets.sheet(
                                task, disputed(task), sheets.begun(task, () -> loosening(task, visitor)), List.of())))
                .orElseGet(Problems::notFound);
    }

    @Allowed(Role.ADJUDICATOR)
    @PostMapping("/adjudication/cases/{handle}")
    View submit(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        List<ReadTask> open = matters(visitor);
        Optional<ReadTask> task = task(open, handle);
        if (task.isEmpty()) {
            return Problems.notFound();
        }
        boolean first = screwsFirst(task.get());
        return sheets.submit(
                task.get(),
                typed,
                visitor,
                request,
                new CaseSheets.Hand(
                        (one, findings, attestation) -> meant(one, findings, attestation, visitor),
                        sheets.sheet(task.get(), disputed(task.get())).meaning(),
                        objections -> again(task.get(), open, visitor, typed, objections),
                        first ? "reading.screws-saved" : "adjudication.saved",
                        () -> first ? View.to("/adjudication/cases/" + handle) : next(visitor)));
    }

    /** Where screws and segments are in dispute, the screws are signed first, and what was signed of them goes into the decision. */
    private Intent meant(ReadTask task, Findings findings, Attestation attestation, Visitor visitor) {
        if (screwsFirst(task)) {
            return new Intent.SignLoosening(task.reading().id(), false, findings, attestation);
        }
        Findings all = loosening(task, visitor)
                .map(signed -> findings.after(signed.findings()))
                .orElse(findings);
        return new Intent.Adjudicate(task.reading().id(), all, Optional.of(attestation));
    }

    private boolean screwsFirst(ReadTask task) {
        return task.sheet() == Sheet.SCREWS && sheets.charter().apart(task.reading());
    }

    private Optional<Read> loosening(ReadTask task, Visitor visitor) {
        return task.sheet() == Sheet.SEGMENTS
                ? sheets.charter().loosening(task.reading(), visitor.user(), false)
                : Optional.empty();
    }

    /** What was typed so far, so that a closed browser loses nothing. */
    @Allowed(Role.ADJUDICATOR)
    @PostMapping("/adjudication/cases/{handle}/draft")
    ResponseEntity<Void> draft(@PathVariable String handle, HttpServletRequest request, Visitor visitor) {
        if (task(matters(visitor), handle).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        sheets.drafts().keep(handle, request.getParameterMap());
        return ResponseEntity.noContent().build();
    }

    @Allowed(Role.ADJUDICATOR)
    @GetMapping("/adjudication/cases/{handle}/images")
    ResponseEntity<ViewerList> images(@PathVariable String handle, Visitor visitor) {
        Optional<ReadTask> task = task(matters(visitor), handle);
        Optional<ReadingCase> open = task.map(ReadTask::reading);
        List<Read> seen = task.map(this::seen).orElse(List.of());
        List<Measurement> axes = task.map(this::axes).orElse(List.of());
        String base = "/adjudication/cases/" + handle + "/images";
        return axes.isEmpty() ? images.list(open, base, seen) : images.screws(open, base, axes, seen);
    }

    @Allowed(Role.ADJUDICATOR)
    @GetMapping("/adjudication/cases/{handle}/images/{series}/{image}/{frame}")
    ResponseEntity<byte[]> frame(
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        Optional<ReadTask> task = task(matters(visitor), handle);
        Optional<ReadingCase> open = task.map(ReadTask::reading);
        List<Measurement> axes = task.map(this::axes).orElse(List.of());
        return axes.isEmpty()
                ? images.frame(open, series, image, frame)
                : images.screws(open, axes, series, image, frame);
    }

    private View next(Visitor visitor) {
        return matters(visitor).stream()
                .findFirst()
                .map(one -> View.to("/adjudication/cases/" + one.handle()))
                .orElse(View.to("/adjudication"));
    }

    private Page again(ReadTask task, List<ReadTask> open, Visitor visitor, Typed typed, List<Objection> objections) {
        return page(task, open, visitor, sheets.sheet(task, disputed(task), typed, objections));
    }

    private Page page(ReadTask task, List<ReadTask> open, Visitor visitor, ReadingSheet sheet) {
        return new AdjudicationCasePage(
                task.handle(),
                open.indexOf(task) + 1,
                open.size(),
                sheet,
                AdjudicationComparison.of(task, seen(task), disputed(task), visitor.user(), sheets.lots()),
                !axes(task).isEmpty(),
                screwsFirst(task),
                sheets.routine().adjudicatorExplains());
    }

    private List<String> disputed(ReadTask task) {
        return Settlement.of(task.reading(), sheets.charter()).disputed();
    }

    /** The first reads, or while the screws alone are decided what was signed about them before anything else was seen. */
    private List<Read> seen(ReadTask task) {
        return task.reading().reads().stream()
                .map(read -> task.sheet().asksSegments()
                        ? read
                        : sheets.charter()
                                .loosening(task.reading(), read.reader(), false)
                                .orElse(read))
                .toList();
    }

    /** Where the readers placed the screws that are to be decided, so that he sees what either of them saw; empty for whole images. */
    private List<Measurement> axes(ReadTask task) {
        return task.sheet().asksSegments()
                ? List.of()
                : task.reading().reads().stream()
                        .flatMap(read -> task.reading().begunBy(read.reader(), false).stream())
                        .flatMap(begun -> begun.axes().stream())
                        .flatMap(List::stream)
                        .toList();
    }

    private static Optional<ReadTask> task(List<ReadTask> open, String handle) {
        return open.stream().filter(one -> one.handle().equals(handle)).findFirst();
    }

    private List<ReadTask> matters(Visitor visitor) {
        return sheets.view(room -> room.matters(visitor.user(), sheets.charter(), sheets.lots()));
    }
}
