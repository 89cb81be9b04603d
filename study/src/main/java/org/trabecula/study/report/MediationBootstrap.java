package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.statistics.causal.Mediation;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.statistics.resample.Replicates;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.participant.ParticipantId;

/**
 * How the natural effects vary when participants are drawn again within their arms and every model is fitted anew: the
 * propensity score among all who are drawn, fusion and loosening among those of them who were followed. A resample in which events
 * are told apart is fitted with Firth's penalty.
 *
 * <p>Source: Imai K, Keele L, Tingley D, Psychol Methods 2010;15:309-334; percentile interval.
 *
 * @param failed resamples without a fit
 */
record MediationBootstrap(Evidence evidence, Chain chain, Map<NaturalEffect, Outcome<Replicates>> effects, int failed) {
    /** A stream number far from those of the other bootstrap and of the imputations. */
    private static final long STREAM = 1L << 41;

    static MediationBootstrap of(Evidence evidence, Chain chain) {
        if (chain.mediated() instanceof Outcome.Missing<Mediation>(var shortfall)) {
            return new MediationBootstrap(evidence, chain, each(_ -> new Outcome.Missing<>(shortfall)), 0);
        }
        Mediation original = chain.mediated().orElseThrow();
        Draws draws = Draws.of(evidence, chain);
        int replicates = evidence.terms().replicates();
        double[][] values = new double[NaturalEffect.values().length][replicates];
        int failed = 0;
        for (int replicate = 0; replicate < replicates; replicate++) {
            Optional<Mediation> drawn = draws.next(Philox.of(evidence.terms().seed(), STREAM + replicate))
                    .value();
            failed += drawn.isPresent() ? 0 : 1;
            for (NaturalEffect effect : NaturalEffect.values()) {
                values[effect.ordinal()][replicate] =
                        drawn.map(one -> effect.of(one).value()).orElse(Double.NaN);
            }
        }
        return new MediationBootstrap(
                evidence,
                chain,
                each(effect -> Replicates.of(effect.of(original).value(), values[effect.ordinal()])),
                failed);
    }

    private static Map<NaturalEffect, Outcome<Replicates>> each(
            java.util.function.Function<NaturalEffect, Outcome<Replicates>> outcome) {
        Map<NaturalEffect, Outcome<Replicates>> all = new EnumMap<>(NaturalEffect.class);
        for (NaturalEffect effect : NaturalEffect.values()) {
            all.put(effect, outcome.apply(effect));
        }
        return all;
    }

    /** Intervals only; the numbers stand above them. */
    void rows(TableDraft draft) {
        draft.heading(Phrase.of("report.t7.bootstrap", evidence.terms().replicates(), failed));
        List<ParticipantId> who = Dataset.ids(
                chain.followed().stream().map(Chain.Follower::subject).toList());
        effects.forEach((effect, outcome) -> {
            boolean told = chain.identified() || !effect.through();
            draft.row(
                    Phrase.of(effect.key()),
                    TableDraft.blank(),
                    told
                            ? draft.cell(
                                    outcome,
                                    one -> TableDraft.points(one.percentile(evidence.level())),
                                    TableDraft.from(who, "report.how.mediation-bootstrap"))
                            : draft.noted(
                                    TableDraft.said(Phrase.of("report.not-identified")),
                                    Phrase.of("report.t7.not-identified")),
                    TableDraft.blank(),
                    TableDraft.blank());
        });
    }

    /** Everybody as numbers, to draw from. */
    private record Draws(double[][] rows, boolean[] treated, int[][] arms, List<Optional<Chain.Follower>> followers) {

        static Draws of(Evidence evidence, Chain chain) {
            List<Subject> all = evidence.compared();
            Map<ParticipantId, Chain.Follower> known = new HashMap<>();
            chain.followed().forEach(one -> known.put(one.subject().id(), one));
            int[][] arms = IntStream.range(0, 2)
                    .mapToObj(arm -> IntStream.range(0, all.size())
                            .filter(i -> all.get(i).arm() == arm)
                            .toArray())
                    .toArray(int[][]::new);
            return new Draws(
                    Designs.rows(evidence, all),
                    Judged.treated(all),
                    arms,
                    all.stream()
                            .map(one -> Optional.ofNullable(known.get(one.id())))
                            .toList());
        }

        Outcome<Mediation> next(Philox chance) {
            int[] drawn = new int[treated.length];
            int next = 0;
            for (int[] members : arms) {
                for (int k = 0; k < members.length; k++) {
                    drawn[next++] = members[chance.nextInt(members.length)];
                }
            }
            double[][] own = Arrays.stream(drawn).mapToObj(i -> rows[i]).toArray(double[][]::new);
            boolean[] firsts = new boolean[drawn.length];
            for (int i = 0; i < firsts.length; i++) {
                firsts[i] = treated[drawn[i]];
            }
            return PropensityScore.penalised(own, firsts).then(score -> mediation(score, drawn));
        }

        private Outcome<Mediation> mediation(PropensityScore score, int[] drawn) {
            List<Chain.Follower> members = new ArrayList<>();
            List<Double> predictor = new ArrayList<>();
            for (int i = 0; i < drawn.length; i++) {
                double own = Designs.predictor(score, score.rows()[i]);
                followers.get(drawn[i]).ifPresent(one -> {
                    members.add(one);
                    predictor.add(own);
                });
            }
            return Chain.mediated(
                    members, predictor.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
