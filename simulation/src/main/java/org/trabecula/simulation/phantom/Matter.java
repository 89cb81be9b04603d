package org.trabecula.simulation.phantom;

import java.util.List;

/**
 * What attenuates. Mass attenuation coefficients with coherent scattering, cm²/g, from the tables that NIST publishes from XCOM (Hubbell and
 * Seltzer, NISTIR 5632); bone is the cortical bone of ICRU report 44; PEEK follows from its elements, C19H12O3, by the mixture rule.
 */
enum Matter {
    WATER(1.0, 0.8096, 0.3756, 0.2683, 0.2269, 0.2059, 0.1837, 0.1707, 0.1505),
    BONE(1.92, 4.001, 1.331, 0.6655, 0.4242, 0.3148, 0.2229, 0.1855, 0.1480),
    TITANIUM(4.43, 15.85, 4.972, 2.214, 1.213, 0.7661, 0.4052, 0.2721, 0.1649),
    ALUMINIUM(2.699, 3.441, 1.128, 0.5685, 0.3681, 0.2778, 0.2018, 0.1704, 0.1378),
    CARBON(1.0, 0.4420, 0.2562, 0.2076, 0.1871, 0.1753, 0.1610, 0.1514, 0.1347),
    HYDROGEN(1.0, 0.3695, 0.3570, 0.3458, 0.3355, 0.3260, 0.3091, 0.2944, 0.2651),
    OXYGEN(1.0, 0.8651, 0.3779, 0.2585, 0.2132, 0.1907, 0.1678, 0.1551, 0.1361);

    private static final double[] ENERGIES = {20, 30, 40, 50, 60, 80, 100, 150};
    private static final double PEEK_DENSITY = 1.30;
    private final double density;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Double> table;

    Matter(double density, Double... table) {
        this.density = density;
        this.table = List.of(table);
    }

    /** Linear attenuation, 1/mm, at a photon energy of 20 to 150 keV, straight between the tabulated points on logarithmic axes. */
    double perMm(double energy) {
        int at = 0;
        while (at < ENERGIES.length - 2 && energy > ENERGIES[at + 1]) {
            at++;
        }
        double share = Math.log(energy / ENERGIES[at]) / Math.log(ENERGIES[at + 1] / ENERGIES[at]);
        double mass = Math.exp(Math.log(table.get(at)) * (1 - share) + Math.log(table.get(at + 1)) * share);
        return mass * density / 10;
    }

    static double peekPerMm(double energy) {
        return PEEK_DENSITY
                * (0.7916 * CARBON.perMm(energy) + 0.0420 * HYDROGEN.perMm(energy) + 0.1665 * OXYGEN.perMm(energy));
    }

    static double hounsfield(double perMm, double energy) {
        return 1000 * (perMm / WATER.perMm(energy) - 1);
    }

    /** What has that HU at one energy, at another energy: above water it is water and bone, below it is thin water. */
    static double perMm(double hu, double at, double energy) {
        double water = WATER.perMm(energy);
        if (hu <= 0) {
            return water * (1 + hu / 1000);
        }
        return water + hu / hounsfield(BONE.perMm(at), at) * (BONE.perMm(energy) - water);
    }
}
