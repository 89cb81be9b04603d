package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.statistics.censored.Turnbull;
import org.trabecula.statistics.estimate.Outcome;

/**
 * The distribution of the time to an event in one arm.
 *
 * @param event {@code fusion} or {@code loosening}
 * @param participants how many were looked at
 */
public record Curve(String event, int arm, int participants, Outcome<Turnbull> estimate) {

    static List<Curve> of(Evidence evidence) {
        List<Curve> curves = new ArrayList<>();
        for (TimeTable.Event event : TimeTable.Event.values()) {
            for (int arm = 0; arm < 2; arm++) {
                int own = arm;
                int members = (int) TimeTable.looked(evidence, event).stream()
                        .filter(one -> one.arm() == own)
                        .count();
                curves.add(new Curve(event.id(), arm, members, TimeTable.curve(evidence, event, arm)));
            }
        }
        return curves;
    }
}
