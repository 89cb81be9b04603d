package org.trabecula.app.demo;

/**
 * A pedicle screw on a radiograph: its thread, its head, and the lucent zone around it.
 *
 * @param lucencyMm the true width of the zone beside the thread
 */
record Shaft(double headX, double headY, double tipX, double tipY, double diameter, double lucencyMm) {
    private static final double BARELY_SEEN = 0.25;
    private static final double RIM_FROM = 1.0;
    private static final double THREAD_PITCH = 2.6;

    private Extent extent() {
        return Extent.along(headX, headY, tipX, tipY, diameter / 2 + lucencyMm + 2);
    }

    /** Bone gives way beside a loose screw; where that has lasted, a dense rim stands outside the zone. */
    void drawHalo(Plate plate) {
        if (lucencyMm < BARELY_SEEN) {
            return;
        }
        Plate.Depth zone = Plate.rod(headX, headY, tipX, tipY, diameter / 2 + lucencyMm);
        plate.change(extent(), 0.7, zone, (before, cover, _, _) -> before * (1 - 0.62f * cover));
        if (lucencyMm >= RIM_FROM) {
            Plate.Depth rim = Plate.rim(Plate.rod(headX, headY, tipX, tipY, diameter / 2 + lucencyMm + 0.8), 0.8);
            plate.add(extent(), 0.6, rim, 0.30);
        }
    }

    void drawMetal(Plate plate) {
        double length = Math.hypot(tipX - headX, tipY - headY);
        double alongX = (tipX - headX) / length;
        double alongY = (tipY - headY) / length;
        Plate.Depth core = Plate.rod(headX, headY, tipX, tipY, diameter / 2);
        Plate.Depth thread = (x, y) -> {
            double along = (x - headX) * alongX + (y - headY) * alongY;
            double tooth = Math.abs(2 * (along / THREAD_PITCH - Math.floor(along / THREAD_PITCH + 0.5)));
            return core.at(x, y) - 0.9 * tooth;
        };
        // A round bar stops most of the beam where it is thickest.
        plate.change(extent(), 0.5, thread, (before, cover, x, y) -> {
            double aside = Math.clamp(1 - 2 * Math.max(0, core.at(x, y)) / diameter, 0.0, 1.0);
            return before + cover * (float) (0.9 + 1.1 * Math.sqrt(1 - aside * aside));
        });
        Frame head = new Frame(headX, headY, alongX, alongY);
        plate.add(headX, headY, 11, 0.5, Plate.box(head.moved(-3, 0), 5.0, 5.0, 1.8), 1.7);
    }
}
