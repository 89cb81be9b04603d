package org.trabecula.simulation.phantom;

/** How somebody stands for a radiograph; on the CT table he lies {@link #NEUTRAL}. */
public enum Posture {
    NEUTRAL(0),
    FLEXION(0.5),
    EXTENSION(-0.5);

    private final double share;

    Posture(double share) {
        this.share = share;
    }

    /** Of the motion between flexion and extension, what this posture is away from neutral, forward. */
    double share() {
        return share;
    }
}
