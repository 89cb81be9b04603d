package org.trabecula.app.images;

/**
 * How much one upload may bring.
 *
 * @param files at most, those inside archives included
 * @param bytes at most, once unpacked
 * @param ratio how many times its packed size an archive or an entry may unpack to
 */
record Caps(int files, long bytes, int ratio) {
    static final long MEGABYTE = 1_000_000;

    /** 5,000 files, 4 GB, 100 times: images shrink by two to ten times, not more. */
    static Caps standard() {
        return new Caps(5_000, 4_000 * MEGABYTE, 100);
    }
}
