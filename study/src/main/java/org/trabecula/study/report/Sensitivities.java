package org.trabecula.study.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.statistics.agreement.Misclassified;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.Strata;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Modalities;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Sensitivity;

/** The same difference under other assumptions, one after the other. */
record Sensitivities(Evidence evidence, Effects effects) {
    /**
     * One of them.
     *
     * @param interval empty where the analysis has none
     */
    record Line(
            Phrase label,
            Outcome<Double> difference,
            Optional<Interval> interval,
            List<ParticipantId> who,
            String how) {}

    /** The counts as they are, what the claim rests on, and then what the plan asks for, in its order. */
    List<Line> lines() {
        Claim claim = effects.claim();
        List<Line> lines = new ArrayList<>();
        lines.add(unadjusted(
                "report.t11.unadjusted",
                effects.judged().table(),
                effects.judged().ids()));
        lines.add(new Line(
                Phrase.of("report.t3.carries", claim.words()),
                claim.contrast().map(Contrast::estimate),
                claim.interval(evidence.level()),
                claim.imputed()
                        ? Dataset.ids(evidence.compared())
                        : effects.judged().ids(),
                claim.imputed() ? "report.how.imputed" : Claim.how(claim.estimator(), claim.variance())));
        boolean other = !claim.restsOn(Estimator.OVERLAP_WEIGHTS, false);
        if (other && (!claim.imputed() || evidence.tries(Sensitivity.COMPLETE_CASES))) {
            lines.add(weighted(Phrase.of("report.t11.overlap"), effects.overlap()));
        }
        evidence.sensitivity().forEach(one -> lines.addAll(lines(one)));
        return lines;
    }

    /** Complete cases are the weighted row itself; what is no difference of risks stands in a table or figure of its own. */
    private List<Line> lines(Sensitivity one) {
        return switch (one) {
            case COMPLETE_CASES, TIPPING_POINT, E_VALUE, REVERSE_ARROW -> List.of();
            case MULTIPLE_IMPUTATION -> effects.claim().imputed() ? List.of() : List.of(pooled());
            case BEST_WORST ->
                List.of(extreme("report.t11.best", best(true)), extreme("report.t11.worst", best(false)));
            case TRIMMED -> List.of(trimmed());
            case SHARED_CALENDAR -> List.of(calendar());
            case PROPENSITY_FIFTHS -> List.of(fifths());
            case VERIFICATION -> modalities();
            case MISCLASSIFICATION ->
                List.of(
                        misread(0.9, 0.95, 0.9, 0.95),
                        misread(0.8, 0.95, 0.95, 0.95),
                        misread(0.95, 0.95, 0.8, 0.95),
                        misread(0.95, 0.85, 0.95, 0.95));
        };
    }

    private List<Line> modalities() {
        return effects.endpoint() == Endpoint.LOOSENING
                ? List.of(
                        modality("report.t11.radiograph", Modalities::looseByRadiograph),
                        modality("report.t11.ct", Modalities::looseByCt))
                : List.of(
                        modality(
                                "report.t11.radiograph",
                                one -> one.unclear() ? Optional.empty() : one.fusedByRadiograph()),
                        modality("report.t11.ct", Modalities::fusedByCt),
                        allCt());
    }

    private Line weighted(Phrase label, Outcome<Effect> effect) {
        return new Line(
                label,
                effect.map(Effect::difference),
                effect.value().flatMap(one -> one.interval(evidence.level())),
                effects.judged().ids(),
                Claim.how(
                        Estimator.OVERLAP_WEIGHTS,
                        effect.value().map(Effect::variance).orElse(evidence.variance())));
    }

    private Line unadjusted(String key, TwoByTwo table, List<ParticipantId> who) {
        return new Line(
                Phrase.of(key),
                table.riskDifference()
                        .map(one -> Outcome.of(one.estimate()))
                        .orElseGet(() -> Outcome.none(Shortfall.Cause.EMPTY_CELL, "An arm has nobody")),
                table.riskDifference().map(one -> one.miettinenNurminen(evidence.level())),
                who,
                "report.how.unadjusted");
    }

    private Line pooled() {
        return new Line(
                Phrase.of("report.t11.imputed"),
                effects.imputedAsClaimed().map(Pooled::estimate),
                effects.imputedAsClaimed().value().map(one -> one.interval(evidence.level())),
                Dataset.ids(evidence.compared()),
                "report.how.imputed");
    }

    /** What is missing is an event in one arm and none in the other. */
    private Outcome<Effect> best(boolean forFirst) {
        boolean good = effects.endpoint() != Endpoint.LOOSENING;
        double first = good == forFirst ? 1 : 0;
        return effects.completed(Judged.filled(evidence, effects.endpoint(), effects.visit(), first == 1));
    }

    private Line extreme(String key, Outcome<Effect> effect) {
        return new Line(
                Phrase.of(key),
                effect.map(Effect::difference),
                effect.value().flatMap(one -> one.interval(evidence.level())),
                Dataset.ids(evidence.compared()),
                "report.how.extreme");
    }

    private Line trimmed() {
        double lower = evidence.trim().lower().doubleValue();
        double upper = evidence.trim().upper().doubleValue();
        Outcome<boolean[]> inside = effects.score().map(score -> {
            boolean[] kept = new boolean[score.size()];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = score.scores()[i] >= lower && score.scores()[i] <= upper;
            }
            return kept;
        });
        return among(
                "report.t11.trimmed",
                inside,
                plain(evidence.trim().lower()),
                plain(evidence.trim().upper()));
    }

    private static String plain(BigDecimal score) {
        return score.stripTrailingZeros().toPlainString();
    }

    /** Only those operated on while both cages were in use: from the later first operation of an arm to the earlier last one. */
    private Line calendar() {
        List<Subject> subjects = effects.judged().subjects();
        return among("report.t11.calendar", effects.score().map(_ -> {
            long from = Math.max(day(subjects, 0, true), day(subjects, 1, true));
            long to = Math.min(day(subjects, 0, false), day(subjects, 1, false));
            boolean[] kept = new boolean[subjects.size()];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = subjects.get(i)
                        .surgery()
                        .map(one -> one.on().toEpochDay())
                        .filter(day -> day >= from && day <= to)
                        .isPresent();
            }
            return kept;
        }));
    }

    private static long day(List<Subject> subjects, int arm, boolean first) {
        var days = subjects.stream()
                .filter(one -> one.arm() == arm)
                .flatMap(one -> one.surgery().stream())
                .mapToLong(one -> one.on().toEpochDay());
        return first ? days.min().orElse(Long.MAX_VALUE) : days.max().orElse(Long.MIN_VALUE);
    }

    private Line among(String key, Outcome<boolean[]> kept, Object... arguments) {
        Outcome<Effect> effect = kept.then(flags -> {
            Judged own = effects.judged().kept(flags);
            return effects.estimates().by(effects.claim().estimator(), own, own.score());
        });
        List<ParticipantId> who =
                kept.value().map(flags -> effects.judged().kept(flags).ids()).orElse(List.of());
        return new Line(
                Phrase.of(key, arguments),
                effect.map(Effect::difference),
                effect.value().flatMap(one -> one.interval(evidence.level())),
                who,
                asClaimed(effect));
    }

    private String asClaimed(Outcome<Effect> effect) {
        return Claim.how(
                effects.claim().estimator(),
                effect.value().map(Effect::variance).orElse(evidence.variance()));
    }

    private Line fifths() {
        Outcome<Strata> strata = effects.score().map(score -> new Strata(fifths(score)));
        Optional<Estimate> difference = strata.value().flatMap(Strata::riskDifference);
        return new Line(
                Phrase.of("report.t11.fifths"),
                strata.then(_ -> difference
                        .map(one -> Outcome.of(one.value()))
                        .orElseGet(() -> Outcome.none(Shortfall.Cause.EMPTY_CELL, "No fifth has both arms"))),
                strata.value().flatMap(one -> one.miettinenNurminen(evidence.level())),
                effects.judged().ids(),
                "report.how.fifths");
    }

    private List<TwoByTwo> fifths(PropensityScore score) {
        double[] sorted = score.scores().clone();
        Arrays.sort(sorted);
        int[][] counts = new int[5][4];
        for (int i = 0; i < sorted.length; i++) {
            int place = Arrays.binarySearch(sorted, score.scores()[i]);
            int fifth = Math.min(4, 5 * place / sorted.length);
            int column = effects.judged().treated()[i] ? 0 : 2;
            counts[fifth][column + 1]++;
            counts[fifth][column] += effects.judged().events()[i] ? 1 : 0;
        }
        return Arrays.stream(counts)
                .map(n -> new TwoByTwo(new Proportion(n[0], n[1]), new Proportion(n[2], n[3])))
                .toList();
    }

    /** What one kind of image says by itself at the visit. */
    private Line modality(String key, Function<Modalities, Optional<Boolean>> says) {
        int[] n = new int[4];
        List<ParticipantId> who = new ArrayList<>();
        for (Subject subject : evidence.compared()) {
            Optional<Boolean> yes = says.apply(subject.at(effects.visit()).modalities());
            if (yes.isPresent()) {
                n[2 * subject.arm() + 1]++;
                n[2 * subject.arm()] += yes.get() ? 1 : 0;
                who.add(subject.id());
            }
        }
        TwoByTwo table = new TwoByTwo(new Proportion(n[0], n[1]), new Proportion(n[2], n[3]));
        Line line = unadjusted(key, table, who);
        return new Line(Phrase.of(key, who.size()), line.difference(), line.interval(), who, line.how());
    }

    /** As if everybody had had a CT. */
    private Line allCt() {
        AllCt all = AllCt.of(evidence);
        Outcome<Pooled> difference = effects.endpoint() == Endpoint.FUSION
                ? all.difference()
                : Outcome.none(Shortfall.Cause.ALL_MISSING, "CT tells fused or not, not the grade");
        return new Line(
                Phrase.of("report.t11.all-ct", all.subjects().size()),
                difference.map(Pooled::estimate),
                difference.value().map(one -> one.interval(evidence.level())),
                Dataset.ids(all.subjects()),
                "report.how.all-ct");
    }

    /** If reads were right this often: sensitivity and specificity of the first arm, then of the second. */
    private Line misread(double... accuracy) {
        Outcome<Double> first = corrected(true, accuracy[0], accuracy[1]);
        Outcome<Double> second = corrected(false, accuracy[2], accuracy[3]);
        return new Line(
                Phrase.of(
                        "report.t11.misread",
                        percent(accuracy[0]),
                        percent(accuracy[1]),
                        percent(accuracy[2]),
                        percent(accuracy[3]),
                        evidence.arm(0),
                        evidence.arm(1)),
                first.then(one -> second.map(other -> one - other)),
                Optional.empty(),
                effects.judged().ids(),
                "report.how.misread");
    }

    private Outcome<Double> corrected(boolean arm, double sensitivity, double specificity) {
        return new Misclassified(effects.judged().share(arm), sensitivity, specificity)
                .corrected(Double.POSITIVE_INFINITY)
                .map(one -> Math.min(1, Math.max(0, one.value())));
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }
}
