package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.study.imaging.Acquisition;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedSeries;

/** Says how images were made: one line for each series. */
final class TechnicalWords {
    private TechnicalWords() {}

    static List<String> of(ReadingCase reading, Words words) {
        return reading.images().received().stream()
                .map(series -> line(series, words))
                .distinct()
                .toList();
    }

    private static String line(ReceivedSeries series, Words words) {
        List<String> parts = new ArrayList<>(List.of(
                series.modality(), words.say("images.count", series.instances().size())));
        series.acquisition().ifPresent(made -> parts.addAll(parts(made, words)));
        return String.join(" · ", parts);
    }

    private static List<String> parts(Acquisition made, Words words) {
        return Stream.of(
                        made.sliceMm().map(slice -> words.say("facts.slice", slice.toPlainString())),
                        joined(made.kvp().stream().map(Object::toString).toList())
                                .map(kvp -> words.say("facts.kvp", kvp)),
                        joined(made.kernels()).map(kernel -> words.say("facts.kernel", kernel)),
                        Optional.of(words.say("facts.lossy")).filter(_ -> made.lossy()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> joined(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.stream().collect(Collectors.joining(", ")));
    }
}
