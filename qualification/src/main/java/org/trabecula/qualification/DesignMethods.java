package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.trabecula.statistics.design.AdjustedPValues;
import org.trabecula.statistics.design.CoPrimaryPower;
import org.trabecula.statistics.design.ExactPower;
import org.trabecula.statistics.design.GroupSequential;
import org.trabecula.statistics.design.Spending;
import org.trabecula.statistics.design.TwoProportions;

/** What a study can show before it has begun. */
final class DesignMethods {
    private DesignMethods() {}

    static List<Method> all() {
        return List.of(size(), power(), coPrimary(), adjusted(), sequential());
    }

    private static Method size() {
        return Method.of(
                "sample-size",
                guide(
                        "How many members two groups need to show a difference of two proportions.",
                        "Sizes are not rounded up. n2 is the second group's; pooled is Pearson's test, unpooled has"
                                + " separate variances. power_prop_test_n and arcsine_n are given for equal groups;"
                                + " arcsine_n stops where R's search stops. A margin thetaH0 asks for p1 - p2 above it,"
                                + " one-sided at half the level.",
                        "Fleiss, Levin and Paik 2003; Casagrande, Pike and Smith 1978; Cohen 1988; Farrington and"
                                + " Manning 1990.",
                        needs("p1", "proportion of the first group"),
                        needs("p2", "proportion of the second group"),
                        needs("power", "the probability to show the difference"),
                        takes("alpha_two_sided", "the two-sided level; 0.05 where not given"),
                        takes("ratio_n1_n2", "members of the first group for each of the second; 1 where not given"),
                        takes("thetaH0", "the non-inferiority margin of p1 - p2")),
                asked -> {
                    var in = asked.inputs();
                    double ratio = in.number("ratio_n1_n2", 1);
                    if (Math.abs(in.number("thetaH0", 0)) >= 1) {
                        throw new Unusable("inputs.thetaH0 must lie strictly between -1 and 1");
                    }
                    var design = new TwoProportions(
                            in.probability("p1"),
                            in.probability("p2"),
                            in.probability("power"),
                            in.probability("alpha_two_sided", 0.05),
                            ratio);
                    double n2 = Answer.required(design.pooled());
                    boolean equal = ratio == 1;
                    return new Answer()
                            .put("n2_pooled_null", n2)
                            .put("n1_pooled_null", ratio * n2)
                            .put("n2_unpooled", Answer.required(design.unpooled()))
                            .put("n2_continuity_corrected", Answer.required(design.continuityCorrected()))
                            .put("power_prop_test_n", equal ? OptionalDouble.of(n2) : OptionalDouble.empty())
                            .put(
                                    "arcsine_n",
                                    equal ? Numbers.of(design.arcsine().value(), n -> n) : OptionalDouble.empty())
                            .put("cohen_h", design.effect())
                            .put("rpact_total", n2 * (1 + ratio))
                            .put("rpact_n1", ratio * n2)
                            .put("rpact_n2", n2)
                            .put(
                                    "rpact_noninferiority_total",
                                    in.has("thetaH0")
                                            ? OptionalDouble.of(
                                                    (1 + ratio) * Answer.required(design.beyond(in.number("thetaH0"))))
                                            : OptionalDouble.empty());
                });
    }

    private static Method power() {
        return Method.of(
                "exact-power",
                guide(
                        "The exact power and size of five two-sided tests of two proportions, by listing all tables.",
                        "Size is at the common proportion p_null, the mean of both by group size where not given. Fisher's"
                                + " test is by minimum likelihood, its mid-p twice the smaller side.",
                        "Enumeration of both binomial distributions.",
                        needs("n1", "members of the first group"),
                        needs("n2", "members of the second group"),
                        needs("p1", "proportion of the first group"),
                        needs("p2", "proportion of the second group"),
                        takes("alpha", "the two-sided level; 0.05 where not given"),
                        takes("p_null", "the common proportion at which the size is taken")),
                asked -> {
                    var in = asked.inputs();
                    int n1 = in.count("n1");
                    int n2 = in.count("n2");
                    double p1 = in.probability("p1");
                    double p2 = in.probability("p2");
                    double common = in.probability("p_null", (n1 * p1 + n2 * p2) / ((double) n1 + n2));
                    double alpha = in.probability("alpha", 0.05);
                    var regions = new EnumMap<ExactPower.Test, ExactPower>(ExactPower.Test.class);
                    for (ExactPower.Test test : ExactPower.Test.values()) {
                        regions.put(test, ExactPower.of(test, n1, n2, alpha));
                    }
                    return new Answer()
                            .put("power", each(regions, one -> one.at(p1, p2)))
                            .put("size_at_pooled_p", each(regions, one -> one.at(common, common)))
                            .put("n_rejecting_tables", each(regions, one -> (double) one.tables()));
                });
    }

    private static Answer each(Map<ExactPower.Test, ExactPower> regions, Function<ExactPower, Double> view) {
        var answer = new Answer();
        regions.forEach((test, region) -> answer.put(
                switch (test) {
                    case PEARSON -> "score_z";
                    case YATES -> "yates";
                    case MIETTINEN_NURMINEN -> "mn_score";
                    case FISHER -> "fisher";
                    case FISHER_MID_P -> "fisher_midp_central";
                },
                view.apply(region)));
        return answer;
    }

    private static Method coPrimary() {
        return Method.of(
                "co-primary-power",
                guide(
                        "The power of two binary endpoints together: to show both, and to show at least one.",
                        "Normal tests with the pooled variance under the hypothesis. Both are tested at the full"
                                + " two-sided level; at least one at half of it (Bonferroni). rho is the correlation of"
                                + " the test statistics.",
                        "Sozu, Sugimoto and Hamasaki 2010.",
                        needs("endpoint1", "both proportions of the first endpoint"),
                        needs("endpoint2", "both proportions of the second endpoint"),
                        needs("n_per_arm", "members of each group"),
                        needs("rho", "one correlation or several"),
                        takes("alpha", "the two-sided level; 0.05 where not given")),
                asked -> {
                    var in = asked.inputs();
                    double alpha = in.probability("alpha", 0.05);
                    var design = new CoPrimaryPower(
                            endpoint(in.numbers("endpoint1")),
                            endpoint(in.numbers("endpoint2")),
                            in.number("n_per_arm"));
                    double[] rho = in.numbers("rho");
                    return new Answer()
                            .put("marginal", design.marginal(alpha))
                            .put(
                                    "both_by_rho",
                                    Arrays.stream(rho)
                                            .map(r -> design.both(alpha, r))
                                            .toArray())
                            .put(
                                    "at_least_one_bonferroni_by_rho",
                                    Arrays.stream(rho)
                                            .map(r -> design.atLeastOne(alpha, r))
                                            .toArray());
                });
    }

    private static CoPrimaryPower.Endpoint endpoint(double[] both) {
        if (both.length != 2) {
            throw new Unusable(
                    "inputs.endpoint1 and endpoint2 must hold two proportions each, but one holds " + both.length);
        }
        return new CoPrimaryPower.Endpoint(both[0], both[1]);
    }

    private static Method adjusted() {
        return Method.of(
                "adjusted-p-values",
                guide(
                        "P-values of a family, adjusted so that each may be compared with the family's level.",
                        "In the order given. BH and BY control the false discovery rate, the others the family-wise error.",
                        "Holm 1979; Hochberg 1988; Hommel 1988; Benjamini and Hochberg 1995; Benjamini and Yekutieli"
                                + " 2001.",
                        needs("p", "the p-values")),
                asked -> {
                    var family = AdjustedPValues.of(asked.inputs().numbers("p"));
                    return new Answer()
                            .put("holm", family.holm())
                            .put("hochberg", family.hochberg())
                            .put("hommel", family.hommel())
                            .put("bonferroni", family.bonferroni())
                            .put("BH", family.benjaminiHochberg())
                            .put("BY", family.benjaminiYekutieli());
                });
    }

    private static Method sequential() {
        return Method.of(
                "group-sequential-boundaries",
                guide(
                        "The boundaries of a test with several looks that stops early only to reject, and how much larger"
                                + " it must be than a test with one look.",
                        "Types as in rpact: OF, P, WT (with delta), HP, and by spending asOF, asP, asKD and asHSD (with"
                                + " gamma). stage_levels are one-sided; shift is the squared mean of z at full"
                                + " information; critical values are right to 1e-9, rpact's to about 1e-6.",
                        "Jennison and Turnbull 2000; Wang and Tsiatis 1987; Lan and DeMets 1983.",
                        needs("information", "the share of the information at each look"),
                        needs("alpha", "the level, of both sides together"),
                        takes("sided", "1 or 2; 1 where not given"),
                        takes("type", "the shape of the boundary; asOF where not given"),
                        takes("power", "for inflation and shift; 0.8 where not given"),
                        takes("delta", "the exponent of type WT; 0.5 where not given"),
                        takes("gamma", "the parameter of types asKD and asHSD; 1 where not given")),
                asked -> {
                    var in = asked.inputs();
                    var design = GroupSequential.of(
                            in.numbers("information"), in.count("sided", 1), in.probability("alpha"), spending(in));
                    double power = in.probability("power", 0.8);
                    return new Answer()
                            .put("critical", design.critical())
                            .put("stage_levels", design.stageLevels())
                            .put("alpha_spent", design.spent())
                            .put("inflation", design.inflation(power))
                            .put("shift", design.shift(power));
                });
    }

    private static Spending spending(Inputs in) {
        String type = in.given("type").orElse("asOF");
        return switch (type) {
            case "OF" -> new Spending.Curve(0);
            case "P" -> new Spending.Curve(0.5);
            case "WT" -> new Spending.Curve(in.number("delta", 0.5));
            case "HP" -> new Spending.HaybittlePeto();
            case "asOF" -> new Spending.LikeObrienFleming();
            case "asP" -> new Spending.LikePocock();
            case "asKD" -> new Spending.Power(in.number("gamma", 1));
            case "asHSD" -> new Spending.Exponential(in.number("gamma", 1));
            default ->
                throw new Unusable(
                        "inputs.type must be one of OF, P, WT, HP, asOF, asP, asKD, asHSD, but it is '" + type + "'");
        };
    }
}
