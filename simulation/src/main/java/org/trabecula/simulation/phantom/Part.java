package org.trabecula.simulation.phantom;

/**
 * A shape and what it is made of. Parts are laid over each other in order.
 *
 * @param hu of what is not titanium in it
 * @param grain standard deviation of its texture, HU
 * @param titanium share of its volume, 0 to 1
 * @param instead HU of what it displaces, on average
 */
record Part(Solid solid, double hu, double grain, double titanium, double instead) {

    static Part of(Solid solid, double hu, double instead) {
        return new Part(solid, hu, 0, 0, instead);
    }

    static Part grained(Solid solid, double hu, double grain, double instead) {
        return new Part(solid, hu, grain, 0, instead);
    }

    static Part titanium(Solid solid, double instead) {
        return new Part(solid, instead, 0, 1, instead);
    }
}
