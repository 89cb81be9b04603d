package org.trabecula.qualification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All methods. */
public final class Catalogue {
    private static final List<Method> METHODS = Stream.of(
                    ProportionMethods.all(),
                    GroupedProportionMethods.all(),
                    DescribeMethods.all(),
                    RegressionMethods.all(),
                    CensoredMethods.all(),
                    SurvivalMethods.all(),
                    RepeatedMethods.all(),
                    ClusterMethods.all(),
                    VisitMethods.all(),
                    CausalMethods.all(),
                    AgreementMethods.all(),
                    MeasurementMethods.all(),
                    MissingMethods.all(),
                    DesignMethods.all(),
                    ResampleMethods.all())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** All methods, by area. */
    public static List<Method> all() {
        return METHODS;
    }

    /** The method of that name. */
    public static Optional<Method> named(String name) {
        return METHODS.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * Computes a case.
     *
     * @throws Unusable if there is no such method, the case lacks something, or its data have no result
     */
    public static Answer compute(Case asked) {
        return named(asked.method())
                .orElseThrow(() -> new Unusable("there is no method '" + asked.method() + "'"))
                .compute(asked);
    }
}
