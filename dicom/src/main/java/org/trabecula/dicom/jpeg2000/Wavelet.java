package org.trabecula.dicom.jpeg2000;

/**
 * Puts the low and high frequencies of a resolution together again, by lifting (annex F). At the edges a signal goes on as its mirror
 * image.
 */
enum Wavelet {
    /** 5-3, of whole numbers (section F.3.8.1). */
    REVERSIBLE {
        @Override
        void lift(float[] signal, int even) {
            for (int i = even; i < signal.length; i += 2) {
                signal[i] -= (int) (around(signal, i) + 2) >> 2;
            }
            for (int i = 1 - even; i < signal.length; i += 2) {
                signal[i] += (int) around(signal, i) >> 1;
            }
        }
    },
    /** 9-7 (section F.3.8.2). */
    IRREVERSIBLE {
        @Override
        void lift(float[] signal, int even) {
            for (int i = 0; i < signal.length; i++) {
                signal[i] *= (i & 1) == even ? SCALE : 1 / SCALE;
            }
            step(signal, even, -0.443506852043971);
            step(signal, 1 - even, -0.882911075530934);
            step(signal, even, 0.052980118572961);
            step(signal, 1 - even, 1.586134342059924);
        }
    };

    /** So many columns are joined at once: what lies beside a sample in memory comes along with it anyway. */
    private static final int TOGETHER = 16;

    private static final float SCALE = (float) 1.230174104914001;

    /** @param even the place, 0 or 1, of the first sample that lies on an even coordinate; those hold the low frequencies */
    abstract void lift(float[] signal, int even);

    private static void step(float[] signal, int first, double exactWeight) {
        float weight = (float) exactWeight;
        for (int i = first; i < signal.length; i += 2) {
            signal[i] += weight * around(signal, i);
        }
    }

    private static float around(float[] signal, int i) {
        if (i > 0 && i + 1 < signal.length) {
            return signal[i - 1] + signal[i + 1];
        }
        return 2 * signal[i > 0 ? i - 1 : i + 1];
    }

    /** Makes a resolution of its four sub-bands, which lie in the upper left corner of the plane. */
    void join(float[] plane, int line, Area resolution) {
        int width = resolution.width();
        int height = resolution.height();
        float[][] row = new float[1][width];
        for (int y = 0; y < height; y++) {
            join(plane, y * line, 1, 0, row, resolution.x0() & 1);
        }
        for (int x = 0; x < width; x += TOGETHER) {
            join(plane, x, line, 1, new float[Math.min(TOGETHER, width - x)][height], resolution.y0() & 1);
        }
    }

    /** Signals that lie side by side in the plane, {@code across} places from each other; their samples lie {@code along} places apart. */
    private void join(float[] plane, int from, int along, int across, float[][] signals, int even) {
        int length = signals[0].length;
        int low = (length + 1 - even) / 2;
        int bits = 0;
        for (int i = 0; i < length; i++) {
            int place = from + ((i & 1) == even ? i / 2 : low + i / 2) * along;
            for (int signal = 0; signal < signals.length; signal++) {
                float sample = plane[place + signal * across];
                signals[signal][i] = sample;
                bits |= Float.floatToRawIntBits(sample);
            }
        }
        if (bits == 0) {
            // Zeros stay zeros, and a file that has nothing else shall not cost the time of one that has.
            return;
        }
        for (float[] signal : signals) {
            if (length > 1) {
                lift(signal, even);
            } else if (length == 1 && even == 1) {
                signal[0] /= 2;
            }
        }
        for (int i = 0; i < length; i++) {
            for (int signal = 0; signal < signals.length; signal++) {
                plane[from + i * along + signal * across] = signals[signal][i];
            }
        }
    }
}
