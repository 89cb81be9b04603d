package org.trabecula.qualification;

import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.takes;

import java.util.Arrays;
import java.util.List;
import org.trabecula.statistics.describe.SampleQuantile;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.resample.Bootstrap;
import org.trabecula.statistics.resample.Replicates;
import org.trabecula.statistics.resample.Resampling;
import org.trabecula.statistics.resample.Statistic;

/** The bootstrap. */
final class ResampleMethods {
    private ResampleMethods() {}

    static List<Method> all() {
        return List.of(interval());
    }

    private static Method interval() {
        return Method.of(
                "bootstrap-interval",
                guide(
                        "Bootstrap intervals of the difference of two means, second arm minus first. With a second table"
                                + " (column t) its replicates are used; without one they are drawn.",
                        "Percentiles are order statistics interpolated on the normal scale, as boot.ci has them, and"
                                + " differ from every quantile type; types 7 and 6 stand beside them. The acceleration is"
                                + " from leaving out one member at a time within strata.",
                        "Davison and Hinkley 1997; Efron 1987.",
                        takes("strata", "the column of the arms, which are drawn separately; arm where not given"),
                        takes("y", "the column of the measurements; y where not given"),
                        takes("replicates", "how many are drawn; 10000 where not given"),
                        takes("seed", "the key of the drawing; 1 where not given"),
                        ProportionMethods.CONF),
                ResampleMethods::interval);
    }

    private static Answer interval(Case asked) {
        String arm = asked.inputs().given("strata").orElse("arm");
        String y = asked.inputs().given("y").orElse("y");
        Table table = asked.table().complete(arm, y);
        List<String> levels = table.twoLevels(arm);
        int[] arms = table.texts(arm).stream().mapToInt(levels::indexOf).toArray();
        var bootstrap = new Bootstrap(
                Resampling.stratified(arms),
                Statistic.difference(arms, table.numbers(y)),
                asked.inputs().count("replicates", 10_000),
                asked.inputs().count("seed", 1));
        Replicates replicates =
                asked.tables().size() > 1 ? supplied(asked, bootstrap) : Answer.required(bootstrap.draw());
        double acceleration = Replicates.acceleration(Answer.required(bootstrap.influence()));
        double level = ProportionMethods.level(asked);
        return new Answer()
                .put("t0", replicates.original())
                .put("bias", replicates.bias())
                .put("se", replicates.standardError())
                .put("normal", replicates.normal(level))
                .put("basic", replicates.basic(level))
                .put("percentile", replicates.percentile(level))
                .put("bca", replicates.bca(level, acceleration).value())
                .put("z0", Numbers.of(replicates.shift().value(), one -> one))
                .put("acceleration", acceleration)
                .put("quantile_type7", quantiles(replicates, SampleQuantile.TYPE_7, level))
                .put("quantile_type6", quantiles(replicates, SampleQuantile.TYPE_6, level));
    }

    private static Replicates supplied(Case asked, Bootstrap bootstrap) {
        int[] once = new int[bootstrap.resampling().size()];
        Arrays.fill(once, 1);
        double[] draws = asked.tables().get(1).complete("t").numbers("t");
        return Answer.required(Replicates.of(bootstrap.statistic().of(once), draws));
    }

    private static Interval quantiles(Replicates replicates, SampleQuantile type, double level) {
        double tail = Confidence.tail(level);
        return new Interval(type.of(replicates.sorted(), tail), type.of(replicates.sorted(), 1 - tail));
    }
}
