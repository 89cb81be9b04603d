package org.trabecula.app.images;

import java.util.List;
import org.trabecula.dicom.pixel.DisplayImage;

/**
 * An image in which screws can be found and nothing can be judged: means of squares, {@value #SQUARES} along the longer side, with
 * straight lines between their centres. Neither the lattice of a cage nor bone across a disc space is finer than such a square.
 */
public final class CoarseSight implements Sight {
    private static final int SQUARES = 64;

    @Override
    public int[] of(DisplayImage image, List<Integer> at, int[] stored) {
        int side = Math.max(2, Math.ceilDiv(Math.max(image.rows(), image.columns()), SQUARES));
        Means means = Means.of(image, stored, side);
        int[] coarse = new int[stored.length];
        for (int row = 0; row < image.rows(); row++) {
            for (int column = 0; column < image.columns(); column++) {
                coarse[row * image.columns() + column] = (int) Math.round(means.at(column, row));
            }
        }
        return coarse;
    }

    private record Means(int side, int across, int down, double[] values) {

        static Means of(DisplayImage image, int[] stored, int side) {
            int across = Math.ceilDiv(image.columns(), side);
            int down = Math.ceilDiv(image.rows(), side);
            double[] sums = new double[across * down];
            int[] counts = new int[across * down];
            for (int row = 0; row < image.rows(); row++) {
                for (int column = 0; column < image.columns(); column++) {
                    int square = row / side * across + column / side;
                    sums[square] += stored[row * image.columns() + column];
                    counts[square]++;
                }
            }
            for (int square = 0; square < sums.length; square++) {
                sums[square] /= counts[square];
            }
            return new Means(side, across, down, sums);
        }

        double at(int column, int row) {
            double c = Math.clamp((column + 0.5) / side - 0.5, 0, across - 1.0);
            double r = Math.clamp((row + 0.5) / side - 0.5, 0, down - 1.0);
            int left = (int) c;
            int top = (int) r;
            int right = Math.min(left + 1, across - 1);
            int bottom = Math.min(top + 1, down - 1);
            double above = values[top * across + left] * (left + 1 - c) + values[top * across + right] * (c - left);
            double below =
                    values[bottom * across + left] * (left + 1 - c) + values[bottom * across + right] * (c - left);
            return above * (top + 1 - r) + below * (r - top);
        }
    }
}
