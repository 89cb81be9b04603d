package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Dealing;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Dealt;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Reread;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.ReadingRoutine;
import org.trabecula.study.site.Role;

/** How the reading goes, reader by reader, and dealing anew what somebody does not read. Says nothing of what they saw. */
@Controller
final class DealingRoutes {
    private final Installation installation;

    DealingRoutes(Installation installation) {
        this.installation = installation;
    }

    /**
     * One reader's load.
     *
     * @param reads whether the person reads now
     * @param movable how many of the open cases may be dealt to others
     */
    record Load(
            String reader, boolean reads, long dealt, long read, long open, long movable, long again, long againRead) {}

    /** @param undealt how many cases are for anybody, since there were too few readers when they came */
    record DealingPage(List<Load> loads, long undealt, ReadingRoutine routine, List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "dealing.jte";
        }
    }

    @Allowed({Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/dealing")
    View show() {
        return page(List.of());
    }

    @Allowed(Role.DATA_MANAGER)
    @PostMapping("/dealing/waiting")
    View deal(Typed typed, Visitor visitor, HttpServletRequest request) {
        return answer(new Intent.DealWaiting(), typed, visitor, request);
    }

    @Allowed(Role.DATA_MANAGER)
    @PostMapping("/dealing/{reader}/anew")
    View anew(@PathVariable String reader, Typed typed, Visitor visitor, HttpServletRequest request) {
        return answer(new Intent.DealAnew(reader), typed, visitor, request);
    }

    private View answer(Intent intent, Typed typed, Visitor visitor, HttpServletRequest request) {
        Request asked = Request.of(visitor.actor(intent), intent)
                .because(typed.text("reason"))
                .once(typed.text("key"));
        return switch (installation.desk().submit(asked)) {
            case Answer.Recorded(var entries) -> {
                Shells.notice(request, "dealing.done", Integer.toString(entries.size()));
                yield View.to("/dealing");
            }
            case Answer.Refused(var objections) -> View.refused(page(objections));
        };
    }

    private DealingPage page(List<Objection> objections) {
        Instant now = installation.clock().instant();
        ReadingRoutine routine = installation.protocol().charter().routine();
        int readers = installation.protocol().charter().readers();
        return installation
                .desk()
                .view(register -> new DealingPage(
                        loads(register, routine, now),
                        Dealing.undealt(register, readers).count(),
                        routine,
                        objections));
    }

    private static List<Load> loads(Register register, ReadingRoutine routine, Instant now) {
        List<ReadingCase> cases =
                register.readingRoom().all().filter(ReadingCase::opened).toList();
        List<String> available = Dealing.available(register);
        TreeSet<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(available);
        cases.forEach(one -> {
            one.dealt().stream().map(Dealt::reader).forEach(all::add);
            one.reads().forEach(read -> all.add(read.reader()));
        });
        return all.stream()
                .map(reader -> load(register, cases, reader, available.contains(reader), routine, now))
                .toList();
    }

    private static Load load(
            Register register,
            List<ReadingCase> cases,
            String reader,
            boolean reads,
            ReadingRoutine routine,
            Instant now) {
        List<ReadingCase> dealt = cases.stream()
                .filter(one -> !one.dealt().isEmpty() && one.isFor(reader))
                .toList();
        List<Reread> again =
                cases.stream().flatMap(one -> one.rereadBy(reader).stream()).toList();
        return new Load(
                reader,
                reads,
                dealt.size(),
                cases.stream().filter(one -> one.readBy(reader)).count(),
                dealt.stream().filter(one -> !one.readBy(reader)).count(),
                Dealing.owed(register, reader, routine, now).count(),
                again.size(),
                again.stream().map(Reread::read).filter(Optional::isPresent).count());
    }
}
