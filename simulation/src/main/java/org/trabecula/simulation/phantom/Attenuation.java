package org.trabecula.simulation.phantom;

/** What a beam of one energy, which stands for all of a tube's, loses per mm; HU are those of a CT. */
record Attenuation(double energy) {
    private static final double REFERENCE = 70;
    private static final double AIR = -1000;

    double perMm(double hu) {
        return hu <= AIR ? 0 : Matter.perMm(hu, REFERENCE, energy);
    }

    /** What a part adds to what it displaces. */
    double more(Part part) {
        double own = part.titanium() * Matter.TITANIUM.perMm(energy) + (1 - part.titanium()) * perMm(part.hu());
        return own - perMm(part.instead());
    }
}
