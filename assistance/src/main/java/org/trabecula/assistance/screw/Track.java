package org.trabecula.assistance.screw;

import java.util.ArrayList;
import java.util.List;

/** Sections of metal that follow each other from front to back. */
final class Track {
    private static final double JUMP = 1.6;
    private static final double GAP = 1.8;
    private final List<Blob> blobs = new ArrayList<>();

    Track(Blob first) {
        blobs.add(first);
    }

    Blob last() {
        return blobs.getLast();
    }

    Blob first() {
        return blobs.getFirst();
    }

    double length() {
        return last().y() - first().y();
    }

    boolean over(double y) {
        return y - last().y() > GAP;
    }

    boolean takes(Blob blob) {
        return blob.y() > last().y() && blob.away(last().x(), last().z()) < JUMP;
    }

    void add(Blob blob) {
        blobs.add(blob);
    }

    /** How fast x or z changes with y: least squares over all but the ends, where tip and head pull the middle aside. */
    Line line() {
        double from = first().y() + 2;
        double to = last().y() - 2;
        double n = 0;
        double y = 0;
        double x = 0;
        double z = 0;
        for (Blob blob : blobs) {
            if (blob.y() >= from && blob.y() <= to) {
                n++;
                y += blob.y();
                x += blob.x();
                z += blob.z();
            }
        }
        double yy = 0;
        double xy = 0;
        double zy = 0;
        for (Blob blob : blobs) {
            if (blob.y() >= from && blob.y() <= to) {
                double dy = blob.y() - y / n;
                yy += dy * dy;
                xy += dy * blob.x();
                zy += dy * blob.z();
            }
        }
        return new Line(x / n, y / n, z / n, xy / yy, zy / yy);
    }

    /** Goes through a point, so much to the left and to the head for each mm to the back. */
    record Line(double x, double y, double z, double left, double up) {
        double xAt(double where) {
            return x + (where - y) * left;
        }

        double zAt(double where) {
            return z + (where - y) * up;
        }
    }
}
