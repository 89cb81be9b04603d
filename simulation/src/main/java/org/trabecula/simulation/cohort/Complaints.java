package org.trabecula.simulation.cohort;

import java.util.ArrayList;
import java.util.List;

/**
 * What a participant says about disability and pain. ODI falls from about 45 to about 20, VAS from about 6.5 to about 2.5; a
 * loose screw adds 3.3 points of ODI and 0.75 of back pain (meta-analysis 2025, 22 studies), a missing union about as much.
 *
 * @param odi tendency, percent
 * @param back 0 to 10
 * @param leg 0 to 10
 */
record Complaints(double odi, double back, double leg) {
    /** Draws the complaints on a day; months 0 is before surgery. */
    static Complaints draw(Chance lasting, Chance day, double months, boolean loose, boolean united) {
        double severity = lasting.normal(0, 1);
        double relief = months <= 0 ? 0 : 1 - 0.55 * Math.exp(-months / 3.5);
        double trouble = months <= 0 ? 0 : (loose ? 1 : 0) + (united || months < 5 ? 0 : 0.8);
        return new Complaints(
                Math.clamp(46 - 27 * relief + (9 - 3 * relief) * severity + 3.3 * trouble + day.normal(0, 4), 2, 88),
                Math.clamp(6.5 - 4.2 * relief + 0.9 * severity + 0.75 * trouble + day.normal(0, 0.7), 0, 10),
                Math.clamp(6.3 - 4.4 * relief + 0.7 * severity + 0.2 * trouble + day.normal(0, 0.9), 0, 10));
    }

    /** The marks of ten sections, 0 to 5; now and then one is left blank, rarely three. */
    List<String> sections(Chance chance) {
        List<String> marks = new ArrayList<>();
        for (int section = 0; section < 10; section++) {
            marks.add(String.valueOf(Math.round(chance.normal(odi / 20, 0.7, 0, 5))));
        }
        int blanks = chance.happens(0.015) ? 3 : chance.happens(0.08) ? 1 : 0;
        chance.pick(blanks, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)).forEach(section -> marks.set(section, ""));
        return marks;
    }
}
