package org.trabecula.app.demo;

import java.util.List;
import java.util.Optional;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Reconstruction;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.simulation.phantom.XRay;
import org.trabecula.study.spine.Level;

/**
 * What a radiology department takes its images with. A CT has thin slices of the construct; as lumbar ones often have, a second series
 * of thicker ones from L1 to S1, in which the bone of every vertebra can be measured.
 *
 * @param survey of the second series of a CT
 * @param projections taken at each visit
 */
record Equipment(Reconstruction ct, Optional<Reconstruction> survey, XRay xray, List<Projection> projections) {
    private static final long SEED = 11;

    /** Quick to compute: CT in slices of 3 mm with pixels of 0.8 mm, two radiographs with pixels of 0.55 mm. */
    static Equipment quick() {
        return new Equipment(
                new Reconstruction(new Scanner(120, 132, 124, 0.8, 3, 3, 1.0, 0, 20, 3071, 2.4, 100), SEED),
                Optional.empty(),
                new XRay(290, 360, 0.55, SEED + 1),
                List.of(Projection.LATERAL, Projection.AP));
    }

    /** The same with the coarsest CT in which screws are still measured, in slices of 1.5 mm with pixels of 0.65 mm. */
    Equipment thin() {
        Scanner scanner = new Scanner(120, 162, 152, 0.65, 1.5, 1.5, 1.0, 0, 20, 3071, 2.4, 100);
        return new Equipment(new Reconstruction(scanner, SEED), Optional.of(lumbar()), xray, projections);
    }

    /** As hospitals have it: CT in slices of 1 mm with pixels of 0.45 mm, four radiographs with pixels of a third of a millimetre. */
    static Equipment fine() {
        return new Equipment(
                new Reconstruction(Scanner.fine(), SEED),
                Optional.of(lumbar()),
                new XRay(480, 600, 0.33, SEED + 1),
                List.of(Projection.values()));
    }

    /** Slices of 3 mm, the thickest that the reference study's charter takes, and pixels of 0.9 mm. */
    private static Reconstruction lumbar() {
        return new Reconstruction(new Scanner(120, 116, 110, 0.9, 3, 3, 1.1, 0, 20, 3071, 2.4, 100), SEED + 2);
    }

    /** From L1 to S1, and farther where the construct goes farther. */
    Optional<Scan> survey(Phantom phantom) {
        Level upper = phantom.upper().compareTo(Level.L1) < 0 ? phantom.upper() : Level.L1;
        Level lower = phantom.lower().compareTo(Level.S1) > 0 ? phantom.lower() : Level.S1;
        return survey.map(one -> one.scan(phantom, upper, lower));
    }
}
