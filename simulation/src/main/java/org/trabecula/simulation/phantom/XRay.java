package org.trabecula.simulation.phantom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trabecula.study.spine.Level;

/**
 * Radiographs of a phantom: line integrals from a point source through the same geometry as on CT, so that what lies nearer to the source is
 * magnified more, then photons, scatter, blur, and the harmonisation that detectors of today apply before an image is shown. One energy
 * stands for the beam. What a spine without implants lets through is kept for people of the same build and construct, spongy bone apart.
 */
public final class XRay {
    /** From where the beam comes. */
    public enum View {
        FRONT(75, 48),
        SIDE(85, 52);

        private final double kilovolt;
        private final double energy;

        View(double kilovolt, double energy) {
            this.kilovolt = kilovolt;
            this.energy = energy;
        }

        private Attenuation attenuation() {
            return new Attenuation(energy);
        }

        /** The tube voltage at which that view is usually taken. */
        public double kilovolt() {
            return kilovolt;
        }
    }

    /**
     * Where a point of the patient appears: the ray from the source through it meets the plane of the pixels there.
     *
     * @param source of the beam
     * @param corner the centre of the first pixel, on the plane through the middle of the spine
     * @param right along a row
     * @param down along a column
     * @param pixelMm between pixels on that plane
     * @param detectorMm from the source to the detector
     */
    public record Geometry(Vec source, Vec corner, Vec right, Vec down, double pixelMm, double detectorMm) {}

    /** Stored values run from 0, black, to this. */
    public static final int WHITE = 4095;

    private static final double STANDING = 1;
    private static final double SPONGY = 100;
    private static final double GRAIN_MM = 2;
    private static final int KEPT = 48;

    private record Key(int build, Level middle, View view) {}

    /**
     * A spine without implants.
     *
     * @param path attenuation along each ray, with spongy bone of 100 HU
     * @param spongy mm of spongy bone along each ray
     */
    private record Bare(float[] path, float[] spongy) {}

    private final int columns;
    private final int rows;
    private final double pixel;
    private final Development development;
    private final Noise texture;
    private final Beam front;
    private final Beam side;
    private final Map<Key, Bare> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bare> eldest) {
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
        this.development = new Development(columns, rows, pixel, seed);
        this.texture = new Noise(seed + 1, 0.35 / pixel);
        this.front = new Beam(columns, rows, pixel, View.FRONT);
        this.side = new Beam(columns, rows, pixel, View.SIDE);
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** mm at the depth of the spine. */
    public double pixel() {
        return pixel;
    }

    public static double magnification() {
        return Beam.TO_DETECTOR / Beam.TO_SPINE;
    }

    /** From the source to the detector, mm. */
    public static double toDetector() {
        return Beam.TO_DETECTOR;
    }

    /** From the source to the plane through the middle of the spine, mm. */
    public static double toSpine() {
        return Beam.TO_SPINE;
    }

    public Geometry geometry(View view) {
        return beam(view).geometry();
    }

    private Beam beam(View view) {
        return switch (view) {
            case FRONT -> front;
            case SIDE -> side;
        };
    }

    /** Stored values, row by row; the head is above, the front is to the left or the patient's left to the right. */
    public short[] of(Phantom phantom, View view, Posture posture) {
        Beam beam = beam(view);
        Scene scene = Scene.of(phantom, posture, STANDING);
        Bare bare = bare(phantom, view, posture);
        float[] path = bare.path().clone();
        float excess = (float)
                (view.attenuation().perMm(mean(phantom)) - view.attenuation().perMm(SPONGY));
        float grain = (float) (view.attenuation().perMm(SPONGY + Vertebra.GRAIN)
                - view.attenuation().perMm(SPONGY));
        for (int row = 0, i = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i++) {
                float spongy = bare.spongy()[i];
                if (spongy > 0) {
                    // Grains that lie behind each other add up as chance does, by the root of their number.
                    float together = (float) Math.sqrt(spongy * GRAIN_MM);
                    path[i] += excess * spongy + grain * together * texture.at(column, row, phantom.seed());
                }
            }
        }
        for (Part part : scene.implants()) {
            beam.lay(part.solid(), view.attenuation().more(part), path);
        }
        return development.of(path, phantom.seed() * 4 + view.ordinal() * 2L + posture.ordinal() * 7L);
    }

    /** What is there in that posture, as a person stands. */
    public static Truth truth(Phantom phantom, Posture posture) {
        return Scene.of(phantom, posture, STANDING).truth();
    }

    private static double mean(Phantom phantom) {
        return phantom.hu().values().stream()
                .mapToDouble(hu -> hu)
                .sorted()
                .average()
                .orElse(SPONGY);
    }

    private Bare bare(Phantom phantom, View view, Posture posture) {
        int build = (int) Math.rint(phantom.build());
        List<Phantom.DiscSpace> motion = posture == Posture.NEUTRAL ? List.of() : phantom.discs();
        Level middle = phantom.middle();
        Phantom plain = new Phantom(0, build, middle, middle, Map.of(middle, SPONGY), List.of(), motion);
        // A posture is a person's own; only what others share is worth keeping.
        return posture == Posture.NEUTRAL
                ? kept(new Key(build, phantom.middle(), view), () -> drawn(plain, view, posture))
                : drawn(plain, view, posture);
    }

    private Bare kept(Key key, Supplier<Bare> drawing) {
        synchronized (kept) {
            Bare known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Bare drawn = drawing.get();
        synchronized (kept) {
            kept.put(key, drawn);
        }
        return drawn;
    }

    private Bare drawn(Phantom plain, View view, Posture posture) {
        Beam beam = beam(view);
        Scene scene = Scene.of(plain, posture, STANDING);
        float[] path = beam.trunk(scene.trunk(), view.attenuation());
        float[] spongy = new float[path.length];
        for (Part part : scene.bones()) {
            beam.lay(part.solid(), view.attenuation().more(part), path);
            if (part.instead() >= Vertebra.COMPACT) {
                beam.lay(part.solid(), 1, spongy);
            }
        }
        return new Bare(path, spongy);
    }
}
