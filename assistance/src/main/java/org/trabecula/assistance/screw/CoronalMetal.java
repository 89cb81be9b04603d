package org.trabecula.assistance.screw;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.assistance.volume.Volume;

/** The metal of one coronal plane, parted into what hangs together. */
final class CoronalMetal {
    private final Volume volume;
    private final int row;
    private final boolean[] open;
    private final int[] stack;

    private CoronalMetal(Volume volume, int row) {
        this.volume = volume;
        this.row = row;
        this.open = new boolean[volume.columns() * volume.count()];
        this.stack = new int[open.length];
    }

    static List<Blob> in(Volume volume, int row) {
        CoronalMetal plane = new CoronalMetal(volume, row);
        boolean any = false;
        for (int slice = 0; slice < volume.count(); slice++) {
            short[] values = volume.slices().slice(slice);
            for (int column = 0; column < volume.columns(); column++) {
                if (values[row * volume.columns() + column] > ScrewFinder.METAL) {
                    plane.open[slice * volume.columns() + column] = true;
                    any = true;
                }
            }
        }
        return any ? plane.blobs() : List.of();
    }

    private List<Blob> blobs() {
        List<Blob> blobs = new ArrayList<>();
        for (int at = 0; at < open.length; at++) {
            if (open[at]) {
                blobs.add(flood(at));
            }
        }
        return blobs;
    }

    private Blob flood(int start) {
        int columns = volume.columns();
        int depth = 0;
        stack[depth++] = start;
        open[start] = false;
        double weight = 0;
        double sumX = 0;
        double sumZ = 0;
        int count = 0;
        int left = columns;
        int right = 0;
        int low = volume.count();
        int high = 0;
        while (depth > 0) {
            int at = stack[--depth];
            int column = at % columns;
            int slice = at / columns;
            double share = volume.hu(column, row, slice);
            weight += share;
            sumX += share * column;
            sumZ += share * slice;
            count++;
            left = Math.min(left, column);
            right = Math.max(right, column);
            low = Math.min(low, slice);
            high = Math.max(high, slice);
            depth = push(column > 0, at - 1, depth);
            depth = push(column < columns - 1, at + 1, depth);
            depth = push(slice > 0, at - columns, depth);
            depth = push(slice < volume.count() - 1, at + columns, depth);
        }
        return new Blob(
                volume.x(sumX / weight),
                volume.y(row),
                volume.z(sumZ / weight),
                (right - left + 1) * volume.across(),
                (high - low + 1) * volume.step(),
                count * volume.across() * volume.step());
    }

    private int push(boolean inside, int at, int depth) {
        if (inside && open[at]) {
            open[at] = false;
            stack[depth] = at;
            return depth + 1;
        }
        return depth;
    }
}
