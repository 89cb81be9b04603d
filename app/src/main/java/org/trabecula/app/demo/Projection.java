package org.trabecula.app.demo;

import org.trabecula.simulation.phantom.Posture;
import org.trabecula.simulation.phantom.XRay;

/** The radiographs that are taken of a lumbar spine, in the order of their series. */
enum Projection {
    LATERAL(XRay.View.SIDE, Posture.NEUTRAL, "LL"),
    AP(XRay.View.FRONT, Posture.NEUTRAL, "AP"),
    FLEXION(XRay.View.SIDE, Posture.FLEXION, "LL"),
    EXTENSION(XRay.View.SIDE, Posture.EXTENSION, "LL");

    private final XRay.View view;
    private final Posture posture;
    private final String position;

    Projection(XRay.View view, Posture posture, String position) {
        this.view = view;
        this.posture = posture;
        this.position = position;
    }

    XRay.View view() {
        return view;
    }

    Posture posture() {
        return posture;
    }

    /** PS3.3 section C.8.7.1: from where to where the beam runs. */
    String position() {
        return position;
    }

    int series() {
        return ordinal() + 1;
    }
}
