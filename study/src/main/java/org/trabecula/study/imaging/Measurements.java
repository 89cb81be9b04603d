package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** All that a reader drew for one read, and the findings that follow from it, in tenths as the sheet asks for them. */
public record Measurements(List<Measurement> all) {
    public static final Measurements NONE = new Measurements(List.of());

    public Measurements {
        all = List.copyOf(all);
    }

    /** The widest lucent zone drawn beside a screw, mm. */
    public Optional<BigDecimal> lucencyMm(ScrewSite site) {
        return of(Quantity.LUCENCY, site.toString())
                .flatMap(one -> one.value(Measurement.Name.LENGTH, Measurement.Unit.MM).stream())
                .max(Comparator.naturalOrder())
                .map(Measurements::tenths);
    }

    /** The difference of the endplates' angles between flexion and extension, degrees. */
    public Optional<BigDecimal> motionDegrees(Segment segment) {
        return difference(segment, Measurement.Name.ANGLE, Measurement.Unit.DEGREE);
    }

    /** Whether the motion was measured on an image of which nobody knows whether its pixels are square. */
    public boolean approximateMotion(Segment segment) {
        return motionDegrees(segment).isPresent()
                && Stream.of(Quantity.FLEXION, Quantity.EXTENSION)
                        .flatMap(posture -> of(posture, segment.toString()))
                        .anyMatch(Measurement::approximate);
    }

    /** The difference of the endplates' shift, mm; empty unless both images have millimetres. */
    public Optional<BigDecimal> translationMm(Segment segment) {
        return difference(segment, Measurement.Name.SHIFT, Measurement.Unit.MM);
    }

    public Stream<Measurement> of(Quantity quantity, String of) {
        Predicate<Measurement> wanted =
                one -> one.quantity() == quantity && one.of().equals(of);
        return all.stream().filter(wanted);
    }

    private Optional<BigDecimal> difference(Segment segment, Measurement.Name name, Measurement.Unit unit) {
        return single(Quantity.FLEXION, segment, name, unit)
                .flatMap(bent -> single(Quantity.EXTENSION, segment, name, unit)
                        .map(stretched -> tenths(bent.subtract(stretched).abs())));
    }

    private Optional<BigDecimal> single(
            Quantity quantity, Segment segment, Measurement.Name name, Measurement.Unit unit) {
        return of(quantity, segment.toString()).reduce((_, last) -> last).flatMap(one -> one.value(name, unit));
    }

    private static BigDecimal tenths(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_UP);
    }
}
