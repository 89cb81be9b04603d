package org.trabecula.app.images;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.FrameHeaders;
import org.trabecula.dicom.pixel.Orientation;
import org.trabecula.dicom.pixel.Position;
import org.trabecula.study.imaging.Acquisition;

/**
 * How the images of a series were made, gathered from their de-identified headers (PS3.3 sections C.7.6.2, C.8.2.1, C.7.6.1.1.5). An
 * enhanced image counts as so many plain ones as it has frames.
 */
final class TechnicalFacts {
    /** A kernel's name is a maker's word such as {@code Br38f\3}; anything longer or stranger is not one. */
    private static final String KERNEL = "[A-Za-z0-9 ._/+-]{1,16}";

    private TechnicalFacts() {}

    static Acquisition of(List<Dataset> images) {
        List<Dataset> headers = images.stream()
                .flatMap(image -> FrameHeaders.of(image).stream())
                .toList();
        Optional<Position> normal =
                headers.stream().findFirst().flatMap(Orientation::of).map(Orientation::normal);
        List<BigDecimal> positions = headers.stream()
                .flatMap(header -> normal.flatMap(way -> Position.of(header).map(way::dot)).stream())
                .map(along -> rounded(along, 2))
                .toList();
        return new Acquisition(
                numbers(headers, Tags.SLICE_THICKNESS).max(BigDecimal::compareTo),
                numbers(headers, Tags.KVP).distinct().toList(),
                headers.stream()
                        .flatMap(header -> header.string(Tags.CONVOLUTION_KERNEL).stream())
                        .filter(kernel -> kernel.matches(KERNEL))
                        .distinct()
                        .toList(),
                images.stream()
                        .anyMatch(header -> header.string(Tags.LOSSY_IMAGE_COMPRESSION)
                                .filter("01"::equals)
                                .isPresent()),
                positions,
                headers.size() - positions.size());
    }

    private static Stream<BigDecimal> numbers(List<Dataset> headers, Tag tag) {
        Function<Dataset, OptionalDouble> number = header -> header.decimal(tag);
        return headers.stream()
                .map(number)
                .filter(found -> found.isPresent() && found.getAsDouble() > 0)
                .map(found -> rounded(found.getAsDouble(), 3));
    }

    private static BigDecimal rounded(double number, int digits) {
        BigDecimal brief = BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_EVEN);
        BigDecimal bare = brief.stripTrailingZeros();
        // Without an exponent, as people write it.
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
