package org.trabecula.dicom.pixel;

import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;

/**
 * Which way an image lies in the patient (PS3.3 section C.7.6.2.1.1).
 *
 * @param alongRow the direction in which columns count up, of length 1
 * @param alongColumn the direction in which rows count up, of length 1
 */
public record Orientation(Position alongRow, Position alongColumn) {

    private static final double TOLERANCE = 1e-2;

    /** What the data set says, if it says two directions at right angles. */
    public static Optional<Orientation> of(Dataset dataset) {
        List<Double> n = dataset.decimals(Tags.IMAGE_ORIENTATION_PATIENT);
        if (n.size() != 6) {
            return Optional.empty();
        }
        Position row = new Position(n.get(0), n.get(1), n.get(2));
        Position column = new Position(n.get(3), n.get(4), n.get(5));
        boolean square = isOne(row.dot(row)) && isOne(column.dot(column)) && Math.abs(row.dot(column)) < TOLERANCE;
        return square ? Optional.of(new Orientation(row, column)) : Optional.empty();
    }

    /** The direction out of the plane; on axial slices of a patient on the back, to the head. */
    public Position normal() {
        return alongRow.cross(alongColumn);
    }

    boolean isParallelTo(Orientation other) {
        return isOne(normal().dot(other.normal()));
    }

    private static boolean isOne(double square) {
        return Math.abs(square - 1) < TOLERANCE;
    }
}
