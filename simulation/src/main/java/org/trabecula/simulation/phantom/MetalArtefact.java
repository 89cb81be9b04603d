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
    private final double scatter;

    MetalArtefact(Spectrum spectrum, Scanner scanner) {
        this.spectrum = spectrum;
        this.views = scanner.views();
        this.grid = scanner.grid();
        this.bin = Math.max(0.7, scanner.pixel());
        this.water = Matter.WATER.perMm(spectrum.effectiveEnergy());
        this.titanium = Matter.TITANIUM.perMm(spectrum.effectiveEnergy());
        this.scatter = SCATTER * spectrum.passing(230, 4, 0);
    }

    /** The rays through slices of these pixels before they meet metal; the slices of one scan share them. */
    Rays rays(Plane plane) {
        double cx = plane.left + (plane.columns - 1) / 2.0 * plane.pixel;
        double cy = plane.top + (plane.rows - 1) / 2.0 * plane.pixel;
        double reach = Math.hypot(plane.columns, plane.rows) * plane.pixel / 2 + 2 * bin;
        int bins = 2 * (int) Math.ceil(reach / bin) + 1;
        float[] ramp = new float[2 * bins - 1];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (float) hann(Math.abs(i - bins + 1));
        }
        Spectrum.Beam[][] beams = new Spectrum.Beam[views][bins];
        IntStream.range(0, views).parallel().forEach(view -> {
            double cos = Math.cos(Math.PI * view / views);
            double sin = Math.sin(Math.PI * view / views);
            for (int i = 0; i < bins; i++) {
                double s = (i - (bins - 1) / 2.0) * bin + cx * cos + cy * sin;
                double trunk = chord(s, cos, sin, -27, 155, 101);
                double bone = BONE_SHARE * chord(s, cos, sin, 2, 26, 20);
                beams[view][i] = spectrum.behind(trunk, bone, scatter);
            }
        });
        return new Rays(cx, cy, bins, ramp, beams);
    }

    /**
     * Where the rays of a scan run and what is left of them.
     *
     * @param bins of one view
     * @param ramp the filter, from one end of a view to the other
     * @param beams by view and bin
     */
    record Rays(double cx, double cy, int bins, float[] ramp, Spectrum.Beam[][] beams) {}

    /** What is to be added to each pixel of a slice, HU. */
    float[] in(Plane plane, Rays rays, SplittableRandom chance) {
        Metal pixels = Metal.in(plane);
        float[][] filtered = new float[views][];
        Sum sum = new Sum(rays.bins());
        for (int view = 0; view < views; view++) {
            float[] metal = project(pixels, plane, Math.PI * view / views, rays.bins());
            filtered[view] = filter(difference(metal, rays.beams()[view], chance), rays.ramp(), sum);
        }
        return spread(plane, back(plane, filtered, rays));
    }

    /** The pixels of a slice that have titanium in them: where they are, and how much of each it fills. */
    private record Metal(float[] columns, float[] rows, float[] shares) {
        static Metal in(Plane plane) {
            int[] pixels = IntStream.range(0, plane.titanium.length)
                    .filter(pixel -> plane.titanium[pixel] > 0)
                    .toArray();
            Metal metal = new Metal(new float[pixels.length], new float[pixels.length], new float[pixels.length]);
            for (int i = 0; i < pixels.length; i++) {
                int row = pixels[i] / plane.columns;
                metal.rows[i] = row;
                metal.columns[i] = pixels[i] - row * plane.columns;
                metal.shares[i] = plane.titanium[pixels[i]];
            }
            return metal;
        }
    }

    /** Millimetres of titanium along each ray. */
    private float[] project(Metal pixels, Plane plane, double angle, int bins) {
        float[] metal = new float[bins];
        float cos = (float) (Math.cos(angle) * plane.pixel / bin);
        float sin = (float) (Math.sin(angle) * plane.pixel / bin);
        float area = (float) (plane.pixel * plane.pixel / bin);
        float middle = (float) ((bins - 1) / 2.0 - (plane.columns - 1) / 2.0 * cos - (plane.rows - 1) / 2.0 * sin);
        for (int i = 0; i < pixels.shares.length; i++) {
            float s = pixels.columns[i] * cos + pixels.rows[i] * sin + middle;
            int at = (int) s;
            float right = s - at;
            float path = pixels.shares[i] * area;
            metal[at] += path * (1 - right);
            metal[at + 1] += path * right;
        }
        return metal;
    }

    /** By how much the corrected measurement of each ray departs from the ideal line integral. */
    private float[] difference(float[] metal, Spectrum.Beam[] beams, SplittableRandom chance) {
        float[] difference = new float[metal.length];
        for (int i = 0; i < metal.length; i++) {
            if (metal[i] > 0.01) {
                double with = spectrum.passing(beams[i], metal[i]) + scatter;
                double measured =
                        Math.max(FEWEST / PHOTONS, with + excess(with, beams[i].signal()) * chance.nextGaussian());
                difference[i] = (float) (water * (spectrum.asWater(-Math.log(measured)) - beams[i].asWater())
                        - (titanium - water) * metal[i]);
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
    private static float[] filter(float[] values, float[] ramp, Sum sum) {
        for (int from = 0; from < values.length; from++) {
            if (values[from] != 0) {
                sum.add(values[from], ramp, values.length - 1 - from);
            }
        }
        float[] out = new float[values.length];
        sum.into(out, 0);
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

    private float[] back(Plane plane, float[][] filtered, Rays rays) {
        int wide = across(plane.columns, plane);
        int high = across(plane.rows, plane);
        float[] image = new float[wide * high];
        float scale = (float) (Math.PI / views * 1000 / water);
        for (int view = 0; view < views; view++) {
            double angle = Math.PI * view / views;
            float step = (float) (Math.cos(angle) * grid / bin);
            double sin = Math.sin(angle) / bin;
            float[] row = filtered[view];
            for (int i = 0; i < row.length; i++) {
                row[i] *= scale;
            }
            double middle = (row.length - 1) / 2.0;
            for (int j = 0; j < high; j++) {
                float s = (float) ((plane.left - rays.cx()) * Math.cos(angle) / bin
                        + (plane.top + j * grid - rays.cy()) * sin
                        + middle);
                int at = j * wide;
                for (int i = 0; i < wide; i++, s += step) {
                    int low = (int) s;
                    image[at++] += row[low] + (s - low) * (row[low + 1] - row[low]);
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
