package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyFact.ReoperationReported;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** Why a re-operation or a death cannot have been as it is told. */
final class Aftermath {
    private static final Text SURGERY = new Text("the surgery", "手术");
    private static final Text REOPERATION = new Text("a re-operation", "再次手术");
    private static final Text EVENT = new Text("an adverse event", "不良事件");

    private Aftermath() {}

    static Optional<Ruling> reoperation(Decision d, Casebook casebook, ReoperationReported told) {
        if (casebook.surgery().isEmpty()) {
            return Optional.of(Ruling.refuse("", Rule.SURGERY_BEFORE_REOPERATION));
        }
        Surgery surgery = casebook.surgery().get();
        List<Objection> objections = new ArrayList<>();
        if (told.segments().isEmpty()) {
            objections.add(Objection.to("segment", Rule.VALUE_REQUIRED));
        }
        if (told.grounds() == SafetyFact.Grounds.OTHER && told.description().isBlank()) {
            objections.add(Objection.to("description", Rule.VALUE_REQUIRED));
        }
        if (told.on().isBefore(surgery.on())) {
            objections.add(Objection.to("on", Rule.DATE_BEFORE, told.on(), SURGERY, surgery.on()));
        }
        objections.addAll(missing(surgery, told));
        told.event()
                .filter(event ->
                        !(casebook.safety().report(event).orElse(told) instanceof SafetyFact.AdverseEventReported))
                .ifPresent(event -> objections.add(Objection.to("event", Rule.UNKNOWN_REPORT, event)));
        return objections.isEmpty() ? d.died(casebook, "on", told.on()) : Optional.of(new Ruling.Refuse(objections));
    }

    /** The implants that are named and were never put in. */
    private static List<Objection> missing(Surgery surgery, ReoperationReported told) {
        List<ScrewSite> screws = surgery.sites();
        List<Segment> cages =
                surgery.cages().stream().map(Cage::segment).distinct().sorted().toList();
        return Stream.concat(
                        told.screws().stream()
                                .map(SafetyFact.ScrewWork::site)
                                .filter(site -> !screws.contains(site))
                                .map(site -> Objection.to("screw." + site, Rule.SCREW_NOT_THERE, site, listed(screws))),
                        told.cages().stream()
                                .map(SafetyFact.CageWork::segment)
                                .filter(segment -> !cages.contains(segment))
                                .map(segment ->
                                        Objection.to("cage." + segment, Rule.CAGE_NOT_THERE, segment, listed(cages))))
                .toList();
    }

    private static String listed(List<?> things) {
        return things.isEmpty() ? "–" : things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** A surgery put right has to leave the re-operations possible that are recorded after it. */
    static Optional<Ruling> unfit(Casebook casebook, Surgery surgery) {
        return casebook.safety().reoperations().stream()
                .map(one -> one.what())
                .filter(told -> told.on().isBefore(surgery.on())
                        || !missing(surgery, told).isEmpty())
                .findFirst()
                .map(told -> Ruling.refuse("", Rule.REOPERATION_UNFIT, told.on()));
    }

    /** Refuses a death before something that only happens to the living. */
    static Optional<Ruling> death(Decision d, Casebook casebook, SafetyFact.DeathReported told) {
        LocalDate day = told.on();
        return Stream.of(
                        casebook.surgery().stream().map(one -> later(SURGERY, one.on(), day)),
                        casebook.visits().stream()
                                .flatMap(visit ->
                                        visit.held().stream().map(on -> later(named(d, visit.at()), on, day))),
                        casebook.safety().reports().stream().map(one -> switch (one.what()) {
                            case SafetyFact.AdverseEventReported event -> later(EVENT, event.onset(), day);
                            case ReoperationReported again -> later(REOPERATION, again.on(), day);
                            case SafetyFact.DeviceDeficiencyReported _, SafetyFact.DeathReported _ ->
                                Optional.<Ruling>empty();
                        }))
                .flatMap(all -> all)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Text named(Decision d, Timepoint visit) {
        Text name = d.protocol().visit(visit).map(PlannedVisit::name).orElse(Text.same(visit.toString()));
        return new Text("visit " + name.english(), "访视“" + name.chinese() + "”");
    }

    private static Optional<Ruling> later(Text what, LocalDate on, LocalDate death) {
        return on.isAfter(death)
                ? Optional.of(Ruling.refuse("on", Rule.RECORDED_AFTER_DEATH, what, on))
                : Optional.empty();
    }
}
