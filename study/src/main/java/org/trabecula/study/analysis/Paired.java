package org.trabecula.study.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Looseness;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;

/** Two columns of what was found, unit by unit, with the participant to whom each unit belongs. */
final class Paired {
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> clusters = new ArrayList<>();
    private final Charter charter;

    private Paired(Charter charter) {
        this.charter = charter;
    }

    static Paired of(Feature feature, List<ReadPair> pairs, Charter charter) {
        Paired paired = new Paired(charter);
        for (ReadPair pair : pairs) {
            switch (feature) {
                case LOOSENING -> pair.screws((one, other) -> paired.add(pair, paired.loose(one), paired.loose(other)));
                case LUCENCY ->
                    pair.screws((one, other) -> paired.add(pair, number(one.lucencyMm()), number(other.lucencyMm())));
                case UNION, GRADE, MOTION, TRANSLATION ->
                    pair.segments((one, other) -> paired.add(
                            pair,
                            paired.segment(feature, one, pair.modality()),
                            paired.segment(feature, other, pair.modality())));
            }
        }
        return paired;
    }

    private void add(ReadPair pair, Optional<Double> one, Optional<Double> other) {
        if (one.isPresent() && other.isPresent()) {
            rows.add(new double[] {one.get(), other.get()});
            clusters.add(pair.cluster());
        }
    }

    private Optional<Double> loose(ScrewFinding finding) {
        return Optional.of(charter.looseness(finding))
                .filter(seen -> seen != Looseness.NOT_ASSESSABLE)
                .map(seen -> seen == Looseness.LOOSE ? 1.0 : 0.0);
    }

    private Optional<Double> segment(Feature feature, SegmentFinding finding, Modality modality) {
        return switch (feature) {
            case UNION -> Optional.of((double) charter.union(finding, modality).ordinal());
            case GRADE -> finding.grade().map(grade -> (double) grade.ordinal());
            case MOTION -> number(finding.motionDegrees());
            case TRANSLATION -> number(finding.translationMm());
            case LOOSENING, LUCENCY -> throw new IllegalArgumentException(feature + " belongs to a screw");
        };
    }

    private static Optional<Double> number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::doubleValue);
    }

    int size() {
        return rows.size();
    }

    double[] column(int which) {
        return rows.stream().mapToDouble(row -> row[which]).toArray();
    }

    int[] categories(int which) {
        return rows.stream().mapToInt(row -> (int) row[which]).toArray();
    }

    double[][] table() {
        return rows.toArray(double[][]::new);
    }

    /** The participants numbered anew, without gaps. */
    int[] clusters() {
        List<Integer> met = clusters.stream().distinct().toList();
        java.util.Map<Integer, Integer> place = new java.util.HashMap<>();
        met.forEach(one -> place.put(one, place.size()));
        return clusters.stream()
                .mapToInt(one -> java.util.Objects.requireNonNull(place.get(one)))
                .toArray();
    }

    /** The share of units with the same category; empty without units. */
    Optional<Double> alike() {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().filter(row -> row[0] == row[1]).count() / (double) rows.size());
    }
}
