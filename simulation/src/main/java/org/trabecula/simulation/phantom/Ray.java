package org.trabecula.simulation.phantom;

/** A beam from a point in a direction of length 1. */
record Ray(Vec from, Vec along) {}
