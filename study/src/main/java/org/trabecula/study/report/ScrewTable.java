package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.cluster.ClusterCorrection;
import org.trabecula.statistics.cluster.ClusteredUnits;
import org.trabecula.statistics.cluster.MarginalFit;
import org.trabecula.statistics.cluster.MarginalLogistic;
import org.trabecula.statistics.cluster.MomentConvention;
import org.trabecula.statistics.cluster.WorkingCorrelation;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.regression.FirthRegression;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.ScrewOutcome;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.spine.Level;

/**
 * T5: loosening screw by screw at the primary visit. Screws of one participant are a cluster; the marginal odds ratio has an
 * error corrected for few clusters (Mancl and DeRouen).
 */
record ScrewTable(Evidence evidence, List<Unit> units) {

    /** One screw that was judged, of somebody of the cluster. */
    private record Unit(Subject subject, int cluster, boolean sacral, boolean loose) {}

    static ScrewTable of(Evidence evidence) {
        List<Unit> units = new ArrayList<>();
        List<Subject> all = evidence.compared();
        for (int cluster = 0; cluster < all.size(); cluster++) {
            Subject subject = all.get(cluster);
            for (ScrewOutcome screw : subject.at(evidence.primary()).outcomes().screws()) {
                if (screw.outcome() instanceof org.trabecula.study.endpoint.Outcome.Known known) {
                    boolean sacral = screw.site().level().compareTo(Level.S1) >= 0;
                    units.add(new Unit(subject, cluster, sacral, known.yes()));
                }
            }
        }
        return new ScrewTable(evidence, units);
    }

    Table table() {
        TableDraft draft = new TableDraft(
                "t5",
                Phrase.of("report.column.screws"),
                evidence.headed(0),
                evidence.headed(1),
                Phrase.of("report.column.odds-ratio"),
                evidence.interval(),
                Phrase.of("report.column.p"));
        counted(draft, "report.t5.all", Optional.empty());
        counted(draft, "report.t5.lumbar", Optional.of(false));
        counted(draft, "report.t5.sacral", Optional.of(true));
        Outcome<MarginalFit> weighted = weights().then(this::fit);
        coefficient(draft, weighted, 1, Phrase.of("report.t5.arm-weighted", evidence.arm(0), evidence.arm(1)));
        Outcome<MarginalFit> fit = fit(Designs.ones(units.size()));
        coefficient(draft, fit, 1, Phrase.of("report.t5.arm", evidence.arm(0), evidence.arm(1)));
        coefficient(draft, fit, 2, Phrase.of("report.t5.sacrum"));
        draft.remark("report.t5.model");
        fit.value().ifPresent(one -> draft.remark("report.t5.correlation", TableDraft.hundredths(one.alpha())));
        if (fit instanceof Outcome.Missing<MarginalFit>(var shortfall)
                && shortfall.cause() == Shortfall.Cause.SEPARATION) {
            firth(draft);
        }
        draft.remark("report.t5.weights").remark("report.t5.assumed");
        sizes(draft);
        Windowed.endpoints(draft, evidence, List.of(Endpoint.LOOSENING), List.of(evidence.primary()));
        return draft.done();
    }

    private void counted(TableDraft draft, String key, Optional<Boolean> sacral) {
        List<Cell> cells = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            int own = arm;
            List<Unit> members = units.stream()
                    .filter(unit -> unit.subject().arm() == own)
                    .filter(unit -> sacral.isEmpty() || sacral.get() == unit.sacral())
                    .toList();
            int loose = (int) members.stream().filter(Unit::loose).count();
            cells.add(draft.share(loose, members.size(), TableDraft.from(who(members), "report.how.screws")));
        }
        cells.addAll(List.of(TableDraft.blank(), TableDraft.blank(), TableDraft.blank()));
        draft.row(Phrase.of(key), cells);
    }

    /** Each participant's overlap weight, for every screw of his. */
    private Outcome<double[]> weights() {
        return Designs.score(evidence).map(score -> {
            double[] own = score.weights(Weighting.OVERLAP);
            return units.stream().mapToDouble(unit -> own[unit.cluster()]).toArray();
        });
    }

    private static Model model(List<Unit> units) {
        boolean mixed = units.stream().map(Unit::sacral).distinct().count() > 1;
        double[][] rows = units.stream()
                .map(unit -> mixed
                        ? new double[] {1, unit.subject().arm() == 0 ? 1 : 0, unit.sacral() ? 1 : 0}
                        : new double[] {1, unit.subject().arm() == 0 ? 1 : 0})
                .toArray(double[][]::new);
        boolean[] loose = new boolean[units.size()];
        int[] cluster = new int[units.size()];
        for (int i = 0; i < loose.length; i++) {
            loose[i] = units.get(i).loose();
            cluster[i] = units.get(i).cluster();
        }
        return new Model(rows, loose, cluster);
    }

    /** Of all screws: a constant, the arm, and the sacrum where screws stand there and above. */
    private record Model(double[][] rows, boolean[] loose, int[] cluster) {}

    private Outcome<MarginalFit> fit(double[] weights) {
        if (units.stream().noneMatch(Unit::loose) || units.stream().allMatch(Unit::loose)) {
            return Outcome.none(Shortfall.Cause.EMPTY_CELL, "No screw that was judged is loose, or every one is");
        }
        // Whose cage the score is sure of weighs nothing, and may not stand among the units.
        int[] kept =
                IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
        Model model = model(Arrays.stream(kept).mapToObj(units::get).toList());
        return MarginalLogistic.fit(
                new ClusteredUnits(model.rows(), model.loose(), model.cluster()),
                Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray(),
                WorkingCorrelation.EXCHANGEABLE,
                MomentConvention.SAS);
    }

    /** Where screws are told apart: penalised, as if they were independent, by the profile of the likelihood. */
    private void firth(TableDraft draft) {
        Model model = model(units);
        Outcome<FirthRegression> fit = FirthRegression.fit(model.rows(), model.loose());
        Derivation from = TableDraft.from(who(units), "report.how.firth");
        draft.row(
                Phrase.of("report.t5.firth", evidence.arm(0), evidence.arm(1)),
                TableDraft.blank(),
                TableDraft.blank(),
                draft.cell(fit, one -> TableDraft.ratio(Math.exp(one.estimate().coefficients()[1])), from),
                draft.cell(
                        fit.then(one -> one.interval(1, evidence.level())),
                        one -> new Cell.Range(Math.exp(one.lower()), Math.exp(one.upper()), 2, Cell.Scale.PLAIN),
                        from),
                draft.cell(fit.then(one -> one.test(1)), one -> new Cell.Significance(one.p()), from));
        draft.remark("report.t5.firth-why");
    }

    /** The p-value of the arm, overlap-weighted, corrected for few clusters. */
    Optional<Double> p() {
        return weights()
                .then(this::fit)
                .then(one -> one.coefficient(1, ClusterCorrection.MANCL_DEROUEN))
                .value()
                .map(one -> one.p());
    }

    private void coefficient(TableDraft draft, Outcome<MarginalFit> fit, int column, Phrase label) {
        Derivation from = TableDraft.from(who(units), "report.how.gee");
        var contrast = fit.then(one -> column < one.coefficients().length
                ? one.coefficient(column, ClusterCorrection.MANCL_DEROUEN)
                : Outcome.none(Shortfall.Cause.EMPTY_CELL, "All screws have the same position"));
        draft.row(
                label,
                TableDraft.blank(),
                TableDraft.blank(),
                draft.cell(contrast, one -> TableDraft.ratio(Math.exp(one.estimate())), from),
                draft.cell(
                        contrast,
                        one -> new Cell.Range(
                                Math.exp(one.interval(evidence.level()).lower()),
                                Math.exp(one.interval(evidence.level()).upper()),
                                2,
                                Cell.Scale.PLAIN),
                        from),
                draft.cell(contrast, one -> new Cell.Significance(one.p()), from));
    }

    private void sizes(TableDraft draft) {
        for (int arm = 0; arm < 2; arm++) {
            int own = arm;
            Collection<Long> sizes = units.stream()
                    .filter(unit -> unit.subject().arm() == own)
                    .collect(Collectors.groupingBy(Unit::cluster, TreeMap::new, Collectors.counting()))
                    .values();
            if (!sizes.isEmpty()) {
                Map<Long, Long> counts = sizes.stream()
                        .collect(Collectors.groupingBy(size -> size, TreeMap::new, Collectors.counting()));
                String text = counts.entrySet().stream()
                        .map(one -> one.getKey() + " × " + one.getValue())
                        .collect(Collectors.joining(", "));
                draft.remark("report.t5.sizes", evidence.arm(arm), sizes.size(), text);
            }
        }
    }

    private static List<ParticipantId> who(List<Unit> members) {
        return Dataset.ids(members.stream().map(Unit::subject).distinct().toList());
    }
}
