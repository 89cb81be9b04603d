package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Sheet;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.site.Role;

/** Where the screws lie, said on coarse images; and then nothing but the screws, while they are judged. */
@Controller
final class PlacingRoutes {
    private final CaseSheets sheets;
    private final ReaderTasks tasks;
    private final ImageAnswers images;

    PlacingRoutes(CaseSheets sheets, ReaderTasks tasks, ImageAnswers images) {
        this.sheets = sheets;
        this.tasks = tasks;
        this.images = images;
    }

    /** @param drawn the hidden field of the drawings */
    record PlacingPage(String handle, ReadingCase reading, String drawn, List<Objection> objections) implements Page {
        @Override
        public String template() {
            return "reading-places.jte";
        }
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/places")
    View show(@PathVariable String handle, Visitor visitor) {
        return task(handle, visitor)
                .<View>map(task -> page(
                        task, sheets.drawn(task, ReaderTasks.axes(task, visitor).orElse(List.of())), List.of()))
                .orElseGet(Problems::notFound);
    }

    @Allowed(Role.READER)
    @PostMapping("/reading/cases/{handle}/places")
    View place(@PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        Optional<ReadTask> task = task(handle, visitor);
        if (task.isEmpty()) {
            return Problems.notFound();
        }
        List<Measurement> axes = sheets.places(task.get(), typed);
        if (!typed.sound()) {
            return View.refused(page(task.get(), typed, typed.objections()));
        }
        Intent intent =
                new Intent.PlaceScrews(task.get().reading().id(), task.get().again(), axes);
        return switch (sheets.submit(visitor, intent, typed.text("key"))) {
            case Answer.Refused(var objections) -> View.refused(page(task.get(), typed, objections));
            case Answer.Recorded _ -> {
                Shells.notice(request, "places.saved");
                yield View.to("/reading/cases/" + handle);
            }
        };
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/places/images")
    ResponseEntity<ViewerList> coarse(@PathVariable String handle, Visitor visitor) {
        return images.coarse(reading(handle, visitor), "/reading/cases/" + handle + "/places/images");
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/places/images/{series}/{image}/{frame}")
    ResponseEntity<byte[]> coarse(
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        return images.coarse(reading(handle, visitor), series, image, frame);
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/screws")
    ResponseEntity<ViewerList> screws(@PathVariable String handle, Visitor visitor) {
        return images.screws(
                reading(handle, visitor), "/reading/cases/" + handle + "/screws", axes(handle, visitor), List.of());
    }

    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/screws/{series}/{image}/{frame}")
    ResponseEntity<byte[]> screws(
            @PathVariable String handle,
            @PathVariable int series,
            @PathVariable int image,
            @PathVariable int frame,
            Visitor visitor) {
        return images.screws(reading(handle, visitor), axes(handle, visitor), series, image, frame);
    }

    /** A case whose screws are to be judged by themselves and are not yet. */
    private Optional<ReadTask> task(String handle, Visitor visitor) {
        return tasks.find(handle, visitor)
                .filter(_ -> sheets.charter().terms().sheets().screwsOnly())
                .filter(task -> task.sheet() == Sheet.PLACES || task.sheet() == Sheet.SCREWS);
    }

    private Optional<ReadingCase> reading(String handle, Visitor visitor) {
        return task(handle, visitor).map(ReadTask::reading);
    }

    private List<Measurement> axes(String handle, Visitor visitor) {
        return task(handle, visitor)
                .flatMap(task -> ReaderTasks.axes(task, visitor))
                .orElse(List.of());
    }

    private static Page page(ReadTask task, Typed typed, List<Objection> objections) {
        return new PlacingPage(task.handle(), task.reading(), typed.text(MeasurementForm.FIELD), objections);
    }
}
