package org.trabecula.simulation.phantom;

/** Images on every so many pixels, for what changes slowly. */
final class Coarse {
    private Coarse() {}

    /** Straight between the points of a coarse image, which reaches beyond the fine one by a point. */
    static float[] spread(float[] coarse, int wide, int every, int columns, int rows) {
        float[] fine = new float[columns * rows];
        for (int row = 0; row < rows; row++) {
            float v = row % every / (float) every;
            for (int column = 0; column < columns; column += every) {
                int at = row / every * wide + column / every;
                float left = coarse[at];
                float below = coarse[at + wide];
                float right = coarse[at + 1] - left;
                float across = coarse[at + wide + 1] - below;
                for (int i = 0; i < Math.min(every, columns - column); i++) {
                    float u = i / (float) every;
                    float upper = left + u * right;
                    fine[row * columns + column + i] = upper + v * (below + u * across - upper);
                }
            }
        }
        return fine;
    }
}
