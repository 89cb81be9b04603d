package org.trabecula.app.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Scale;

/** What was drawn in submitted reads, in the terms of the viewer's list, in an order that follows no reader. */
final class EarlierDrawings {
    private EarlierDrawings() {}

    static List<ViewerList.Annotation> of(ImageArchive archive, ReadingCase reading, List<Read> reads) {
        return reads.stream()
                .flatMap(read -> read.findings().measurements().stream())
                .flatMap(drawn -> drawn(archive, reading, drawn))
                .sorted(Comparator.comparing(ViewerList.Annotation::toString))
                .toList();
    }

    private static Stream<ViewerList.Annotation> drawn(
            ImageArchive archive, ReadingCase reading, Measurements measurements) {
        return measurements.all().stream().flatMap(one -> annotation(archive, reading, one).stream());
    }

    private static Optional<ViewerList.Annotation> annotation(
            ImageArchive archive, ReadingCase reading, Measurement one) {
        return archive.place(reading, one.instance())
                .map(place -> new ViewerList.Annotation(
                        one.quantity().shape().name(),
                        List.of(place.get(0), place.get(1), one.frame()),
                        one.points().stream()
                                .map(point -> List.of(point.column(), point.row()))
                                .toList(),
                        label(one)));
    }

    /** What it is about, then what was kept of it: not what a screen would make of it today. */
    private static String label(Measurement one) {
        String error = one.scale()
                .flatMap(Scale::relativeError)
                .map(share ->
                        " ± " + share.movePointRight(2).stripTrailingZeros().toPlainString() + " %")
                .orElse("");
        Stream<String> results = one.results().stream()
                .map(result -> (result.unit() == Measurement.Unit.DEGREE && one.approximate() ? "≈ " : "")
                        + result.value().toPlainString()
                        + symbol(result.unit())
                        + (result.unit() == Measurement.Unit.MM ? error : ""));
        return Stream.concat(Stream.of(one.of()).filter(of -> !of.isEmpty()), results)
                .collect(Collectors.joining("\n"));
    }

    private static String symbol(Measurement.Unit unit) {
        return switch (unit) {
            case MM -> " mm";
            case MM2 -> " mm²";
            case PIXEL -> " px";
            case PIXEL2 -> " px²";
            case DEGREE -> "°";
            case HU -> " HU";
            case GREY -> "";
        };
    }
}
