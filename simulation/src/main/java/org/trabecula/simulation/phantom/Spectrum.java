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
    private static final double METAL_STEP = 0.02;
    private static final int METAL_STEPS = 3000;
    private static final int PER_UNIT = 64;

    private final double[] weight;
    private final double[] water;
    private final double[] bone;
    private final double[] titanium;
    private final double effective;
    private final double[] waterOnly = new double[TABLE];
    /** Where to begin to look in it, by steps of attenuation. */
    private final int[] beginnings;
    /** What passes of each energy when titanium stands in the place of water, by steps of its length. */
    private final double[][] instead;

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
        beginnings = new int[(int) (waterOnly[TABLE - 1] * PER_UNIT)];
        for (int step = 1; step < beginnings.length; step++) {
            beginnings[step] = before(step / (double) PER_UNIT, beginnings[step - 1]);
        }
        instead = new double[METAL_STEPS][bins];
        for (int step = 0; step < METAL_STEPS; step++) {
            for (int i = 0; i < bins; i++) {
                instead[step][i] = Math.exp((water[i] - titanium[i]) * step * METAL_STEP);
            }
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

    /**
     * A ray that has passed a body and is about to meet metal in it.
     *
     * @param left of each energy
     * @param waterMm that metal can displace
     * @param signal that arrives when there is no metal, scatter included
     * @param asWater what that is corrected to, mm
     */
    @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
    record Beam(double[] left, double waterMm, double signal, double asWater) {}

    Beam behind(double waterMm, double boneMm, double scatter) {
        double[] left = new double[weight.length];
        double passing = 0;
        for (int i = 0; i < left.length; i++) {
            left[i] = weight[i] * Math.exp(-water[i] * waterMm - bone[i] * boneMm);
            passing += left[i];
        }
        double signal = passing + scatter;
        return new Beam(left, waterMm, signal, asWater(-Math.log(signal)));
    }

    /** The share of a beam that passes so many mm of titanium that displace as much water. */
    double passing(Beam beam, double titaniumMm) {
        double at = titaniumMm / METAL_STEP;
        int low = (int) at;
        if (titaniumMm > beam.waterMm() || low + 1 >= instead.length) {
            return through(beam, titaniumMm);
        }
        double share = at - low;
        double[] one = instead[low];
        double[] next = instead[low + 1];
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += beam.left()[i] * (one[i] + share * (next[i] - one[i]));
        }
        return sum;
    }

    private double through(Beam beam, double titaniumMm) {
        double displaced = Math.min(titaniumMm, beam.waterMm());
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += beam.left()[i] * Math.exp(water[i] * displaced - titanium[i] * titaniumMm);
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
        int step = Math.clamp((int) (attenuation * PER_UNIT), 0, beginnings.length - 1);
        int low = before(attenuation, beginnings[step]);
        return low + (attenuation - waterOnly[low]) / (waterOnly[low + 1] - waterOnly[low]);
    }

    /** The last place of the table but one at most, from there on, behind which not more is attenuated. */
    private int before(double attenuation, int from) {
        int low = from;
        while (low < TABLE - 2 && waterOnly[low + 1] <= attenuation) {
            low++;
        }
        return low;
    }
}
