package org.trabecula.app.demo;

import java.util.List;
import org.trabecula.simulation.phantom.Reconstruction;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.simulation.phantom.XRay;

/**
 * What a radiology department takes its images with.
 *
 * @param projections taken at each visit
 */
record Equipment(Reconstruction ct, XRay xray, List<Projection> projections) {
    private static final long SEED = 11;

    /** Quick to compute: CT in slices of 3 mm with pixels of 0.8 mm, two radiographs with pixels of 0.55 mm. */
    static Equipment quick() {
        Scanner scanner = new Scanner(120, 132, 124, 0.8, 3, 3, 1.0, 0, 20, 3071, 2.4, 100);
        return new Equipment(
                new Reconstruction(scanner, SEED),
                new XRay(290, 360, 0.55, SEED + 1),
                List.of(Projection.LATERAL, Projection.AP));
    }

    /** As hospitals have it: CT in slices of 1 mm with pixels of 0.45 mm, four radiographs with pixels of a third of a millimetre. */
    static Equipment fine() {
        return new Equipment(
                new Reconstruction(Scanner.fine(), SEED),
                new XRay(480, 600, 0.33, SEED + 1),
                List.of(Projection.values()));
    }
}
