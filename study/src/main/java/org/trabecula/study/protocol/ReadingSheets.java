package org.trabecula.study.protocol;

/**
 * In which sheets a case is read, and what a reader sees beside each.
 *
 * @param looseningFirst whether the screws are judged on a sheet of their own, which is signed before the segments can be judged
 * @param screwsOnly whether that sheet shows nothing but the surroundings of the screws, disc spaces covered
 * @param compareEarlier whether the segments are judged beside the images of the participant's visit before; it tells that this
 *     visit is not the first
 */
public record ReadingSheets(boolean looseningFirst, boolean screwsOnly, boolean compareEarlier) {

    /** @throws IllegalArgumentException when screws alone are to be shown, but the whole image is shown on the same sheet */
    public ReadingSheets {
        if (screwsOnly && !looseningFirst) {
            throw new IllegalArgumentException("Screws alone can be shown only on a sheet of their own");
        }
    }

    /** What a charter says that is silent about it: one sheet, whole images, nothing to compare with. */
    public static ReadingSheets plain() {
        return new ReadingSheets(false, false, false);
    }
}
