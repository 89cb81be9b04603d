package org.trabecula.simulation.mechanism;

/** What a participant takes against osteoporosis. */
public enum Drug {
    NONE,
    /** Bisphosphonate or denosumab. */
    ANTIRESORPTIVE,
    /** Teriparatide or romosozumab. */
    ANABOLIC
}
