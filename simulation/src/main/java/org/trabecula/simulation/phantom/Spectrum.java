package org.trabecula.simulation.phantom;

import java.util.stream.IntStream;

/**
 * What a detector that integrates energy sees of a tube's beam: bremsstrahlung by Kramers' law (energy fluence falls straight to zero at the
 * tube voltage) behind aluminium, in steps of 10 keV, and what becomes of it on its way. Characteristic lines are left out.
 */
final class Spectrum {
    private static final int FIRST = 20;
    private static final int STEP = 10;
    private static final double CALIBRATION_MM = 250;
    private static final int TABLE = 700;

    private final double[] weight;
    private final double[] water;
    private final double[] bone;
    private final double[] titanium;
    private final double effective;
    private final double[] waterOnly = new double[TABLE];

    /** @param aluminiumMm everything that filters the beam before the patient */
    Spectrum(double kilovolt, double aluminiumMm) {
        int bins = (int) ((kilovolt - FIRST) / STEP);
        double[] energy = IntStream.range(0, bins)
                .mapToDouble(i -> FIRST + STEP * (i + 0.5))
                .toArray();
        weight = new double[bins];
        double sum = 0;
        for (int i = 0; i < bins; i++) {
            weight[i] = (kilovolt - energy[i]) * Math.exp(-Matter.ALUMINIUM.perMm(energy[i]) * aluminiumMm);
            sum += weight[i];
        }
        for (int i = 0; i < bins; i++) {
            weight[i] /= sum;
        }
        water = IntStream.range(0, bins)
                .mapToDouble(i -> Matter.WATER.perMm(energy[i]))
                .toArray();
        bone = IntStream.range(0, bins)
                .mapToDouble(i -> Matter.BONE.perMm(energy[i]))
                .toArray();
        titanium = IntStream.range(0, bins)
                .mapToDouble(i -> Matter.TITANIUM.perMm(energy[i]))
                .toArray();
        for (int i = 0; i < TABLE; i++) {
            waterOnly[i] = -Math.log(passing(i, 0, 0));
        }
        effective = effective();
    }

    /** The share of the beam that passes so many mm of each. */
    double passing(double waterMm, double boneMm, double titaniumMm) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += weight[i] * Math.exp(-water[i] * waterMm - bone[i] * boneMm - titanium[i] * titaniumMm);
        }
        return sum;
    }

    /** The energy at which a trunk's worth of water attenuates as it does in this beam; Hounsfield units are those at it. */
    double effectiveEnergy() {
        return effective;
    }

    private double effective() {
        double target = waterOnly[(int) CALIBRATION_MM] / CALIBRATION_MM;
        double low = 30;
        double high = 140;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (Matter.WATER.perMm(middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The water that would have attenuated as much, mm: what scanners correct every ray to. */
    double asWater(double attenuation) {
        int low = 0;
        int high = TABLE - 1;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (waterOnly[middle] <= attenuation) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (attenuation - waterOnly[low]) / (waterOnly[high] - waterOnly[low]);
    }
}
