package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.trabecula.app.chart.CurveChart;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Construct;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.mechanism.Population;
import org.trabecula.statistics.resample.Philox;

/**
 * One virtual participant's two lives, with a printed titanium cage and with a PEEK cage, and the same luck in both.
 *
 * @param fusion how far the lowest segment's union carries load, 0 to 1, every half month
 * @param load the share of its first load that is left on the lowest screws
 * @param damage the widest lucent zone around any of the screws, mm
 */
record WhatIfLife(
        Participant participant, List<List<Double>> fusion, List<List<Double>> load, List<List<Double>> damage) {
    private static final int MONTHS = 24;
    private static final long SEED = 1;

    /** Draws somebody by his number and lets him live. */
    static WhatIfLife of(Assumptions given, int number) {
        Construct construct = new Construct(given);
        List<List<Double>> fusion = new ArrayList<>();
        List<List<Double>> load = new ArrayList<>();
        List<List<Double>> damage = new ArrayList<>();
        for (boolean titanium : new boolean[] {true, false}) {
            RandomGenerator chance = Philox.of(SEED, number);
            Participant one = new Population(given).draw(chance);
            construct.live(one, titanium, chance);
            int lowest = construct.segments() - 1;
            fusion.add(curve(month -> construct.phi(lowest, month)));
            load.add(curve(month -> construct.loadLeft(lowest, month)));
            damage.add(curve(month -> widest(construct, month)));
        }
        return new WhatIfLife(new Population(given).draw(Philox.of(SEED, number)), fusion, load, damage);
    }

    private static List<Double> curve(ToDoubleFunction<Double> height) {
        List<Double> heights = new ArrayList<>();
        for (double month = 0; month <= MONTHS; month += Construct.STEP) {
            heights.add(height.applyAsDouble(month));
        }
        return heights;
    }

    private static double widest(Construct construct, double month) {
        double widest = 0;
        for (int screw = 0; screw < construct.screws(); screw++) {
            widest = Math.max(widest, construct.lucencyMm(screw, month));
        }
        return widest;
    }

    /** The curves of fusion, load and damage. */
    List<StudyCharts.Figure> figures(Words words) {
        return List.of(
                figure(words, "fusion", fusion, 1, Optional.empty()),
                figure(words, "load", load, most(load) > 1 ? 1.2 : 1, Optional.empty()),
                figure(
                        words,
                        "damage",
                        damage,
                        Math.max(2, Math.ceil(most(damage) / 2) * 2),
                        Optional.of(new CurveChart.Threshold(words.say("what-if.loose-from"), 1))));
    }

    private static double most(List<List<Double>> curves) {
        return curves.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private static StudyCharts.Figure figure(
            Words words, String what, List<List<Double>> arms, double top, Optional<CurveChart.Threshold> threshold) {
        List<CurveChart.Curve> curves = List.of(
                new CurveChart.Curve(words.say("what-if.titanium"), MONTHS, arms.get(0)),
                new CurveChart.Curve(words.say("what-if.peek"), MONTHS, arms.get(1)));
        String title = words.say("what-if." + what);
        return new StudyCharts.Figure(
                title,
                new CurveChart(
                                "life-" + what,
                                title,
                                words.say("what-if." + what + ".what"),
                                words.say("what-if." + what + ".axis"),
                                words.say("what-if.months"),
                                top,
                                curves,
                                threshold)
                        .svg());
    }
}
