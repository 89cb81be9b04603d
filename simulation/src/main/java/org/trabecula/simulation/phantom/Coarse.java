package org.trabecula.simulation.phantom;

/** Images on every so many pixels, for what changes slowly. */
final class Coarse {
    private Coarse() {}

    /** Straight between the points of a coarse image, which reaches beyond the fine one by a point. */
    static float[] spread(float[] coarse, int wide, int every, int columns, int rows) {
        float[] fine = new float[columns * rows];
        for (int row = 0; row < rows; row++) {
            float v = row % every / (float) every;
            for (int column = 0; column < columns; column++) {
                float u = column % every / (float) every;
                int at = row / every * wide + column / every;
                float upper = coarse[at] + u * (coarse[at + 1] - coarse[at]);
                float lower = coarse[at + wide] + u * (coarse[at + wide + 1] - coarse[at + wide]);
                fine[row * columns + column] = upper + v * (lower - upper);
            }
        }
        return fine;
    }
}
