package org.trabecula.simulation.phantom;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What titanium does to a slice, from the physics: every ray that meets metal is followed through the spectrum, loses photons until few or
 * none are left, is corrected as if it had met water alone, and goes back through a filtered back-projection. Only the difference from an
 * ideal scanner is projected back, since reconstruction is linear; it is smooth but at the metal's edge, so that its grid may be coarser
 * than the image. Parallel beams over half a turn; trunk and vertebra enter the rays as ellipses, scatter as a constant share. Artefacts of
 * bone alone, and those along the axis, are not in it.
 */
final class MetalArtefact {
    private static final double SCATTER = 0.035;
    private static final double PHOTONS = 4e5;
    private static final double FEWEST = 3;
    private static final double BONE_SHARE = 0.16;

    private final Spectrum spectrum;
    private final int views;
    private final double bin;
    private final double grid;
    private final double water;
    private final double titanium;

    MetalArtefact(Spectrum spectrum, Scanner scanner) {
        this.spectrum = spectrum;
        this.views = scanner.views();
        this.grid = scanner.grid();
        this.bin = Math.max(0.7, scanner.pixel());
        this.water = Matter.WATER.perMm(spectrum.effectiveEnergy());
        this.titanium = Matter.TITANIUM.perMm(spectrum.effectiveEnergy());
    }

    /** What is to be added to each pixel of a slice, HU. */
    float[] in(Plane plane, SplittableRandom chance) {
        double cx = plane.left + (plane.columns - 1) / 2.0 * plane.pixel;
        double cy = plane.top + (plane.rows - 1) / 2.0 * plane.pixel;
        double reach = Math.hypot(plane.columns, plane.rows) * plane.pixel / 2 + 2 * bin;
        int bins = 2 * (int) Math.ceil(reach / bin) + 1;
        int[] pixels = IntStream.range(0, plane.titanium.length)
                .filter(pixel -> plane.titanium[pixel] > 0)
                .toArray();
        double[] ramp = IntStream.range(0, bins).mapToDouble(this::hann).toArray();
        float[][] filtered = new float[views][];
        for (int view = 0; view < views; view++) {
            double angle = Math.PI * view / views;
            float[] metal = project(plane, pixels, angle, bins);
            filtered[view] = filter(difference(metal, angle, cx, cy, chance), ramp);
        }
        return spread(plane, back(plane, filtered, cx, cy));
    }

    /** Millimetres of titanium along each ray. */
    private float[] project(Plane plane, int[] pixels, double angle, int bins) {
        float[] metal = new float[bins];
        double cos = Math.cos(angle) * plane.pixel / bin;
        double sin = Math.sin(angle) * plane.pixel / bin;
        double area = plane.pixel * plane.pixel / bin;
        double middle = (bins - 1) / 2.0 - (plane.columns - 1) / 2.0 * cos - (plane.rows - 1) / 2.0 * sin;
        for (int pixel : pixels) {
            int row = pixel / plane.columns;
            int column = pixel % plane.columns;
            double s = column * cos + row * sin + middle;
            int at = (int) s;
            float right = (float) (s - at);
            float path = (float) (plane.titanium[pixel] * area);
            metal[at] += path * (1 - right);
            metal[at + 1] += path * right;
        }
        return metal;
    }

    /** By how much the corrected measurement of each ray departs from the ideal line integral. */
    private double[] difference(float[] metal, double angle, double cx, double cy, SplittableRandom chance) {
        double[] difference = new double[metal.length];
        double scatter = SCATTER * spectrum.passing(230, 4, 0);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int i = 0; i < metal.length; i++) {
            if (metal[i] > 0.01) {
                double s = (i - (metal.length - 1) / 2.0) * bin + cx * cos + cy * sin;
                double trunk = chord(s, cos, sin, -27, 155, 101);
                double bone = BONE_SHARE * chord(s, cos, sin, 2, 26, 20);
                double without = spectrum.passing(trunk, bone, 0) + scatter;
                double with = spectrum.passing(Math.max(0, trunk - metal[i]), bone, metal[i]) + scatter;
                double measured = Math.max(FEWEST / PHOTONS, with + excess(with, without) * chance.nextGaussian());
                difference[i] = water * (spectrum.asWater(-Math.log(measured)) - spectrum.asWater(-Math.log(without)))
                        - (titanium - water) * metal[i];
            }
        }
        return difference;
    }

    /** The deviation of a starved ray's signal beyond what the image's own noise accounts for, as a share of the beam. */
    private static double excess(double with, double without) {
        double relative = 1 / (with * PHOTONS) - 1 / (without * PHOTONS);
        return with * Math.sqrt(Math.max(0, relative));
    }

    private static double chord(double s, double cos, double sin, double y, double rx, double ry) {
        double wide = rx * rx * cos * cos + ry * ry * sin * sin;
        double off = s - y * sin;
        return off * off >= wide ? 0 : 2 * rx * ry * Math.sqrt(wide - off * off) / wide;
    }

    /** Ramp with a Hann window (Kak and Slaney, section 3.3), only from where there is something. */
    private static float[] filter(double[] values, double[] ramp) {
        float[] out = new float[values.length];
        for (int from = 0; from < values.length; from++) {
            if (values[from] != 0) {
                for (int to = 0; to < values.length; to++) {
                    out[to] += (float) (values[from] * ramp[Math.abs(to - from)]);
                }
            }
        }
        return out;
    }

    private double hann(int n) {
        return (0.5 * ramp(n) + 0.25 * (ramp(n - 1) + ramp(n + 1))) * bin;
    }

    private double ramp(int n) {
        if (n == 0) {
            return 1 / (4 * bin * bin);
        }
        return n % 2 == 0 ? 0 : -1 / (Math.PI * Math.PI * n * n * bin * bin);
    }

    private float[] back(Plane plane, float[][] filtered, double cx, double cy) {
        int wide = across(plane.columns, plane);
        int high = across(plane.rows, plane);
        float[] image = new float[wide * high];
        float scale = (float) (Math.PI / views * 1000 / water);
        for (int view = 0; view < views; view++) {
            double angle = Math.PI * view / views;
            float step = (float) (Math.cos(angle) * grid / bin);
            double sin = Math.sin(angle) / bin;
            float[] row = filtered[view];
            double middle = (row.length - 1) / 2.0;
            for (int j = 0; j < high; j++) {
                float s = (float)
                        ((plane.left - cx) * Math.cos(angle) / bin + (plane.top + j * grid - cy) * sin + middle);
                int at = j * wide;
                for (int i = 0; i < wide; i++, s += step) {
                    int low = (int) s;
                    image[at++] += scale * (row[low] + (s - low) * (row[low + 1] - row[low]));
                }
            }
        }
        return image;
    }

    private int across(int pixels, Plane plane) {
        return (int) Math.ceil((pixels - 1) * plane.pixel / grid) + 1;
    }

    private float[] spread(Plane plane, float[] coarse) {
        int wide = across(plane.columns, plane);
        int high = across(plane.rows, plane);
        float[] fine = new float[plane.columns * plane.rows];
        double ratio = plane.pixel / grid;
        for (int row = 0; row < plane.rows; row++) {
            int j = Math.min(high - 2, (int) (row * ratio));
            float v = (float) (row * ratio - j);
            for (int column = 0; column < plane.columns; column++) {
                int i = Math.min(wide - 2, (int) (column * ratio));
                float u = (float) (column * ratio - i);
                int at = j * wide + i;
                float upper = coarse[at] + u * (coarse[at + 1] - coarse[at]);
                float lower = coarse[at + wide] + u * (coarse[at + wide + 1] - coarse[at + wide]);
                fine[row * plane.columns + column] = upper + v * (lower - upper);
            }
        }
        return fine;
    }
}
