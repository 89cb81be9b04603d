package org.trabecula.simulation.mechanism;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A value for every {@link Parameter}, each within its range. Never changes. */
public final class Assumptions {
    private final double[] values;

    private Assumptions(double[] values) {
        this.values = values;
    }

    /** The reference model. */
    public static Assumptions reference() {
        return new Assumptions(Arrays.stream(Parameter.values())
                .mapToDouble(Parameter::reference)
                .toArray());
    }

    public double value(Parameter parameter) {
        return values[parameter.ordinal()];
    }

    /**
     * The same with one value changed.
     *
     * @throws IllegalArgumentException with the range in its sentence when the value lies outside; ask
     *     {@link Parameter#objection} first
     */
    public Assumptions with(Parameter parameter, double value) {
        Optional<String> objection = parameter.objection(value);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get());
        }
        double[] changed = values.clone();
        changed[parameter.ordinal()] = value;
        return new Assumptions(changed);
    }

    /** The same with several values changed; throws as {@link #with(Parameter, double)}. */
    public Assumptions with(Map<Parameter, Double> changes) {
        Assumptions changed = this;
        for (Map.Entry<Parameter, Double> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        return changed;
    }

    /** Nobody misses a visit or comes on another day, every image shows the truth, and chance alone deals the arms: the corner with a formula. */
    public Assumptions seenPerfectly() {
        return with(Map.ofEntries(
                Map.entry(Parameter.CONFOUNDING, 0.0),
                Map.entry(Parameter.MISSED, 0.0),
                Map.entry(Parameter.DROPOUT, 0.0),
                Map.entry(Parameter.ASTRAY, 0.0),
                Map.entry(Parameter.XRAY_SENSITIVITY, 1.0),
                Map.entry(Parameter.XRAY_SPECIFICITY, 1.0),
                Map.entry(Parameter.CT_SENSITIVITY, 1.0),
                Map.entry(Parameter.CT_SPECIFICITY, 1.0),
                Map.entry(Parameter.XRAY_UNION_SENSITIVITY, 1.0),
                Map.entry(Parameter.XRAY_UNION_SPECIFICITY, 1.0),
                Map.entry(Parameter.CT_UNION_SENSITIVITY, 1.0),
                Map.entry(Parameter.CT_UNION_SPECIFICITY, 1.0),
                Map.entry(Parameter.UNCLEAR, 0.0),
                Map.entry(Parameter.TITANIUM_UNCLEAR, 0.0),
                Map.entry(Parameter.CT_DONE, 1.0),
                Map.entry(Parameter.READERS_DIFFER, 0.0),
                Map.entry(Parameter.READERS_DIFFER_UNION, 0.0),
                Map.entry(Parameter.HIDDEN, 0.0)));
    }
}
