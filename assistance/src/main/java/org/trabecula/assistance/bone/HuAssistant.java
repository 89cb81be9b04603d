package org.trabecula.assistance.bone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.trabecula.assistance.volume.Point;
import org.trabecula.assistance.volume.Volume;

/**
 * Proposes where to measure the spongy bone of a vertebral body, from one click inside it. The rule is fixed and has a version: an ellipse
 * inside the cortex, before the basivertebral vein, at half height and a fifth of the height above and below; the mean of the three means.
 * The click only says which vertebra: the body's middle is looked for until it no longer moves, so that another click in the same body gives
 * the same proposal.
 */
public final class HuAssistant {
    /** Changes with every change of the rule; stored with each value. */
    public static final String RULE = "mid-vertebral-ellipse-3/v1";

    private static final double ACROSS = 0.58;
    private static final double DEEP = 0.46;
    private static final double FORWARD = 0.20;
    private static final double HEIGHT_APART = 5;
    private static final double HALF_SEARCH = 27;
    private static final double HALF_BODY = 14;
    private static final double DISC_HALF = 4;
    private static final int TURNS = 6;

    /** How far from a click slices are looked at: where the middle may be, and both endplates from there. */
    private static final double REACH = HALF_BODY + HALF_SEARCH;

    private static final double METAL = 1500;
    private static final double FINE = 0.5;

    private final Volume volume;
    private final double kilovolt;

    public HuAssistant(Volume volume, double kilovolt) {
        this.volume = volume;
        this.kilovolt = kilovolt;
    }

    /** A proposal for the vertebral body that holds a point, or nearly does. */
    public HuProposal propose(Point click) {
        if (!volume.holds(click)) {
            return new HuProposal.None(HuProposal.Reason.OUTSIDE_THE_SCAN);
        }
        volume.slices().expect(volume.slice(click.z() - REACH), volume.slice(click.z() + REACH));
        Point middle = settled(click);
        BodyWalls walls = BodyWalls.around(volume, middle.x(), middle.y(), middle.z());
        if (walls.across() < 14 || walls.deep() < 10 || middle.minus(click).length() > 22) {
            return new HuProposal.None(HuProposal.Reason.NO_BODY_FOUND);
        }
        List<HuProposal.Region> regions = new ArrayList<>();
        for (double up : new double[] {-HEIGHT_APART, 0, HEIGHT_APART}) {
            regions.add(region(middle, walls, middle.z() + up));
        }
        if (regions.stream().anyMatch(region -> region.deviation() > 400 || metal(region))) {
            return new HuProposal.None(HuProposal.Reason.METAL_IN_THE_REGION);
        }
        double hu =
                regions.stream().mapToDouble(HuProposal.Region::mean).average().orElse(0);
        return new HuProposal.Proposed(RULE, hu, kilovolt, middle, regions);
    }

    /** The middle of the body: between its walls, and between its endplates, again and again. */
    private Point settled(Point click) {
        Point at = click;
        for (int turn = 0; turn < TURNS; turn++) {
            at = centred(at);
            at = new Point(at.x(), at.y(), midHeight(at));
        }
        return centred(at);
    }

    /** Walls are looked for at several heights, since one slice may show a vein or a streak. */
    private Point centred(Point at) {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        for (double up = -6; up <= 6; up += 3) {
            BodyWalls walls = BodyWalls.around(volume, at.x(), at.y(), at.z() + up);
            xs.add(at.x() + (walls.left() - walls.right()) / 2);
            ys.add(at.y() + (walls.back() - walls.front()) / 2);
        }
        return new Point(median(xs), median(ys), at.z());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Half way between two endplates that stand a body's height apart: bright at both, less so between and beyond. */
    private double midHeight(Point at) {
        int n = (int) (2 * HALF_SEARCH / FINE) + 1;
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            column[i] = column(at, at.z() - HALF_SEARCH + i * FINE);
        }
        double best = Double.NEGATIVE_INFINITY;
        double middle = at.z();
        for (double z = at.z() - 13; z <= at.z() + 13; z += FINE) {
            for (double half = HALF_BODY - 3; half <= HALF_BODY + 3; half += FINE) {
                double score = endplates(column, z - at.z(), half) - 1.2 * Math.abs(z - at.z());
                if (score > best) {
                    best = score;
                    middle = z;
                }
            }
        }
        return middle;
    }

    private static double endplates(double[] column, double middle, double half) {
        double upper = value(column, middle + half);
        double lower = value(column, middle - half);
        double inside =
                (value(column, middle) + value(column, middle + half * 0.5) + value(column, middle - half * 0.5)) / 3;
        double beyond = (value(column, middle + half + DISC_HALF) + value(column, middle - half - DISC_HALF)) / 2;
        return Math.min(upper, lower) + (upper + lower) / 2 - inside - beyond;
    }

    private static double value(double[] column, double from) {
        int at = (int) Math.round((from + HALF_SEARCH) / FINE);
        return column[Math.clamp(at, 0, column.length - 1)];
    }

    /** Mean over the middle of the body in a plane. */
    private double column(Point at, double z) {
        double sum = 0;
        int n = 0;
        for (double dx = -8; dx <= 8; dx += 2) {
            for (double dy = -5; dy <= 5; dy += 2.5) {
                sum += Math.clamp(volume.at(at.x() + dx, at.y() + dy, z), -150.0, METAL);
                n++;
            }
        }
        return sum / n;
    }

    private HuProposal.Region region(Point middle, BodyWalls walls, double z) {
        double across = ACROSS * walls.across();
        double deep = DEEP * walls.deep();
        int slice = volume.slice(z);
        Point centre = new Point(middle.x(), middle.y() - FORWARD * walls.deep(), volume.z(slice));
        double[] pixels = pixels(slice, centre, across, deep);
        int n = pixels.length;
        double mean = Arrays.stream(pixels).average().orElse(0);
        double squares = Arrays.stream(pixels).map(hu -> hu * hu).sum();
        double deviation = n == 0 ? 0 : Math.sqrt(Math.max(0, squares / n - mean * mean));
        return new HuProposal.Region(slice, centre, across, deep, mean, deviation, n);
    }

    /** A screw that only touches the ellipse leaves its mean plausible, but what is measured is no longer bone. */
    private boolean metal(HuProposal.Region region) {
        return region.mean() > 600
                || Arrays.stream(pixels(region.slice(), region.centre(), region.acrossMm(), region.deepMm()))
                        .anyMatch(hu -> hu >= METAL);
    }

    /** The HU of the pixels whose centres lie in an ellipse. */
    private double[] pixels(int slice, Point centre, double across, double deep) {
        DoubleStream.Builder within = DoubleStream.builder();
        for (int row = 0; row < volume.rows(); row++) {
            double v = (volume.y(row) - centre.y()) / deep;
            for (int column = 0; v * v < 1 && column < volume.columns(); column++) {
                double u = (volume.x(column) - centre.x()) / across;
                if (u * u + v * v <= 1) {
                    within.add(volume.hu(column, row, slice));
                }
            }
        }
        return within.build().toArray();
    }
}
