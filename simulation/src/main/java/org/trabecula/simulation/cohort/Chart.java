package org.trabecula.simulation.cohort;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Drug;
import org.trabecula.study.spine.Level;

/**
 * What is known about a participant, by the names that forms use for it. A value is as it would be typed, or the words of a
 * choice; the empty text means that it is known to be left empty. A form may put its own prefix and an underscore before a
 * name.
 */
final class Chart {
    private static final List<String> DRUGS = List.of("teriparatide", "denosumab", "bisphosphonate", "romosozumab");
    private static final List<String> DOSES =
            List.of("20 µg daily", "60 mg every 6 months", "zoledronate 5 mg yearly", "210 mg monthly");

    private final Map<String, String> values = new HashMap<>();

    private Chart() {}

    Optional<String> find(String item) {
        String exact = values.get(item);
        return exact != null
                ? Optional.of(exact)
                : Optional.ofNullable(values.get(item.substring(item.indexOf('_') + 1)));
    }

    /** What is known before surgery. */
    static Chart ofBaseline(Person person, LocalDate on, Chance chance) {
        Chart chart = new Chart();
        Body body = person.body();
        chart.put("date", on);
        chart.put("age", body.age());
        chart.put("sex", body.female() ? "Female" : "Male");
        chart.decimal("weight", body.weightKg());
        chart.put("height", Math.round(body.heightCm()));
        chart.bone(body, on, chance);
        chart.habits(body, chance);
        chart.drugs(person.one().drug(), on, chance);
        chart.plan(person);
        return chart;
    }

    /** What is known at a visit. */
    static Chart ofVisit(LocalDate on, Questionnaire said, Chance chance) {
        Chart chart = new Chart();
        chart.put("date", on);
        List<String> sections = said.sections(chance);
        for (int section = 1; section <= sections.size(); section++) {
            chart.put("odi_" + section, sections.get(section - 1));
        }
        chart.put("vas_scale", "10");
        chart.decimal("vas_back", said.back());
        chart.put("vas_leg", chance.happens(0.03) ? "" : tenth(said.leg()));
        return chart;
    }

    /** This chart with what another one knows. */
    Chart with(Chart other) {
        Chart both = new Chart();
        both.values.putAll(values);
        both.values.putAll(other.values);
        return both;
    }

    private void bone(Body body, LocalDate on, Chance chance) {
        put("dxa_date", on.minusDays(chance.between(3, 80)));
        put("dxa_device", chance.pick(List.of("Virtual DXA A", "Virtual DXA B")));
        decimal("t_lumbar", body.tLumbar());
        put("t_lumbar_region", "L1-L4");
        put("t_lumbar_site", "L1-L4");
        put("t_hip", chance.happens(0.05) ? "" : tenth(body.tHip()));
        decimal("t_neck", body.tNeck());
        put("ct_date", on.minusDays(chance.between(1, 45)));
        put("hu_kvp", chance.happens(0.9) ? 120 : 100);
        put("ct_slice", chance.happens(0.7) ? "1" : "3");
        put("ct_kernel", "bone");
        put("ct_contrast", "0");
        decimal("hu_mean", body.hu());
        int[] gradient = {6, 2, -3, -5, -2};
        for (int level = 1; level <= gradient.length; level++) {
            boolean unmeasured = chance.happens(0.04);
            put("hu_l" + level, unmeasured ? "" : Math.round(body.hu() + gradient[level - 1] + chance.normal(0, 6)));
        }
        put("hu_reader", "H" + chance.between(1, 2));
    }

    private void habits(Body body, Chance chance) {
        put("smoking", List.of("Never", "Former", "Current").get(body.smoking()));
        put("pack_years", chance.between(5, 40));
        put("diabetes", body.diabetes() ? 1 : 0);
        decimal("hba1c", chance.normal(7.2, 0.8, 5.8, 10));
        put("steroids", body.steroids() ? 1 : 0);
        decimal("steroid_dose", chance.pick(List.of(5.0, 7.5, 10.0)));
        put("supplements", "1,2");
        put("plif", body.plif() ? 1 : 0);
        put("prior_surgery", body.priorSurgery() ? 1 : 0);
        List.of("infection", "tumour", "pregnant").forEach(absent -> put(absent, 0));
    }

    private void drugs(Drug taken, LocalDate on, Chance chance) {
        int usual = chance.happens(0.7) ? 1 : 0;
        String which = switch (taken) {
            case NONE -> "";
            case ANABOLIC -> DRUGS.get(3 - 3 * usual);
            case ANTIRESORPTIVE -> DRUGS.get(1 + usual);
        };
        for (int drug = 0; drug < DRUGS.size(); drug++) {
            drug(drug, DRUGS.get(drug).equals(which), on, chance);
        }
    }

    private void drug(int drug, boolean taken, LocalDate on, Chance chance) {
        String name = DRUGS.get(drug);
        LocalDate start = on.minusDays(chance.between(30, 900));
        put(name, taken ? 1 : 0);
        put(name + "_start", start);
        put(name + "_stop", chance.happens(0.2) ? start.plusDays(chance.between(10, 25)) : "");
        put(name + "_dose", DOSES.get(drug));
    }

    private void plan(Person person) {
        Intention intention = person.intention();
        put("diagnosis", person.index() % 3 == 0 ? "Degenerative spondylolisthesis" : "Lumbar spinal stenosis");
        put("levels_planned", intention.segments().size());
        put("lowest_segment", intention.segments().getLast());
        put("s1_planned", intention.segments().getLast().lower() == Level.S1 ? 1 : 0);
        put("cement_planned", person.body().hu() < 65 && person.index() % 3 == 0 ? 1 : 0);
        put("cage_reason", intention.reason());
        put("surgeon", intention.surgeon());
        put("surgeon_years", intention.years());
    }

    private void put(String name, Object value) {
        values.put(name, String.valueOf(value));
    }

    private void decimal(String name, double value) {
        put(name, tenth(value));
    }

    private static String tenth(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
