package org.trabecula.app.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;

/** Puts a surgery into words, a value for each screw and each cage, so that a correction shows which of them it changed. */
record SurgeryTelling(Words words) {

    List<Telling.Value> values(Surgery surgery) {
        List<Telling.Value> values = new ArrayList<>();
        values.add(value("on", surgery.on().toString()));
        values.add(value("surgeon", surgery.surgeon()));
        values.add(
                value("segments", surgery.fused().stream().map(Object::toString).collect(Collectors.joining(", "))));
        surgery.screws().forEach(screw -> values.add(screw(screw)));
        Map<String, Integer> counted = new HashMap<>();
        for (Cage cage : surgery.cages()) {
            int number = counted.merge(cage.segment().toString(), 1, Integer::sum);
            values.add(cage(cage, number));
        }
        return values;
    }

    private Telling.Value value(String key, String text) {
        return new Telling.Value(key, words.say("value." + key), text);
    }

    private Telling.Value screw(Screw screw) {
        String place = screw.site().level() + " " + words.name(screw.site().side());
        String size =
                screw.diameterMm().toPlainString() + " × " + screw.lengthMm().toPlainString() + " mm";
        String text = Stream.of(
                        size,
                        screw.cemented() ? words.say("screw.cemented") : "",
                        screw.revision() ? words.say("screw.revision") : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new Telling.Value("screw." + screw.site(), words.say("value.screw", place), text);
    }

    /** Two cages may share a segment; the second says that it is the second. */
    private Telling.Value cage(Cage cage, int number) {
        String place = cage.segment() + (number > 1 ? " (" + number + ")" : "");
        String text = Stream.of(
                        words.name(cage.material()),
                        cage.maker(),
                        cage.model(),
                        named("cage.lot", cage.lot()),
                        named("cage.udi", cage.udi()),
                        cage.footprint(),
                        named("cage.height", number(cage.heightMm())),
                        named("cage.lordosis", number(cage.lordosisDegrees())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new Telling.Value("cage." + place, words.say("value.cage-at", place), text);
    }

    private String named(String key, String text) {
        return text.isEmpty() ? "" : words.say(key, text);
    }

    private static String number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }
}
