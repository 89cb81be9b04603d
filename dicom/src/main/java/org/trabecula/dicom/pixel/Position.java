package org.trabecula.dicom.pixel;

import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;

/** A point or direction in the patient's coordinates: millimetres to the left, to the back, to the head (PS3.3 section C.7.6.2.1.1). */
public record Position(double x, double y, double z) {

    /** Where the centre of the first pixel lies. */
    public static Optional<Position> of(Dataset dataset) {
        List<Double> numbers = dataset.decimals(Tags.IMAGE_POSITION_PATIENT);
        return numbers.size() == 3
                ? Optional.of(new Position(numbers.get(0), numbers.get(1), numbers.get(2)))
                : Optional.empty();
    }

    /** The sum of the products of like coordinates. */
    public double dot(Position other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Position cross(Position other) {
        return new Position(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }
}
