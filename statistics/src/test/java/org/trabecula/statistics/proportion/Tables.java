package org.trabecula.statistics.proportion;

import java.util.SplittableRandom;

/** Tables for tests. */
final class Tables {
    private Tables() {}

    static TwoByTwo table(int x1, int n1, int x2, int n2) {
        return new TwoByTwo(new Proportion(x1, n1), new Proportion(x2, n2));
    }

    /** Small groups often, so that empty cells are met. */
    static TwoByTwo any(SplittableRandom random) {
        return new TwoByTwo(anyOf(random), anyOf(random));
    }

    static TwoByTwo swapped(TwoByTwo table) {
        return new TwoByTwo(/* first= */ table.second(), /* second= */ table.first());
    }

    private static Proportion anyOf(SplittableRandom random) {
        int total = random.nextInt(1, random.nextBoolean() ? 8 : 80);
        return new Proportion(random.nextInt(0, total + 1), total);
    }
}
