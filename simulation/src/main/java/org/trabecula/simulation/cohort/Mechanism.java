package org.trabecula.simulation.cohort;

/**
 * The chain from cage to loosening, in numbers. Times are months, HU is the mean of L1 to L4.
 *
 * @param metalMonths median time to a grade II union with a printed titanium cage in bone of 85 HU
 * @param otherMonths the same with PEEK and everything else
 * @param spread standard deviation of the logarithm of that time
 * @param nonUnion share of segments that never unite
 * @param loadRatio load on the screws after fusion, divided by that before: 0.5 is the prior, 0.4 to 1.2 is admissible; at
 *     1 fusion does nothing for the screws, above 1 it harms them
 * @param loadWeight how strongly the load pulls, in logits
 * @param loosenLogit level of the loosening logit of a middle screw in bone of 85 HU under no load
 * @param loosenPerHu its slope per HU
 * @param endVertebra what the cranial and the caudal end of the construct add to it
 * @param sacrum what S1 adds to it
 */
public record Mechanism(
        double metalMonths,
        double otherMonths,
        double spread,
        double nonUnion,
        double loadRatio,
        double loadWeight,
        double loosenLogit,
        double loosenPerHu,
        double endVertebra,
        double sacrum) {

    /**
     * Values under which the published figures come out: fused at 6 months PEEK 35-80 %, printed titanium 50-95 %, and 12
     * months about 93-95 % in both (Kim 2022); loose at 6 months PEEK 25-40 %, printed titanium 10-30 %, about one screw in
     * ten. Slopes: odds ratio 0.977 per HU and 1.7 for S1 (Zou 2020, J Neurosurg Spine); loosening sits in the end
     * vertebrae (Guo 2020, World Neurosurg).
     */
    public static Mechanism reference() {
        return new Mechanism(3.6, 5.3, 0.55, 0.03, 0.5, 9.0, -11.2, Math.log(0.977), 1.6, Math.log(1.699));
    }

    public Mechanism {
        if (metalMonths <= 0 || otherMonths <= 0 || spread < 0 || nonUnion < 0 || nonUnion > 1 || loadRatio < 0) {
            throw new IllegalArgumentException(
                    "Times are positive, shares lie between 0 and 1, loads are not negative");
        }
    }
}
