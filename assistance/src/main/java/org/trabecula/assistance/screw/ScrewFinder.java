package org.trabecula.assistance.screw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trabecula.assistance.volume.Point;
import org.trabecula.assistance.volume.Volume;

/**
 * Finds pedicle screws in an axial CT by their metal. In coronal planes a shaft is a round spot that wanders slowly from front to back
 * until it runs into its head; rods are long stripes there, heads are wide, and cages end without running into anything. The axis is then
 * fitted to the centres of metal across it. Works with images cut off at 3071 HU.
 */
public final class ScrewFinder {
    static final int METAL = 2000;
    private static final double SHORTEST = 14;
    private static final double STATION = 0.5;
    private static final int DIRECTIONS = 32;
    private static final double NEAREST = 1;
    private static final double AROUND = 5;
    private static final double FINE = 0.2;
    private static final double ABOVE = 2300;

    private final Volume volume;

    private ScrewFinder(Volume volume) {
        this.volume = volume;
    }

    /** All screws, from cranial, the patient's left first. */
    public static List<FoundScrew> in(Volume volume) {
        return new ScrewFinder(volume).find();
    }

    private List<FoundScrew> find() {
        volume.slices().expect(0, volume.count() - 1);
        List<Track> going = new ArrayList<>();
        List<Track> done = new ArrayList<>();
        for (int row = 0; row < volume.rows(); row++) {
            double y = volume.y(row);
            going.removeIf(track -> {
                boolean over = track.over(y);
                if (over) {
                    done.add(track);
                }
                return over;
            });
            for (Blob blob : CoronalMetal.in(volume, row)) {
                if (blob.mayBeShaft(volume.step())) {
                    follow(going, blob);
                }
            }
        }
        done.addAll(going);
        return done.stream()
                .filter(track -> track.length() >= SHORTEST && endsInMetal(track))
                .map(this::fitted)
                .sorted(Comparator.<FoundScrew>comparingInt(
                                screw -> -volume.slice(screw.seat().z()) / 12)
                        .thenComparingDouble(screw -> -screw.seat().x()))
                .toList();
    }

    private static void follow(List<Track> going, Blob blob) {
        going.stream()
                .filter(track -> track.takes(blob))
                .min(Comparator.comparingDouble(
                        track -> blob.away(track.last().x(), track.last().z())))
                .ifPresentOrElse(track -> track.add(blob), () -> going.add(new Track(blob)));
    }

    private boolean endsInMetal(Track track) {
        Track.Line line = track.line();
        double behind = track.last().y() + 3.5;
        return volume.at(line.xAt(behind), behind, line.zAt(behind)) > METAL;
    }

    /** Twice: the centres of metal in planes across the axis, and the axis through them. */
    private FoundScrew fitted(Track track) {
        Track.Line line = track.line();
        double front = track.first().y();
        double back = track.last().y();
        Point tip = new Point(line.xAt(front), front, line.zAt(front));
        Point seat = new Point(line.xAt(back), back, line.zAt(back));
        FoundScrew screw = new FoundScrew(seat, tip);
        for (int turn = 0; turn < 2; turn++) {
            screw = refined(screw);
        }
        return ended(screw);
    }

    private FoundScrew refined(FoundScrew screw) {
        Point along = screw.direction();
        Point aside = along.cross(new Point(0, 0, 1)).unit();
        Point across = along.cross(aside);
        double n = 0;
        double[] sums = new double[5];
        double middle = screw.lengthMm() / 2;
        for (double t = 8; t < screw.lengthMm() - 4; t += STATION) {
            double[] off = centre(screw.at(t), aside, across);
            n++;
            sums[0] += off[0];
            sums[1] += off[1];
            sums[2] += (t - middle) * (t - middle);
            sums[3] += (t - middle) * off[0];
            sums[4] += (t - middle) * off[1];
        }
        if (n < 4) {
            return screw;
        }
        double a = sums[0] / n;
        double b = sums[1] / n;
        double slopeA = sums[3] / sums[2];
        double slopeB = sums[4] / sums[2];
        Point seat = screw.seat().plus(aside, a - slopeA * middle).plus(across, b - slopeB * middle);
        Point tip = screw.tip().plus(aside, a + slopeA * middle).plus(across, b + slopeB * middle);
        return new FoundScrew(seat, tip);
    }

    /**
     * The middle of the metal's edge in a plane across the axis. An edge is where HU falls so far above what is outside in the same
     * direction, since a streak darkens both sides of it.
     */
    private double[] centre(Point at, Point aside, Point across) {
        double sumA = 0;
        double sumB = 0;
        for (int k = 0; k < DIRECTIONS; k++) {
            double angle = 2 * Math.PI * k / DIRECTIONS;
            Point out = new Point(0, 0, 0).plus(aside, Math.cos(angle)).plus(across, Math.sin(angle));
            double edge = edge(at, out);
            sumA += edge * Math.cos(angle);
            sumB += edge * Math.sin(angle);
        }
        return new double[] {2 * sumA / DIRECTIONS, 2 * sumB / DIRECTIONS};
    }

    private double edge(Point at, Point out) {
        double outside = Double.POSITIVE_INFINITY;
        for (double r = 2.4; r <= AROUND; r += FINE) {
            outside = Math.min(outside, hu(at, out, r));
        }
        double threshold = Math.clamp(outside, -900.0, 400.0) + ABOVE;
        double before = hu(at, out, NEAREST);
        for (double r = NEAREST + FINE; r <= AROUND; r += FINE) {
            double here = hu(at, out, r);
            if (here < threshold) {
                return before <= threshold ? r : r - FINE * (threshold - here) / (before - here);
            }
            before = here;
        }
        return AROUND;
    }

    private double hu(Point at, Point out, double r) {
        return volume.at(at.x() + r * out.x(), at.y() + r * out.y(), at.z() + r * out.z());
    }

    /** Moves the tip to where the metal ends along the axis. */
    private FoundScrew ended(FoundScrew screw) {
        Point along = screw.direction();
        double t = screw.lengthMm() - 6;
        double last = t;
        while (t < screw.lengthMm() + 6) {
            Point at = screw.at(t);
            if (volume.at(at.x(), at.y(), at.z()) > METAL) {
                last = t;
            }
            t += 0.2;
        }
        return new FoundScrew(screw.seat(), screw.seat().plus(along, last));
    }
}
