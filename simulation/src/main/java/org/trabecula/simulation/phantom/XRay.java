package org.trabecula.simulation.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Radiographs of a phantom: line integrals from a point source through the same geometry as on CT, so that what lies nearer to the source is
 * magnified more, then photons, scatter, blur, and the harmonisation that detectors of today apply before an image is shown. One energy
 * stands for the beam. What a spine without implants lets through is kept for people of the same build and construct, spongy bone apart.
 */
public final class XRay {
    /** From where the beam comes. */
    public enum View {
        FRONT,
        SIDE
    }

    /** Stored values run from 0, black, to this. */
    public static final int WHITE = 4095;

    private static final double TO_DETECTOR = 1150;
    private static final double TO_SPINE = 930;
    private static final double ENERGY = 52;
    private static final double REFERENCE = 70;
    private static final double STANDING = 1;
    private static final double SPONGY = 100;
    private static final int KEPT = 48;

    private record Key(
            int build,
            org.trabecula.study.spine.Level upper,
            org.trabecula.study.spine.Level lower,
            List<Phantom.DiscSpace> motion,
            View view,
            Posture posture) {}

    private final int columns;
    private final int rows;
    private final double pixel;
    private final Noise noise;
    private final Map<Key, float[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, float[]> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * A detector.
     *
     * @param pixel mm at the depth of the spine; on the detector it is larger by {@link #magnification}
     */
    public XRay(int columns, int rows, double pixel, long seed) {
        this.columns = columns;
        this.rows = rows;
        this.pixel = pixel;
        this.noise = new Noise(seed, 0.8);
    }

    public static double magnification() {
        return TO_DETECTOR / TO_SPINE;
    }

    /** Stored values, row by row; the head is above, the front is to the left or the patient's left to the right. */
    public short[] of(Phantom phantom, View view, Posture posture) {
        Scene scene = Scene.of(phantom, posture, STANDING);
        float[] path = spine(phantom, view, posture).clone();
        for (Part part : scene.bones()) {
            if (part.instead() >= Vertebra.COMPACT && part.solid() instanceof Lump) {
                lay(part.solid(), perMm(part.hu()) - perMm(part.hu() - excess(phantom)), view, path);
            }
        }
        for (Part part : scene.implants()) {
            lay(part.solid(), attenuation(part) - perMm(part.instead()), view, path);
        }
        return developed(path, phantom.seed() * 4 + view.ordinal() * 2L + posture.ordinal() * 7L);
    }

    /** What is there in that posture, as a person stands. */
    public static Truth truth(Phantom phantom, Posture posture) {
        return Scene.of(phantom, posture, STANDING).truth();
    }

    /** By how much this person's spongy bone exceeds that of the kept spine. */
    private static double excess(Phantom phantom) {
        return phantom.hu().values().stream().mapToDouble(hu -> hu).average().orElse(SPONGY) - SPONGY;
    }

    private float[] spine(Phantom phantom, View view, Posture posture) {
        Phantom plain = new Phantom(
                phantom.seed(),
                Math.rint(phantom.build() * 2) / 2,
                phantom.upper(),
                phantom.lower(),
                Map.of(phantom.lower(), SPONGY),
                List.of(),
                posture == Posture.NEUTRAL ? List.of() : phantom.discs());
        Key key = new Key(
                (int) Math.rint(phantom.build() * 2), phantom.upper(), phantom.lower(), plain.discs(), view, posture);
        synchronized (kept) {
            float[] known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Scene scene = Scene.of(plain, posture, STANDING);
        float[] path = trunk(scene.trunk(), view);
        for (Part part : scene.bones()) {
            lay(part.solid(), attenuation(part) - perMm(part.instead()), view, path);
        }
        synchronized (kept) {
            kept.put(key, path);
        }
        return path;
    }

    private static double perMm(double hu) {
        return Matter.perMm(hu, REFERENCE, ENERGY);
    }

    private static double attenuation(Part part) {
        return part.titanium() * Matter.TITANIUM.perMm(ENERGY) + (1 - part.titanium()) * perMm(part.hu());
    }

    /** The trunk changes slowly: every fourth pixel is enough. */
    private float[] trunk(List<Part> parts, View view) {
        int step = 4;
        int wide = columns / step + 2;
        int high = rows / step + 2;
        float[] coarse = new float[wide * high];
        for (int j = 0; j < high; j++) {
            for (int i = 0; i < wide; i++) {
                Ray ray = ray(view, i * step, j * step);
                double sum = 0;
                for (Part part : parts) {
                    double instead = part.instead() <= -1000 ? 0 : perMm(part.instead());
                    sum += part.solid().chord(ray) * (perMm(part.hu()) - instead);
                }
                coarse[j * wide + i] = (float) sum;
            }
        }
        float[] path = new float[columns * rows];
        for (int row = 0; row < rows; row++) {
            float v = row % step / (float) step;
            for (int column = 0; column < columns; column++) {
                float u = column % step / (float) step;
                int at = row / step * wide + column / step;
                float upper = coarse[at] + u * (coarse[at + 1] - coarse[at]);
                float lower = coarse[at + wide] + u * (coarse[at + wide + 1] - coarse[at + wide]);
                path[row * columns + column] = upper + v * (lower - upper);
            }
        }
        return path;
    }

    private double across(double column, View view) {
        return (column - columns * (view == View.SIDE ? 0.45 : 0.5)) * pixel;
    }

    private Ray ray(View view, double column, double row) {
        double s = across(column, view);
        double z = (rows / 2.0 - row) * pixel;
        Vec through = view == View.SIDE ? new Vec(0, s, z) : new Vec(s, 0, z);
        Vec source = view == View.SIDE ? new Vec(-TO_SPINE, 0, 0) : new Vec(0, -TO_SPINE, 0);
        return new Ray(source, through.minus(source).unit());
    }

    /** Adds a shape's share to every ray that can meet it. */
    private void lay(Solid solid, double perMm, View view, float[] path) {
        Bounds b = solid.bounds();
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Vec corner : corners(b)) {
            double depth = view == View.SIDE ? corner.x() : corner.y();
            double onPlane = TO_SPINE / (TO_SPINE + depth);
            double s = (view == View.SIDE ? corner.y() : corner.x()) * onPlane;
            double column = s / pixel + columns * (view == View.SIDE ? 0.45 : 0.5);
            double row = rows / 2.0 - corner.z() * onPlane / pixel;
            left = Math.min(left, column);
            right = Math.max(right, column);
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
        }
        for (int row = Math.max(0, (int) top); row <= Math.min(rows - 1, (int) bottom + 1); row++) {
            for (int column = Math.max(0, (int) left); column <= Math.min(columns - 1, (int) right + 1); column++) {
                double chord = solid.chord(ray(view, column, row));
                if (chord > 0) {
                    path[row * columns + column] += (float) (chord * perMm);
                }
            }
        }
    }

    private static List<Vec> corners(Bounds b) {
        List<Vec> corners = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            corners.add(new Vec(
                    (i & 1) == 0 ? b.x1() : b.x2(), (i & 2) == 0 ? b.y1() : b.y2(), (i & 4) == 0 ? b.z1() : b.z2()));
        }
        return corners;
    }

    /** Photons and scatter, then logarithm, less of what is coarse and more of what is fine, and the range that fits. */
    private short[] developed(float[] path, long seed) {
        float[] sharp = Blur.of(path, columns, rows, 0.55);
        float[] log = new float[sharp.length];
        for (int i = 0; i < log.length; i++) {
            double signal = Math.exp(-Math.max(0, sharp[i])) + 0.0012;
            double grain = 0.003 * Math.sqrt(0.01 / signal) * noise.at(i % columns, i / columns, seed);
            log[i] = (float) (-Math.log(signal) + grain);
        }
        float[] coarse = coarse(withoutMetal(log));
        float[] shown = new float[log.length];
        for (int i = 0; i < shown.length; i++) {
            float detail = log[i] - coarse[i];
            shown[i] = 0.09f * coarse[i] + (float) Math.tanh(detail * 5) / 5;
        }
        return ranged(shown);
    }

    /** What is coarse should not jump at metal. */
    private static float[] withoutMetal(float[] log) {
        float[] sample = new float[log.length / 16];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = log[i * 16];
        }
        Arrays.sort(sample);
        float most = sample[sample.length * 3 / 4] + 0.5f;
        float[] cut = new float[log.length];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = Math.min(log[i], most);
        }
        return cut;
    }

    /** Wide smoothing, on every eighth pixel. */
    private float[] coarse(float[] image) {
        int step = 8;
        int wide = (columns + step - 1) / step + 1;
        int high = (rows + step - 1) / step + 1;
        float[] small = new float[wide * high];
        for (int j = 0; j < high; j++) {
            for (int i = 0; i < wide; i++) {
                int row = Math.min(rows - 1, j * step);
                int column = Math.min(columns - 1, i * step);
                small[j * wide + i] = image[row * columns + column];
            }
        }
        float[] smooth = Blur.of(small, wide, high, 2.5);
        float[] coarse = new float[image.length];
        for (int row = 0; row < rows; row++) {
            float v = row % step / (float) step;
            for (int column = 0; column < columns; column++) {
                float u = column % step / (float) step;
                int at = row / step * wide + column / step;
                float upper = smooth[at] + u * (smooth[at + 1] - smooth[at]);
                float lower = smooth[at + wide] + u * (smooth[at + wide + 1] - smooth[at + wide]);
                coarse[row * columns + column] = upper + v * (lower - upper);
            }
        }
        return coarse;
    }

    private static short[] ranged(float[] shown) {
        float[] sample = new float[shown.length / 16];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = shown[i * 16];
        }
        Arrays.sort(sample);
        float low = sample[sample.length / 200];
        float high = sample[sample.length - 1 - sample.length / 300];
        short[] stored = new short[shown.length];
        for (int i = 0; i < stored.length; i++) {
            double share = (shown[i] - low) / (high - low);
            stored[i] = (short) Math.clamp(Math.round(WHITE * (0.04 + 0.9 * share)), 0, WHITE);
        }
        return stored;
    }
}
