package org.trabecula.study.implant;

import java.util.List;
import java.util.stream.Stream;

/** The surgery as now known, and the journal positions that say so (the last one gave it its present form). */
public record Operation(Surgery surgery, List<Long> trail) {
    public Operation {
        trail = List.copyOf(trail);
    }

    public static Operation of(ImplantFact.SurgeryPerformed fact, long position) {
        return new Operation(fact.surgery(), List.of(position));
    }

    public Operation after(ImplantFact fact, long position) {
        Surgery now = switch (fact) {
            case ImplantFact.SurgeryPerformed(var surgery) -> surgery;
            case ImplantFact.SurgeryCorrected(var surgery) -> surgery;
        };
        return new Operation(
                now, Stream.concat(trail.stream(), Stream.of(position)).toList());
    }
}
