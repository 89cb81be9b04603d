package org.trabecula.app.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.spine.Side;

/**
 * The surgery page's fields by name, whether typed or filled in from what is recorded: {@code screw.L4-left.diameter},
 * {@code cage.0.lot} and so on.
 */
record SurgerySheet(Function<String, List<String>> fields) {
    static final int CAGE_ROWS = 6;

    static List<Segment> segments() {
        return Arrays.stream(Level.values())
                .flatMap(level -> level.below().map(below -> new Segment(level, below)).stream())
                .toList();
    }

    static List<ScrewSite> sites() {
        return Arrays.stream(Level.values())
                .flatMap(level -> Stream.of(new ScrewSite(level, Side.LEFT), new ScrewSite(level, Side.RIGHT)))
                .toList();
    }

    /** The sheet of a recorded surgery. */
    static SurgerySheet of(Surgery surgery) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("on", List.of(surgery.on().toString()));
        fields.put("surgeon", List.of(surgery.surgeon()));
        fields.put("segment", surgery.fused().stream().map(Segment::toString).toList());
        surgery.screws().forEach(screw -> {
            String name = "screw." + screw.site();
            fields.put(name, List.of("yes"));
            fields.put(name + ".diameter", List.of(screw.diameterMm().toPlainString()));
            fields.put(name + ".length", List.of(screw.lengthMm().toPlainString()));
            fields.put(name + ".cemented", screw.cemented() ? List.of("yes") : List.of());
            fields.put(name + ".revision", screw.revision() ? List.of("yes") : List.of());
        });
        for (int row = 0; row < surgery.cages().size(); row++) {
            Cage cage = surgery.cages().get(row);
            String name = "cage." + row;
            fields.put(name + ".segment", List.of(cage.segment().toString()));
            fields.put(name + ".material", List.of(cage.material().name()));
            fields.put(name + ".maker", List.of(cage.maker()));
            fields.put(name + ".model", List.of(cage.model()));
            fields.put(name + ".lot", List.of(cage.lot()));
            fields.put(name + ".udi", List.of(cage.udi()));
            fields.put(name + ".footprint", List.of(cage.footprint()));
            fields.put(name + ".height", plain(cage.heightMm()));
            fields.put(name + ".lordosis", plain(cage.lordosisDegrees()));
        }
        return new SurgerySheet(field -> fields.getOrDefault(field, List.of()));
    }

    /** A fresh sheet with the planned segments ticked. */
    static SurgerySheet planned(Casebook casebook) {
        List<String> planned = casebook.membership()
                .plan()
                .map(plan ->
                        plan.what().segments().stream().map(Segment::toString).toList())
                .orElse(List.of());
        return new SurgerySheet(field -> field.equals("segment") ? planned : List.of());
    }

    private static List<String> plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).map(List::of).orElse(List.of());
    }

    public String text(String field) {
        List<String> values = fields.apply(field);
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean ticked(String field) {
        return !text(field).isEmpty();
    }

    public boolean ticked(Segment segment) {
        return fields.apply("segment").contains(segment.toString());
    }

    boolean touches(Level level) {
        return fields.apply("segment").stream()
                .filter(text -> segments().stream().map(Segment::toString).anyMatch(text::equals))
                .map(Segment::of)
                .anyMatch(segment -> segment.upper() == level || segment.lower() == level);
    }

    public int cageRows() {
        return CAGE_ROWS;
    }

    /** The surgery that the sheet describes; empty when a field objects, which {@code typed} then knows. */
    Optional<Surgery> read(Typed typed) {
        LocalDate on = typed.date("on");
        String surgeon = typed.required("surgeon");
        List<Segment> fused = typed.segments("segment");
        if (fused.isEmpty()) {
            typed.object(Objection.to("segment", Rule.PLAN_NEEDS_SEGMENT));
        }
        List<Screw> screws = sites().stream()
                .filter(site -> ticked("screw." + site))
                .map(site -> screw(site, typed))
                .toList();
        List<Cage> cages = new ArrayList<>();
        for (int row = 0; row < CAGE_ROWS; row++) {
            cage("cage." + row, typed).ifPresent(cages::add);
        }
        return typed.sound() ? Optional.of(new Surgery(on, surgeon, fused, screws, cages)) : Optional.empty();
    }

    private Screw screw(ScrewSite site, Typed typed) {
        String name = "screw." + site;
        return new Screw(
                site,
                needed(name, name + ".diameter", typed),
                needed(name, name + ".length", typed),
                ticked(name + ".cemented"),
                ticked(name + ".revision"));
    }

    private static BigDecimal needed(String place, String field, Typed typed) {
        Optional<BigDecimal> number = typed.number(field);
        if (number.isEmpty()) {
            typed.object(Objection.to(place, Rule.SURGERY_INCOMPLETE, field));
        }
        return number.orElse(BigDecimal.ZERO);
    }

    /** One row of the cage table; empty when nothing stands in it. */
    private Optional<Cage> cage(String name, Typed typed) {
        boolean blank = Stream.of("segment", "material", "maker", "model", "lot", "udi", "footprint", "height")
                .allMatch(field -> text(name + "." + field).isBlank());
        if (blank) {
            return Optional.empty();
        }
        Optional<Segment> segment = typed.read(name + ".segment", Segment::of, "L4/L5");
        Optional<CageMaterial> material = typed.read(name + ".material", CageMaterial::valueOf, "");
        return segment.flatMap(at -> material.map(what -> new Cage(
                at,
                what,
                typed.text(name + ".maker"),
                typed.text(name + ".model"),
                typed.text(name + ".lot"),
                typed.text(name + ".udi"),
                typed.text(name + ".footprint"),
                typed.number(name + ".height"),
                typed.number(name + ".lordosis"))));
    }
}
