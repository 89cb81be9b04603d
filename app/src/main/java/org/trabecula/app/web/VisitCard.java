package org.trabecula.app.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.CtRequest;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Timeline;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.protocol.Window;
import org.trabecula.study.visit.VisitState;
import org.trabecula.study.visit.VisitStatus;

/**
 * A visit with its forms and images.
 *
 * @param ct the CT that its radiograph called for
 */
record VisitCard(Timeline.Row row, List<FormLink> forms, List<Images> images, Optional<CtRequest> ct) {
    static final String SCREENING = "screening";

    /** A form of the visit and how far it has come. */
    record FormLink(String to, Text title, Timeline.Progress progress) {}

    /** Where the reading of a set of images stands. */
    enum CaseState {
        /** Not dealt to readers. */
        NOT_READ,
        /** Somebody has to look at them first, or they fall short of the charter. */
        HELD,
        AWAITED,
        DIFFER,
        SETTLED,
        ADJUDICATED;

        public String tone() {
            return switch (this) {
                case NOT_READ, AWAITED -> "";
                case HELD, DIFFER -> "warn";
                case SETTLED, ADJUDICATED -> "good";
            };
        }

        public boolean counted() {
            return this == AWAITED;
        }
    }

    record Images(String handle, Modality modality, CaseState reading, int reads, int readers) {}

    VisitCard {
        forms = List.copyOf(forms);
        images = List.copyOf(images);
    }

    public String at() {
        return row.plan().at().toString();
    }

    /** Whether its forms and images would be refused, since nobody has said yet when the visit was held. */
    public boolean awaitsDate() {
        return row.state().held().isEmpty()
                && images.isEmpty()
                && forms.stream().allMatch(form -> form.progress() == Timeline.Progress.EMPTY);
    }

    static List<VisitCard> followUps(Register register, Casebook casebook, Protocol protocol, LocalDate today) {
        List<CtRequest> requests = CtRequest.of(register, casebook, protocol);
        return Timeline.of(casebook, protocol, today).rows().stream()
                .map(row -> new VisitCard(
                        row,
                        forms(casebook, protocol, row.plan()),
                        images(register, row.state(), protocol),
                        requests.stream()
                                .filter(request ->
                                        request.visit().equals(row.plan().at()))
                                .findFirst()))
                .toList();
    }

    /** The baseline has no window here: it is whatever was recorded before the surgery. */
    static VisitCard baseline(Register register, Casebook casebook, Protocol protocol) {
        PlannedVisit plan = protocol.visit(Timepoint.BASELINE)
                .orElse(new PlannedVisit(Timepoint.BASELINE, Text.same(""), 0, 0, List.of(), false));
        VisitState state = casebook.visit(Timepoint.BASELINE);
        Window window = plan.window(LocalDate.EPOCH);
        return new VisitCard(
                new Timeline.Row(plan, window, state, VisitStatus.OPEN),
                forms(casebook, protocol, plan),
                images(register, state, protocol),
                Optional.empty());
    }

    private static List<FormLink> forms(Casebook casebook, Protocol protocol, PlannedVisit plan) {
        return plan.forms().stream()
                .map(form -> link(casebook, protocol, form, plan.at()))
                .toList();
    }

    static FormLink link(Casebook casebook, Protocol protocol, String form, Timepoint at) {
        return new FormLink(
                "/participants/" + casebook.id() + "/forms/" + form + "/" + at,
                protocol.form(form).map(definition -> definition.title()).orElse(Text.same(form)),
                Timeline.progress(casebook, protocol, form, at));
    }

    private static List<Images> images(Register register, VisitState visit, Protocol protocol) {
        Charter charter = new Charter(protocol.charter());
        return visit.images().stream()
                .map(filed -> new ImagingStudyId(filed.fact().images().id()))
                .flatMap(id -> register.readingRoom().find(id).stream())
                .map(one -> new Images(
                        one.id().value(),
                        one.modality(),
                        reading(one, charter),
                        one.reads().size(),
                        charter.terms().readers()))
                .toList();
    }

    private static CaseState reading(ReadingCase one, Charter charter) {
        if (!charter.deals(one)) {
            return one.cased() || !one.images().waiting().isEmpty() ? CaseState.HELD : CaseState.NOT_READ;
        }
        Settlement settlement = Settlement.of(one, charter);
        if (!settlement.complete()) {
            return CaseState.AWAITED;
        }
        if (settlement.needsAdjudication()) {
            return CaseState.DIFFER;
        }
        return settlement.adjudicated() ? CaseState.ADJUDICATED : CaseState.SETTLED;
    }

    /** Whether nothing more is to happen with a visit: it was held or missed. */
    static boolean settled(VisitStatus status) {
        return switch (status) {
            case HELD, OUT_OF_WINDOW, BEFORE_SURGERY, MISSED -> true;
            case UPCOMING, OPEN, DUE, OVERDUE -> false;
        };
    }

    /** Whether the visit was held without a radiograph that belongs to it. */
    public boolean lacksRadiograph() {
        return row.plan().images()
                && row.state().held().isPresent()
                && images.stream().noneMatch(one -> one.modality() == Modality.RADIOGRAPH);
    }
}
