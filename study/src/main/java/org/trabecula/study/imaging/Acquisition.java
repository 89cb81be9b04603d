package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the images of a series were made, as their headers say.
 *
 * @param sliceMm the greatest slice thickness, mm
 * @param kvp the tube voltages, kV, each once
 * @param kernels the reconstruction kernels, each once
 * @param lossy whether any image ever lost something to compression
 * @param positionsMm where along their common normal the slices lie, mm, one for each image that says it
 * @param unplaced how many images do not say where they lie
 */
public record Acquisition(
        Optional<BigDecimal> sliceMm,
        List<BigDecimal> kvp,
        List<String> kernels,
        boolean lossy,
        List<BigDecimal> positionsMm,
        int unplaced) {
    public Acquisition {
        kvp = List.copyOf(kvp);
        kernels = List.copyOf(kernels);
        positionsMm = List.copyOf(positionsMm);
    }

    /** Of the images of both, which belong to one series. */
    Acquisition and(Acquisition other) {
        return new Acquisition(
                Stream.of(sliceMm, other.sliceMm).flatMap(Optional::stream).max(BigDecimal::compareTo),
                together(kvp, other.kvp),
                together(kernels, other.kernels),
                lossy || other.lossy,
                Stream.concat(positionsMm.stream(), other.positionsMm.stream()).toList(),
                unplaced + other.unplaced);
    }

    private static <T> List<T> together(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
