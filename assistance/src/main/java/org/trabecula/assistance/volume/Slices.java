package org.trabecula.assistance.volume;

import java.util.List;

/** The slices of a volume from the feet up, in Hounsfield units row by row: all at hand, or each fetched when it is first asked for. */
public interface Slices {
    int count();

    /** The same values each time; not to be changed. */
    short[] slice(int number);

    /** Says that these and all between them will be asked for, so that they can be fetched together. */
    default void expect(int first, int last) {}

    /** Slices that are all at hand. */
    static Slices of(List<short[]> slices) {
        List<short[]> all = List.copyOf(slices);
        return new Slices() {
            @Override
            public int count() {
                return all.size();
            }

            @Override
            public short[] slice(int number) {
                return all.get(number);
            }
        };
    }
}
