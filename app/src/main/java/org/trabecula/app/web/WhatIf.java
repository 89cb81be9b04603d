package org.trabecula.app.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Parameter;
import org.trabecula.simulation.trial.Scenario;

/**
 * What somebody wants to try, as typed: a few assumptions of the model, how many take part, and whose life is drawn. What is not
 * typed has its reference value.
 */
record WhatIf(List<Dial> dials) {
    static final String PARTICIPANTS = "participants";
    static final String PERSON = "person";
    static final int PLANNED = 90;
    private static final int FEWEST = 20;
    private static final int MOST = 400;
    private static final int LAST_PERSON = 10_000;
    private static final List<Parameter> MOVED = List.of(
            Parameter.CAGE_SPEED,
            Parameter.LOAD_RATIO,
            Parameter.LOOSE_SLOWS,
            Parameter.CONFOUNDING,
            Parameter.DROPOUT,
            Parameter.READERS_DIFFER,
            Parameter.READERS_DIFFER_UNION);

    WhatIf {
        dials = List.copyOf(dials);
    }

    /**
     * One value that can be moved.
     *
     * @param typed as it came, or the reference value
     * @param step between two values of the slider
     */
    record Dial(String id, double low, double high, double reference, double step, String typed) {
        private static final String NUMBER = "[+-]?\\d{1,7}([.]\\d{1,6})?";

        boolean whole() {
            return step == 1;
        }

        /** The value; empty when it is no number or lies outside the range. */
        Optional<Double> value() {
            return Optional.of(typed)
                    .filter(text -> text.matches(NUMBER))
                    .map(Double::valueOf)
                    .filter(value -> value >= low && value <= high && (!whole() || value == Math.rint(value)));
        }

        public boolean wrong() {
            return value().isEmpty();
        }

        public boolean moved() {
            return value().filter(value -> value != reference).isPresent();
        }

        static String plain(double value) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        }

        public String lowest() {
            return plain(low);
        }

        public String highest() {
            return plain(high);
        }

        public String usual() {
            return plain(reference);
        }

        public String steps() {
            return plain(step);
        }
    }

    static WhatIf of(Typed typed) {
        List<Dial> dials = new ArrayList<>();
        for (Parameter one : MOVED) {
            double step = one.high() - one.low() > 1 ? 0.05 : 0.01;
            dials.add(dial(typed, one.id(), one.low(), one.high(), one.reference(), step));
        }
        dials.add(dial(typed, PARTICIPANTS, FEWEST, MOST, PLANNED, 1));
        dials.add(dial(typed, PERSON, 1, LAST_PERSON, 1, 1));
        return new WhatIf(dials);
    }

    private static Dial dial(Typed typed, String id, double low, double high, double reference, double step) {
        String text = typed.text(id);
        return new Dial(id, low, high, reference, step, text.isEmpty() ? Dial.plain(reference) : text);
    }

    /** Those of the model and the study. */
    public List<Dial> ofTheStudy() {
        return dials.stream().filter(one -> !one.id().equals(PERSON)).toList();
    }

    public Dial person() {
        return dials.getLast();
    }

    boolean sound() {
        return dials.stream().noneMatch(Dial::wrong);
    }

    /** The assumptions and the number of participants; what is out of range has its reference value. */
    Scenario scenario() {
        Map<Parameter, Double> moved = new LinkedHashMap<>();
        int participants = PLANNED;
        for (Dial dial : dials) {
            double value = dial.value().orElse(dial.reference());
            Parameter.find(dial.id()).ifPresent(parameter -> moved.put(parameter, value));
            participants = dial.id().equals(PARTICIPANTS) ? (int) value : participants;
        }
        return new Scenario("what-if", participants, Assumptions.reference().with(moved));
    }

    /** What everything is compared with. */
    static Scenario reference() {
        return new Scenario("reference", PLANNED, Assumptions.reference());
    }

    int number() {
        return person().value().orElse(1.0).intValue();
    }

    /** The address's query that shows the same again; only what was moved. */
    public String query() {
        return query(dials.stream().filter(one -> one.moved() || one.wrong()));
    }

    /** The same with the next participant. */
    public String next() {
        Dial own = person();
        Dial next = new Dial(PERSON, own.low(), own.high(), 0, 1, String.valueOf(number() % LAST_PERSON + 1));
        return query(Stream.concat(ofTheStudy().stream().filter(Dial::moved), Stream.of(next)));
    }

    private static String query(Stream<Dial> dials) {
        return dials.map(one -> one.id() + "=" + URLEncoder.encode(one.typed(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
