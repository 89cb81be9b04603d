package org.trabecula.study.conduct;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.ImplantFact;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.Segment;

/** Recording the surgery. */
final class Theatre {
    private Theatre() {}

    static Ruling record(Decision d, Intent.RecordSurgery intent) {
        return d.afterConsent(intent.id(), casebook -> {
            Surgery surgery = intent.surgery();
            List<Objection> objections = objections(surgery);
            if (!objections.isEmpty()) {
                return new Ruling.Refuse(objections);
            }
            Optional<Ruling> dated = dated(d, casebook, surgery.on());
            if (dated.isPresent()) {
                return dated.get();
            }
            return casebook.surgery()
                    .map(known -> correct(d, intent, casebook, known))
                    .orElseGet(() -> Ruling.record(intent.id().stream(), new ImplantFact.SurgeryPerformed(surgery)));
        });
    }

    /** A date that stands already is left alone; a correction may show that the surgery came before the consent. */
    private static Optional<Ruling> dated(Decision d, Casebook casebook, LocalDate on) {
        Optional<LocalDate> known = casebook.surgery().map(Surgery::on);
        if (known.filter(on::equals).isPresent()) {
            return Optional.empty();
        }
        Optional<Ruling> early = Screening.before(casebook, on);
        if (early.isPresent()) {
            return early;
        }
        LocalDate consented =
                casebook.membership().firstConsent().orElseThrow().what().on();
        if (known.isEmpty() && on.isBefore(consented)) {
            return Optional.of(Ruling.refuse("on", Rule.CONSENT_AFTER_DATE, consented, on));
        }
        return on.isAfter(d.today(casebook.site()))
                ? Optional.of(Ruling.refuse("on", Rule.DATE_IN_FUTURE, on))
                : d.left(casebook, "on", on);
    }

    private static Ruling correct(Decision d, Intent.RecordSurgery intent, Casebook casebook, Surgery known) {
        if (known.equals(intent.surgery())) {
            return Ruling.refuse("", Rule.NOTHING_CHANGED);
        }
        if (d.request().reason().isEmpty()) {
            return Ruling.refuse("reason", Rule.REASON_REQUIRED);
        }
        return Aftermath.unfit(casebook, intent.surgery()).orElseGet(() -> corrected(d, intent, casebook));
    }

    private static Ruling corrected(Decision d, Intent.RecordSurgery intent, Casebook casebook) {
        List<Ruling.Saying> sayings = new ArrayList<>();
        sayings.add(new Ruling.Saying(intent.id().stream(), new ImplantFact.SurgeryCorrected(intent.surgery())));
        casebook.visits().stream()
                .flatMap(visit -> visit.images().stream())
                .flatMap(filed ->
                        d
                                .register()
                                .readingRoom()
                                .find(new ImagingStudyId(filed.fact().images().id()))
                                .stream())
                .filter(ReadingCase::cased)
                .flatMap(one -> asked(one, intent.surgery()).stream())
                .forEach(sayings::add);
        return new Ruling.Say(sayings);
    }

    /**
     * A case asks for the screws and segments that are there; when these are put right, it is judged anew. By another diameter alone
     * nobody's judgement falls, but who has yet to judge measures by the right one.
     */
    private static Optional<Ruling.Saying> asked(ReadingCase reading, Surgery surgery) {
        if (reading.screws().equals(surgery.sites()) && reading.segments().equals(surgery.fused())) {
            return Optional.of(Filing.diameters(surgery))
                    .filter(right -> !reading.judged() && !right.equals(Optional.of(reading.diameters())))
                    .map(right -> new Ruling.Saying(
                            reading.id().stream(),
                            new ImagingFact.CaseOpened(surgery.sites(), surgery.fused(), right)));
        }
        return Optional.of(new Ruling.Saying(
                reading.id().stream(),
                new ImagingFact.CaseReopened(surgery.sites(), surgery.fused(), Filing.diameters(surgery))));
    }

    private static List<Objection> objections(Surgery surgery) {
        List<Objection> objections = new ArrayList<>();
        if (surgery.surgeon().isBlank()) {
            objections.add(Objection.to("surgeon", Rule.VALUE_REQUIRED));
        }
        if (surgery.screws().isEmpty()) {
            objections.add(Objection.to("screws", Rule.SURGERY_INCOMPLETE, new Text("screws", "螺钉")));
        }
        apart("segment", surgery.fused()).ifPresent(objections::add);
        Collection<Level> levels = new TreeSet<>();
        surgery.fused().forEach(segment -> {
            levels.add(segment.upper());
            levels.add(segment.lower());
        });
        String fused = listed(surgery.fused());
        surgery.screws().forEach(screw -> screw(screw, levels, fused, objections));
        surgery.cages().forEach(cage -> cage(cage, surgery, fused, objections));
        return objections;
    }

    /** Objects to segments that are not one row: what is fused is one construct. */
    static Optional<Objection> apart(String place, List<Segment> segments) {
        List<Segment> missing = Segment.missing(segments);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Objection.to(place, Rule.SEGMENTS_APART, listed(segments), listed(missing)));
    }

    private static String listed(List<Segment> segments) {
        return segments.stream().sorted().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static void screw(Screw screw, Collection<Level> levels, String fused, List<Objection> objections) {
        String place = "screw." + screw.site();
        if (!levels.contains(screw.site().level())) {
            objections.add(Objection.to(place, Rule.SCREW_LEVEL_OUTSIDE, screw.site(), fused));
        }
        if (outside(screw.diameterMm(), 3, 12) || outside(screw.lengthMm(), 20, 120)) {
            objections.add(Objection.to(place, Rule.SCREW_SIZE, screw.site(), screw.diameterMm(), screw.lengthMm()));
        }
    }

    private static void cage(Cage cage, Surgery surgery, String fused, List<Objection> objections) {
        String place = "cage." + cage.segment();
        if (!surgery.fused().contains(cage.segment())) {
            objections.add(Objection.to(place, Rule.CAGE_OUTSIDE, cage.segment(), fused));
        }
        if (cage.maker().isBlank() || cage.lot().isBlank()) {
            objections.add(Objection.to(
                    place,
                    Rule.SURGERY_INCOMPLETE,
                    new Text("maker and lot of the cage at " + cage.segment(), cage.segment() + " 处融合器的厂家和批号")));
        }
    }

    private static boolean outside(BigDecimal value, int low, int high) {
        return value.compareTo(BigDecimal.valueOf(low)) < 0 || value.compareTo(BigDecimal.valueOf(high)) > 0;
    }
}
