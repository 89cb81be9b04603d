package org.trabecula.app.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.statistics.agreement.BlandAltman;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.analysis.Agreement;
import org.trabecula.study.analysis.Feature;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.report.Computed;
import org.trabecula.study.report.Tipping;

/** The figures by their ids; one that has nothing to show is not there. */
record Gallery(Map<String, Block.Picture> pictures) {

    static Gallery of(Computed computed, Wording wording) {
        Map<String, Block.Picture> all = new LinkedHashMap<>();
        Dataset data = computed.evidence().data();
        List<String> arms = wording.names(computed.evidence().protocol());
        hang(all, "f1", new FlowFigure(data, computed.outcomes(), wording).drawing());
        if (computed.table("t1").rows().stream().anyMatch(row -> !row.heading())) {
            hang(all, "f2", new LoveFigure(computed.table("t1"), wording).drawing());
        }
        computed.score().value().ifPresent(score -> hang(all, "f3", new OverlapFigure(score, arms, wording).drawing()));
        return computed.outcomes() ? outcomes(all, computed, wording) : new Gallery(all);
    }

    private static Gallery outcomes(Map<String, Block.Picture> all, Computed computed, Wording wording) {
        Dataset data = computed.evidence().data();
        List<String> arms = wording.names(computed.evidence().protocol());
        hang(all, "f4", new ForestFigure(computed.table("t11"), wording).drawing());
        for (String event : List.of("fusion", "loosening")) {
            if (computed.curves().stream()
                    .anyMatch(one -> one.event().equals(event) && one.estimate() instanceof Outcome.Found<?>)) {
                hang(all, "f5-" + event, new CurveFigure(event, computed.curves(), arms, wording).drawing());
            }
        }
        for (Score score : data.scores()) {
            hang(all, "f6-" + score.id(), new ScoreFigure(data, score, arms, wording).drawing());
        }
        lucency(computed, wording).ifPresent(figure -> hang(all, "f7", figure.drawing()));
        for (Tipping tipping : computed.tippings()) {
            boolean missing = tipping.missing().stream().anyMatch(n -> n > 0);
            if (missing && !tipping.points().isEmpty()) {
                hang(
                        all,
                        "f8-" + tipping.effects().endpoint().id()
                                + (tipping.effects().visit().equals(data.primary())
                                        ? ""
                                        : "-" + tipping.effects().visit()),
                        new TippingFigure(
                                        tipping,
                                        computed.evidence().terms().family(),
                                        arms.getFirst(),
                                        arms.get(1),
                                        wording)
                                .drawing());
            }
        }
        return new Gallery(all);
    }

    private static void hang(Map<String, Block.Picture> all, String id, Drawing drawing) {
        all.put(id, new Block.Picture(id, drawing.title(), drawing));
    }

    /** Of the widths of lucent zones the kind of image with most pairs. */
    private static Optional<DifferenceFigure> lucency(Computed computed, Wording wording) {
        return computed.evidence().agreement().measurements().stream()
                .filter(one -> one.between() == Agreement.Between.READERS && one.feature() == Feature.LUCENCY)
                .max(java.util.Comparator.comparingInt(Agreement.Measurements::units))
                .flatMap(one -> one.blandAltman()
                        .value()
                        .map((BlandAltman limits) -> new DifferenceFigure(one, limits, wording)));
    }

    Optional<Block> find(String id) {
        return Optional.ofNullable(pictures.get(id));
    }

    List<Block> starting(String prefix) {
        return pictures.entrySet().stream()
                .filter(one -> one.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .map(Block.class::cast)
                .toList();
    }
}
