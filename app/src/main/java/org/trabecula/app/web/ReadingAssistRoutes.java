package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.app.images.BoneAssistant;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.BoneProposal;
import org.trabecula.study.imaging.HounsfieldRead;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.site.Role;
import org.trabecula.study.spine.Level;

/** What assistants tell a reader: where to measure bone, at once; what they measure at screws, after the reader's own read is signed. */
@Controller
final class ReadingAssistRoutes {
    private final ReaderTasks tasks;
    private final ScrewMeasuring screws;
    private final Installation installation;
    private final Shells shells;

    ReadingAssistRoutes(ReaderTasks tasks, ScrewMeasuring screws, Installation installation, Shells shells) {
        this.tasks = tasks;
        this.screws = screws;
        this.installation = installation;
        this.shells = shells;
    }

    /**
     * What the page is told of a click.
     *
     * @param regions to be shown; none beside a refusal
     * @param refusal a sentence; empty beside regions
     */
    record Proposed(List<Region> regions, String refusal) {
        static Proposed not(String sentence) {
            return new Proposed(List.of(), sentence);
        }
    }

    /**
     * A region as the viewer draws it.
     *
     * @param at series, image and frame
     * @param points two opposite corners, column and row of each
     */
    record Region(String target, String shape, List<Integer> at, List<List<Double>> points) {}

    /** A fragment: what the assistant measured at the screws, beside the reader's own values. */
    record ReadingScrewsPage(ScrewComparison comparison) implements Page {
        @Override
        public String template() {
            return "reading-screws.jte";
        }
    }

    /** A fragment: why there is nothing. */
    record NoScrewsPage(String key) implements Page {
        @Override
        public String template() {
            return "reading-no-screws.jte";
        }
    }

    /** On the sheet that asks for it, and so not while the screws are seen alone: a mean would tell of hidden pixels. */
    @Allowed(Role.READER)
    @PostMapping("/reading/cases/{handle}/bone")
    ResponseEntity<Proposed> bone(
            @PathVariable String handle, Typed typed, Visitor visitor, HttpServletRequest request) {
        Words words = shells.of(request).words();
        Optional<ReadingCase> reading = tasks.find(handle, visitor)
                .filter(task -> task.sheet().asksSegments())
                .map(ReadTask::reading);
        Optional<Level> level = HounsfieldRead.LEVELS.stream()
                .filter(one -> one.name().equals(typed.text("level")))
                .findFirst();
        Optional<Click> click = Click.of(typed);
        if (reading.isEmpty() || level.isEmpty() || click.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return installation
                .images()
                .bone()
                .propose(
                        reading.get(),
                        level.get(),
                        click.get().at(),
                        click.get().point())
                .map(answer -> switch (answer) {
                    case BoneAssistant.Answer.Unfit(var why) -> refused(words.say("assist.unfit." + why));
                    case BoneAssistant.Answer.Nothing(var reason) -> refused(words.say("assist.nothing." + reason));
                    case BoneAssistant.Answer.Proposed(var proposal) -> noted(reading.get(), proposal, visitor, words);
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Noted before it is shown, so that nothing was ever shown that nobody knows of. */
    private ResponseEntity<Proposed> noted(ReadingCase reading, BoneProposal proposal, Visitor visitor, Words words) {
        Intent intent = new Intent.NoteProposal(reading.id(), proposal);
        return switch (installation.desk().submit(Request.of(visitor.actor(intent), intent))) {
            case Answer.Refused(var objections) -> refused(words.objection(objections.getFirst()));
            case Answer.Recorded _ ->
                ResponseEntity.ok(new Proposed(
                        proposal.regions().stream()
                                .flatMap(one -> region(reading, proposal.level(), one).stream())
                                .toList(),
                        ""));
        };
    }

    private Optional<Region> region(ReadingCase reading, Level level, Measurement one) {
        return installation
                .images()
                .place(reading, one.instance())
                .map(place -> new Region(
                        "vertebra." + level + "." + one.quantity().name().toLowerCase(Locale.ROOT),
                        one.quantity().shape().name(),
                        List.of(place.get(0), place.get(1), one.frame()),
                        one.points().stream()
                                .map(point -> List.of(point.column(), point.row()))
                                .toList()));
    }

    private static ResponseEntity<Proposed> refused(String sentence) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Proposed.not(sentence));
    }

    /** Waits until it is measured; the page that asks says so meanwhile. */
    @Allowed(Role.READER)
    @GetMapping("/reading/cases/{handle}/assistant")
    View screws(@PathVariable String handle, Visitor visitor) {
        if (tasks.find(handle, visitor).isPresent()) {
            return View.refused(new NoScrewsPage("assist.screws.waits"));
        }
        return tasks.done(handle, visitor)
                .filter(tasks::maybeSeen)
                .<Page>map(done -> switch (screws.of(done.task().reading())) {
                    case ScrewMeasuring.Outcome.Unfit(var why) -> new NoScrewsPage("assist.unfit." + why);
                    case ScrewMeasuring.Outcome.Measured(var measured) ->
                        new ReadingScrewsPage(new ScrewComparison(
                                done.task().reading(), done.read(), measured, installation.images()));
                })
                .orElseGet(Problems::notFound);
    }

    /** Where somebody clicked: the list's numbers of series, image and frame, and the pixel. */
    private record Click(List<Integer> at, ImagePoint point) {
        static Optional<Click> of(Typed typed) {
            boolean whole = Arrays.asList("series", "image", "frame").stream()
                            .allMatch(field -> typed.text(field).matches("\\d{1,6}"))
                    && Arrays.asList("column", "row").stream()
                            .allMatch(field -> typed.text(field).matches("\\d{1,5}([.]\\d{1,9})?"));
            return whole
                    ? Optional.of(new Click(
                            List.of(
                                    Integer.parseInt(typed.text("series")),
                                    Integer.parseInt(typed.text("image")),
                                    Integer.parseInt(typed.text("frame"))),
                            new ImagePoint(
                                    Double.parseDouble(typed.text("column")), Double.parseDouble(typed.text("row")))))
                    : Optional.empty();
        }
    }
}
