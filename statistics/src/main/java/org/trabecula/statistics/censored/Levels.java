package org.trabecula.statistics.censored;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A non-decreasing step function over the cuts 0 to m. Cut 0 is at the bottom and cut m at the top for good; the cuts
 * between form blocks of equal level. A step from one block to the next is probability in the interval between them.
 */
final class Levels {
    private final int cuts;
    private final double bottom;
    private final double top;
    private final int[] start;
    private final double[] value;
    private final int[] blockOf;
    private final double[] byBlock;
    private int blocks;

    /** @param last the number of the last cut, at least 1 */
    private Levels(int last, double bottom, double top) {
        this.cuts = last;
        this.bottom = bottom;
        this.top = top;
        this.start = new int[last + 1];
        this.value = new double[last];
        this.blockOf = new int[last + 1];
        this.byBlock = new double[last + 2];
    }

    /**
     * Levels that rise only where there is support.
     *
     * @param support the intervals (from 0) with probability, increasing; the first and the last of all are among them
     * @param values the levels between them, one fewer, strictly increasing
     */
    static Levels of(int last, Law law, int[] support, double[] values) {
        var levels = new Levels(last, law.bottom(), law.top());
        levels.blocks = values.length;
        for (int b = 0; b < values.length; b++) {
            levels.start[b] = support[b] + 1;
            levels.value[b] = values[b];
        }
        levels.index();
        return levels;
    }

    int last() {
        return cuts;
    }

    int blocks() {
        return blocks;
    }

    /** The block of a cut; -1 for the first cut and {@link #blocks()} for the last. */
    int block(int cut) {
        return blockOf[cut];
    }

    /** The level at a cut. */
    double at(int cut) {
        return byBlock[blockOf[cut] + 1];
    }

    double value(int block) {
        return value[block];
    }

    /** The first cut of a block; for the number of blocks, the last cut. */
    int start(int block) {
        return block == blocks ? cuts : start[block];
    }

    /** Takes other values for the blocks, as they are. */
    void set(double[] values) {
        System.arraycopy(values, 0, value, 0, blocks);
        System.arraycopy(values, 0, byBlock, 1, blocks);
    }

    /** Makes a cut the first of a block of its own level, which is still the same. */
    void split(int block, int at) {
        System.arraycopy(start, block + 1, start, block + 2, blocks - block - 1);
        System.arraycopy(value, block, value, block + 1, blocks - block);
        start[block + 1] = at;
        blocks++;
    }

    /** The same blocks on the scale of another law. */
    Levels through(Law law, DoubleUnaryOperator scale) {
        var turned = new Levels(cuts, law.bottom(), law.top());
        turned.blocks = blocks;
        for (int b = 0; b < blocks; b++) {
            turned.start[b] = start[b];
            turned.value[b] = scale.applyAsDouble(value[b]);
        }
        turned.index();
        return turned;
    }

    /** Joins neighbouring blocks of the same group; group numbers count up from 0. */
    void join(int[] group) {
        int kept = 0;
        for (int b = 0; b < blocks; b++) {
            if (b == 0 || group[b] != group[b - 1]) {
                start[kept] = start[b];
                value[kept++] = value[b];
            }
        }
        blocks = kept;
        index();
    }

    /** Numbers the blocks again after splits. */
    void index() {
        Arrays.fill(blockOf, 0, blocks == 0 ? cuts : start[0], -1);
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(blockOf, start[b], start(b + 1), b);
        }
        blockOf[cuts] = blocks;
        byBlock[0] = bottom;
        System.arraycopy(value, 0, byBlock, 1, blocks);
        byBlock[blocks + 1] = top;
    }
}
