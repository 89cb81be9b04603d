package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Drug;
import org.trabecula.simulation.trial.VirtualStudy.Member;
import org.trabecula.simulation.trial.VirtualStudy.Seen;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.WeightedComparison;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.missing.ChainedEquations;
import org.trabecula.statistics.missing.ImputationMethod;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.study.endpoint.Endpoint;

/**
 * The overlap-weighted difference in everybody: what was not seen is imputed by chained equations within each arm, from bone,
 * calendar time, segments, drugs, disability before and at the primary visit, and both endpoints at every visit; each completed
 * study is analysed, and Rubin's rules pool them.
 */
final class Imputed {
    private static final int ROUNDS = 5;

    private final Plan plan;
    private final Rules rules;
    private final Luck luck;
    private final List<Member> members = new ArrayList<>();
    private final Outcome<PropensityScore> score;
    /** By imputation, endpoint (fusion first) and member; missing when an arm cannot be imputed. */
    private final Outcome<double[][][]> completed;

    Imputed(Plan plan, Rules rules, Luck luck, VirtualStudy study) {
        this.plan = plan;
        this.rules = rules;
        this.luck = luck;
        study.members().stream().filter(Member::titanium).forEach(members::add);
        study.members().stream().filter(one -> !one.titanium()).forEach(members::add);
        this.score = PropensityScore.fit(
                Terms.ofScore(members.stream().map(Member::baseline).toList()),
                Judged.flags(members, Member::titanium));
        this.completed = arm(true).then(treated -> arm(false).map(control -> joined(treated, control)));
    }

    private Outcome<double[][][]> arm(boolean titanium) {
        List<Member> arm =
                members.stream().filter(one -> one.titanium() == titanium).toList();
        List<double[]> columns = new ArrayList<>();
        List<ImputationMethod> methods = new ArrayList<>();
        for (Endpoint endpoint : List.of(Endpoint.FUSION, Endpoint.LOOSENING)) {
            for (int planned : rules.months()) {
                columns.add(column(arm, one -> yes(one, planned, endpoint)));
                methods.add(ImputationMethod.LOGISTIC);
            }
        }
        columns.add(column(
                arm,
                one -> one.at(rules.primary()).map(seen -> seen.said().odi()).orElse(Double.NaN)));
        columns.add(column(arm, one -> one.before().odi()));
        columns.add(column(arm, one -> one.baseline().hu()));
        columns.add(column(arm, one -> one.baseline().elapsed()));
        columns.add(column(arm, one -> one.baseline().segments()));
        columns.add(column(arm, one -> one.baseline().drug() == Drug.ANABOLIC ? 1 : 0));
        while (methods.size() < columns.size()) {
            methods.add(ImputationMethod.NORMAL);
        }
        return ChainedEquations.of(columns.toArray(double[][]::new), methods, ROUNDS)
                .map(chain -> imputed(chain, titanium));
    }

    /** Of every imputation, both endpoints at the primary visit. */
    private double[][][] imputed(ChainedEquations chain, boolean titanium) {
        int primary = rules.months().indexOf(rules.primary());
        double[][][] all = new double[plan.imputations()][][];
        for (int number = 0; number < all.length; number++) {
            double[][] filled = chain.impute(luck.imputation(titanium, number));
            all[number] = new double[][] {filled[primary], filled[rules.months().size() + primary]};
        }
        return all;
    }

    private static double[][][] joined(double[][][] treated, double[][][] control) {
        double[][][] all = new double[treated.length][2][];
        for (int number = 0; number < all.length; number++) {
            for (int endpoint = 0; endpoint < 2; endpoint++) {
                double[] first = treated[number][endpoint];
                double[] second = control[number][endpoint];
                double[] both = Arrays.copyOf(first, first.length + second.length);
                System.arraycopy(second, 0, both, first.length, second.length);
                all[number][endpoint] = both;
            }
        }
        return all;
    }

    private interface Value {
        double of(Member member);
    }

    private static double[] column(List<Member> arm, Value value) {
        double[] column = new double[arm.size()];
        for (int index = 0; index < column.length; index++) {
            column[index] = value.of(arm.get(index));
        }
        return column;
    }

    private static double yes(Member member, int planned, Endpoint endpoint) {
        Optional<Seen> seen = member.at(planned);
        return seen.flatMap(one -> one.known(endpoint))
                .map(event -> event ? 1.0 : 0.0)
                .orElse(Double.NaN);
    }

    Outcome<Finding> of(boolean fusion) {
        return score.then(fit -> completed.then(all -> pooled(fit, all, fusion ? 0 : 1)));
    }

    private Outcome<Finding> pooled(PropensityScore fit, double[][][] all, int endpoint) {
        double[] estimates = new double[all.length];
        double[] variances = new double[all.length];
        for (int number = 0; number < all.length; number++) {
            Outcome<Estimate> one = WeightedComparison.of(fit, all[number][endpoint], Weighting.OVERLAP)
                    .map(found -> found.means().difference());
            if (!(one instanceof Outcome.Found<Estimate>(var difference))) {
                return one.map(_ -> new Finding(0, Optional.empty(), 1));
            }
            estimates[number] = difference.value();
            variances[number] = difference.standardError() * difference.standardError();
        }
        return Pooled.of(estimates, variances, Math.max(1, members.size() - fit.rows()[0].length))
                .map(found -> new Finding(found.estimate(), Optional.of(found.interval(rules.level())), found.p()));
    }
}
