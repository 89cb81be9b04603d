package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.study.protocol.ImageRequirements;

/**
 * How images fare against what the charter asks of them. A CT usually has several series, a scout and thick slices among them:
 * it passes when one of them does, and else is told what the best of them lacks. Images that came in before it was noted how they
 * were made are taken as they are, and so is a case that somebody has read.
 *
 * @param shortfalls what is lacking
 * @param settled whether that counts no longer: somebody accepted the images anyway, or has read them
 */
public record ImageCheck(List<Shortfall> shortfalls, boolean settled) {

    public ImageCheck {
        shortfalls = List.copyOf(shortfalls);
    }

    public boolean passed() {
        return settled || shortfalls.isEmpty();
    }

    static ImageCheck of(ReadingCase reading, ImageRequirements wanted) {
        Images images = reading.images();
        Map<String, Acquisition> known = images.acquisitions();
        if (known.isEmpty()) {
            return new ImageCheck(List.of(), false);
        }
        List<Shortfall> lacking = new ArrayList<>();
        foreign(images, wanted).ifPresent(lacking::add);
        if (reading.modality() == Modality.CT && wanted.ct().isPresent()) {
            lacking.addAll(best(images, known, wanted.ct().get()));
        }
        if (wanted.coverage() && !images.covered()) {
            lacking.add(Shortfall.of(Shortfall.Kind.COVERAGE));
        }
        return new ImageCheck(lacking, images.acceptedAnyway() || reading.judged());
    }

    private static Optional<Shortfall> foreign(Images images, ImageRequirements wanted) {
        String others = images.shown().stream()
                .map(ReceivedSeries::modality)
                .filter(modality ->
                        !wanted.modalities().isEmpty() && !wanted.modalities().contains(modality))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Shortfall.of(Shortfall.Kind.MODALITY, others, wanted.listed()));
    }

    /** What the best series lacks; of equals, the one with the most slices. */
    private static List<Shortfall> best(Images images, Map<String, Acquisition> known, ImageRequirements.Ct wanted) {
        List<String> tomograms = images.shown().stream()
                .filter(series -> series.modality().equals("CT"))
                .map(ReceivedSeries::uid)
                .toList();
        return known.entrySet().stream()
                .filter(series -> tomograms.contains(series.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingInt(
                                (Acquisition one) -> one.positionsMm().size())
                        .reversed())
                .map(one -> lacking(one, wanted))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static List<Shortfall> lacking(Acquisition series, ImageRequirements.Ct wanted) {
        List<Shortfall> lacking = new ArrayList<>();
        if (series.sliceMm().isEmpty()) {
            lacking.add(Shortfall.of(Shortfall.Kind.SLICE_UNKNOWN, plain(wanted.sliceMm())));
        }
        series.sliceMm()
                .filter(slice -> slice.compareTo(wanted.sliceMm()) > 0)
                .ifPresent(slice ->
                        lacking.add(Shortfall.of(Shortfall.Kind.SLICE_THICK, plain(slice), plain(wanted.sliceMm()))));
        voltage(series, wanted).ifPresent(lacking::add);
        if (wanted.lossless() && series.lossy()) {
            lacking.add(Shortfall.of(Shortfall.Kind.LOSSY));
        }
        if (wanted.complete()) {
            lacking.addAll(new Stack(series).lacking());
        }
        return lacking;
    }

    private static Optional<Shortfall> voltage(Acquisition series, ImageRequirements.Ct wanted) {
        if (series.kvp().isEmpty()) {
            return Optional.of(
                    Shortfall.of(Shortfall.Kind.KVP_UNKNOWN, plain(wanted.kvpFrom()), plain(wanted.kvpTo())));
        }
        return series.kvp().stream()
                .filter(kvp -> kvp.compareTo(wanted.kvpFrom()) < 0 || kvp.compareTo(wanted.kvpTo()) > 0)
                .findFirst()
                .map(kvp -> Shortfall.of(
                        Shortfall.Kind.KVP_OUTSIDE, plain(kvp), plain(wanted.kvpFrom()), plain(wanted.kvpTo())));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The slices of a series one above the other. */
    private static final class Stack {
        /** Nearer than this, mm, two slices are one. */
        private static final double SAME = 0.02;
        /** A step this many times the usual one leaves a slice out. */
        private static final double LONG = 1.5;
        /** Rounding in headers. */
        private static final double SLACK = 1.1;

        private final Acquisition series;
        private final List<Double> steps = new ArrayList<>();
        private int twice;

        Stack(Acquisition series) {
            this.series = series;
            List<Double> along = series.positionsMm().stream()
                    .map(BigDecimal::doubleValue)
                    .sorted()
                    .toList();
            for (int i = 1; i < along.size(); i++) {
                double step = along.get(i) - along.get(i - 1);
                if (step < SAME) {
                    twice++;
                } else {
                    steps.add(step);
                }
            }
        }

        List<Shortfall> lacking() {
            List<Shortfall> lacking = new ArrayList<>();
            if (series.unplaced() > 0) {
                lacking.add(Shortfall.of(Shortfall.Kind.SLICES_UNPLACED, series.unplaced()));
            }
            if (twice > 0) {
                lacking.add(Shortfall.of(Shortfall.Kind.SLICES_TWICE, twice));
            }
            long missing = missing();
            if (missing > 0) {
                lacking.add(Shortfall.of(Shortfall.Kind.SLICES_MISSING, missing));
            }
            return lacking;
        }

        /** How many slices would fill the gaps: between neighbours further apart than usual, or than they are thick. */
        private long missing() {
            if (steps.isEmpty()) {
                return 0;
            }
            double usual = steps.stream().sorted().toList().get(steps.size() / 2);
            double thick = series.sliceMm().map(BigDecimal::doubleValue).orElse(usual);
            double most = Math.max(Math.min(usual, thick), SAME);
            return steps.stream()
                    .filter(step -> step > LONG * usual || step > SLACK * thick)
                    .mapToLong(step -> Math.max(1, Math.round(step / most) - 1))
                    .sum();
        }
    }
}
