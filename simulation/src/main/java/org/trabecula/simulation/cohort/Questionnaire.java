package org.trabecula.simulation.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trabecula.simulation.mechanism.Complaints;

/**
 * What a participant puts down on a day: disability and back pain as the model has them, and leg pain, of which it says nothing.
 *
 * @param odi percent
 * @param back 0 to 10
 * @param leg 0 to 10
 */
record Questionnaire(double odi, double back, double leg) {
    private static final int SECTIONS = 10;
    private static final int WORST = 5;

    /**
     * Adds leg pain, which falls from about 6 to about 2 whatever the screws do.
     *
     * @param months after surgery; 0 is before
     */
    static Questionnaire of(Complaints.Said said, double tendency, double months, Chance day) {
        double relief = months <= 0 ? 0 : 1 - 0.55 * Math.exp(-months / 3.5);
        double leg = 6.3 - 4.4 * relief + 0.7 * tendency + day.normal(0, 0.9);
        return new Questionnaire(said.odi(), said.back(), Math.clamp(leg, 0.0, 10.0));
    }

    /** The marks of ten sections, 0 to 5, which add up to the score; now and then one is left blank, rarely three. */
    List<String> sections(Chance chance) {
        List<Integer> marks = new ArrayList<>(Collections.nCopies(SECTIONS, 0));
        for (long point = Math.round(odi / 100 * SECTIONS * WORST); point > 0; point--) {
            List<Integer> free = new ArrayList<>();
            for (int section = 0; section < SECTIONS; section++) {
                if (marks.get(section) < WORST) {
                    free.add(section);
                }
            }
            int section = chance.pick(free);
            marks.set(section, marks.get(section) + 1);
        }
        List<String> written =
                new ArrayList<>(marks.stream().map(String::valueOf).toList());
        int blanks = chance.happens(0.015) ? 3 : chance.happens(0.08) ? 1 : 0;
        chance.pick(blanks, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)).forEach(section -> written.set(section, ""));
        return written;
    }
}
