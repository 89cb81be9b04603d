package org.trabecula.assistance.screw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.assistance.volume.Volume;

/**
 * Measures a lucent zone around a screw's shaft where it runs through the vertebral body. A model of what a scanner shows of metal, thread,
 * zone, dense rim and bone is fitted to the mean HU by distance from the axis, with a smooth term for what streaks leave after averaging.
 * CT shows metal too wide, so that the true diameter has to be given. A zone is reported only when it explains the profile clearly better
 * than none; the detection limit is the narrowest that would have done so on this profile.
 */
public final class HaloMeter {
    /** How screws are found and zones measured. Changes with every change of that; stored with each value. */
    public static final String RULE = "metal-axis-radial-profile/v2";

    /** The widest zone that is looked for, mm; as a detection limit it says that not even such a one would surely have been told. */
    public static final double WIDEST_MM = 3.6;

    private static final double BEFORE_TIP = 5;
    private static final double STRETCH = 15;
    private static final double BEYOND = 4.6;
    private static final double WIDTH_STEP = 0.1;
    private static final int WIDTHS = (int) Math.round(WIDEST_MM / WIDTH_STEP);
    private static final double[] SIGMAS = {0.32, 0.38, 0.44, 0.5, 0.58};
    private static final double[] CORES = {0.6, 0.68, 0.76};
    private static final double ENOUGH = 55;
    private static final double SURELY = 1.5;
    private static final double LEAST_CONTRAST = 25;
    private static final double TYPICAL_LUCENT = 20;
    private static final double LUCENT_SPREAD = 20;

    private record Candidate(double width, double misfit, double bone, double lucent, Shells shells, double core) {}

    private final double radius;
    private final double[] hu;
    private final double[] weights;
    private final int from;

    private HaloMeter(RadialProfile profile, double radius) {
        this.radius = radius;
        this.hu = profile.hu();
        this.from = first();
        this.weights = weights();
    }

    /**
     * Measures around one screw.
     *
     * @param diameterMm the screw's true outer diameter, from the record of the operation
     */
    public static HaloReading at(Volume volume, FoundScrew screw, double diameterMm) {
        double to = screw.lengthMm() - BEFORE_TIP;
        RadialProfile profile =
                RadialProfile.along(volume, screw, Math.max(8, to - STRETCH), to, diameterMm / 2 + BEYOND);
        return of(profile, diameterMm / 2);
    }

    static HaloReading of(RadialProfile profile, double radius) {
        return new HaloMeter(profile, radius).read();
    }

    /** Where clipping no longer matters. */
    private int first() {
        int at = (int) ((radius - 0.4) / RadialProfile.STEP);
        while (at < hu.length - 10 && hu[at] > 1300) {
            at++;
        }
        return at;
    }

    /** The metal's flank is steep, and any model of it wrong by a share of its height. */
    private double[] weights() {
        double[] weights = new double[hu.length];
        for (int i = from; i < hu.length; i++) {
            double flank = i + 3 < hu.length ? Math.max(0, hu[i] - hu[i + 3]) : 0;
            double error = 7 + 0.12 * flank;
            weights[i] = RadialProfile.STEP / 0.5 / (error * error);
        }
        return weights;
    }

    private HaloReading read() {
        List<Candidate> fits = fits(hu);
        Candidate none = best(fits, 0, 0);
        Candidate zone = best(fits, WIDTH_STEP, WIDEST_MM);
        double evidence = none.misfit() - zone.misfit();
        boolean told = evidence > ENOUGH;
        Candidate shown = told ? zone : none;
        return new HaloReading(
                told ? zone.width() : 0, limit(none, shown), list(), shown.bone(), shown.lucent(), evidence);
    }

    private List<Double> list() {
        return Arrays.stream(hu).boxed().toList();
    }

    private static Candidate best(List<Candidate> fits, double least, double most) {
        Candidate best = fits.getFirst();
        double misfit = Double.POSITIVE_INFINITY;
        for (Candidate fit : fits) {
            if (fit.width() >= least - 1e-9 && fit.width() <= most + 1e-9 && fit.misfit() < misfit) {
                misfit = fit.misfit();
                best = fit;
            }
        }
        return best;
    }

    private List<Candidate> fits(double[] values) {
        List<Candidate> fits = new ArrayList<>();
        for (double sigma : SIGMAS) {
            Shells shells = new Shells(sigma, hu.length);
            for (double core : CORES) {
                for (int w = 0; w <= WIDTHS; w++) {
                    fits.add(fit(values, shells, core, w * WIDTH_STEP));
                }
            }
        }
        return fits;
    }

    private double metal(double r, double core) {
        return Math.clamp((radius - r) / (radius * (1 - core)), 0.0, 1.0);
    }

    private Candidate fit(double[] values, Shells shells, double core, double width) {
        double[] one = new double[hu.length];
        Arrays.fill(one, 1);
        double[] metal = shells.blurred(r -> metal(r, core));
        double[] streak = IntStream.range(0, hu.length)
                .mapToDouble(i -> Math.exp(-Math.max(0, i * RadialProfile.STEP - radius) / 2.0))
                .toArray();
        if (width < WIDTH_STEP / 2) {
            Fit fit = fit(values, 30, one, metal, streak);
            return new Candidate(0, fit.misfit(), fit.of(0), fit.of(0), shells, core);
        }
        double[] zone = zone(shells, core, width);
        double[] rim = shells.blurred(r -> r >= radius + width && r < radius + width + 0.8 ? 1 : 0);
        Fit fit = fit(values, 30, one, metal, streak, zone, rim);
        if (fit.of(4) < 0) {
            fit = fit(values, 30, one, metal, streak, zone);
        }
        double unlike = Math.max(0, fit.of(0) + fit.of(3) - TYPICAL_LUCENT) / LUCENT_SPREAD;
        double penalty = (fit.of(3) > -LEAST_CONTRAST ? 1e6 : 0) + unlike * unlike;
        return new Candidate(width, fit.misfit() + penalty, fit.of(0), fit.of(0) + fit.of(3), shells, core);
    }

    private double[] zone(Shells shells, double core, double width) {
        return shells.blurred(r -> r < radius + width ? 1 - metal(r, core) : 0);
    }

    private Fit fit(double[] values, double streaks, double[]... columns) {
        double[] hold = new double[columns.length];
        hold[2] = 1 / (streaks * streaks);
        return Fit.of(columns, values, weights, hold, from, hu.length);
    }

    /** The narrowest zone of common contrast and without a dense rim that would surely have been told from none, had it been here. */
    private double limit(Candidate none, Candidate shown) {
        double contrast = Math.max(LEAST_CONTRAST, shown.bone() - TYPICAL_LUCENT);
        for (int step = 2; step <= WIDTHS; step += 2) {
            double width = step * WIDTH_STEP;
            double[] zone = zone(none.shells(), none.core(), width);
            double[] metal = none.shells().blurred(r -> metal(r, none.core()));
            double[] values = new double[hu.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = shown.bone() + 9000 * metal[i] - contrast * zone[i];
            }
            double without = Arrays.stream(CORES)
                    .map(core -> fit(values, none.shells(), core, 0).misfit())
                    .min()
                    .orElse(0);
            if (without > SURELY * ENOUGH) {
                return width;
            }
        }
        return WIDEST_MM;
    }
}
