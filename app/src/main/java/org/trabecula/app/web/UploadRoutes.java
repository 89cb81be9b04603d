package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.trabecula.app.Installation;
import org.trabecula.app.images.Destination;
import org.trabecula.app.images.Incoming;
import org.trabecula.app.images.Receipt;
import org.trabecula.app.images.RejectedAlike;
import org.trabecula.app.images.Rejection;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Role;
import org.trabecula.study.visit.VisitState;

/** Images of one visit, sent from a browser: files, or a zip archive of them. */
@Controller
final class UploadRoutes {
    private final Installation installation;

    UploadRoutes(Installation installation) {
        this.installation = installation;
    }

    record UploadPage(
            ParticipantId participant,
            String site,
            PlannedVisit visit,
            List<VisitState.Filed> filed,
            List<Rejection> rejections,
            List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "upload.jte";
        }

        public String address() {
            return "/participants/" + participant + "/visits/" + visit.at() + "/images";
        }

        /** Where a browser with script sends the files in chunks. */
        public String chunks() {
            return "/participants/" + participant + "/visits/" + visit.at() + "/uploads";
        }

        public List<RejectedAlike> rejectedAlike() {
            return RejectedAlike.of(rejections);
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @GetMapping("/participants/{id}/visits/{visit}/images")
    View show(@PathVariable String id, @PathVariable String visit, Visitor visitor) {
        return page(id, visit, visitor, List.of(), List.of());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/visits/{visit}/images")
    View receive(
            @PathVariable String id,
            @PathVariable String visit,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            @RequestParam(name = "coverage", required = false) @Nullable String coverage,
            Visitor visitor,
            HttpServletRequest request)
            throws IOException {
        Optional<UploadPage> page = find(id, visit, visitor);
        return page.isEmpty()
                ? Problems.notFound()
                : answer(
                        received(page.get(), incoming(files), visitor), page.get(), coverage != null, visitor, request);
    }

    Receipt received(UploadPage page, List<Incoming> files, Visitor visitor) throws IOException {
        Destination to = new Destination(page.participant(), page.visit().at());
        return installation
                .images()
                .intake(installation.desk())
                .receive(files, intent -> visitor.actor(intent, page.site()), Optional.of(to));
    }

    View answer(Receipt receipt, UploadPage page, boolean coverage, Visitor visitor, HttpServletRequest request) {
        return switch (receipt) {
            case Receipt.Refused refused ->
                View.refused(page(
                        page.participant().value(),
                        page.visit().at().toString(),
                        visitor,
                        refused.files(),
                        refused.objections()));
            case Receipt.Taken(var studies) -> taken(studies, page, coverage, visitor, request);
        };
    }

    Optional<UploadPage> find(String id, String visit, Visitor visitor) {
        return page(id, visit, visitor, List.of(), List.of()) instanceof UploadPage page
                ? Optional.of(page)
                : Optional.empty();
    }

    private View taken(
            List<Receipt.Arrival> studies,
            UploadPage page,
            boolean coverage,
            Visitor visitor,
            HttpServletRequest request) {
        List<Objection> unfiled =
                studies.stream().flatMap(study -> study.unfiled().stream()).toList();
        if (!unfiled.isEmpty()) {
            return View.refused(
                    page(page.participant().value(), page.visit().at().toString(), visitor, List.of(), unfiled));
        }
        if (coverage) {
            studies.forEach(study -> confirmCoverage(study, page.site(), visitor));
        }
        boolean fresh = studies.stream().anyMatch(study -> study.fresh() > 0);
        Shells.notice(request, fresh ? "upload.taken" : "upload.known");
        return View.to("/participants/" + page.participant() + "/images/"
                + studies.getFirst().id());
    }

    private void confirmCoverage(Receipt.Arrival study, String site, Visitor visitor) {
        Intent covered = new Intent.ConfirmCoverage(study.id());
        installation.desk().submit(Request.of(visitor.actor(covered, site), covered));
    }

    /** A browser sends one file without a name when none was chosen. */
    private static List<Incoming> incoming(@Nullable List<MultipartFile> files) {
        return (files == null ? List.<MultipartFile>of() : files)
                .stream()
                        .filter(file -> !file.isEmpty()
                                || !Objects.requireNonNullElse(file.getOriginalFilename(), "")
                                        .isEmpty())
                        .map(file -> new Incoming(
                                Objects.requireNonNullElse(file.getOriginalFilename(), "file"), file::getInputStream))
                        .toList();
    }

    private Page page(
            String id, String visit, Visitor visitor, List<Rejection> rejections, List<Objection> objections) {
        Optional<PlannedVisit> planned =
                Timepoint.valid(visit) ? installation.protocol().visit(Timepoint.of(visit)) : Optional.empty();
        Optional<Casebook> casebook = installation.desk().view(register -> Casebooks.find(register, id, visitor));
        return planned.<Page>flatMap(at -> casebook.map(one -> new UploadPage(
                        one.id(), one.site(), at, one.visit(at.at()).images(), rejections, objections)))
                .orElseGet(Problems::notFound);
    }
}
