package org.trabecula.study.protocol;

import java.math.BigDecimal;

/**
 * How images are read.
 *
 * @param version named with every read
 * @param readers how many independent first readers a case has
 * @param lucencyMm a radiolucent zone this wide (mm) or wider makes a screw loose
 * @param unclearMotionFromDegrees flexion-extension motion from here ...
 * @param unclearMotionToDegrees ... to here, both included, leaves a radiograph unclear
 * @param unclearTranslationFromMm translation from here ...
 * @param unclearTranslationToMm ... to here, both included, leaves a radiograph unclear
 * @param unclearArtefactShare more than this share of the cage hidden (0 to 1) leaves a radiograph unclear
 * @param images what images have to be like to be read
 * @param routine how the readers' work is arranged
 * @param sheets in which sheets a case is read
 */
public record ReadingCharter(
        String version,
        int readers,
        BigDecimal lucencyMm,
        BigDecimal unclearMotionFromDegrees,
        BigDecimal unclearMotionToDegrees,
        BigDecimal unclearTranslationFromMm,
        BigDecimal unclearTranslationToMm,
        BigDecimal unclearArtefactShare,
        ImageRequirements images,
        ReadingRoutine routine,
        ReadingSheets sheets) {

    /** A charter that says nothing of the sheets. */
    public ReadingCharter(
            String version,
            int readers,
            BigDecimal lucencyMm,
            BigDecimal unclearMotionFromDegrees,
            BigDecimal unclearMotionToDegrees,
            BigDecimal unclearTranslationFromMm,
            BigDecimal unclearTranslationToMm,
            BigDecimal unclearArtefactShare,
            ImageRequirements images,
            ReadingRoutine routine) {
        this(
                version,
                readers,
                lucencyMm,
                unclearMotionFromDegrees,
                unclearMotionToDegrees,
                unclearTranslationFromMm,
                unclearTranslationToMm,
                unclearArtefactShare,
                images,
                routine,
                ReadingSheets.plain());
    }

    /** The same charter with other sheets. */
    public ReadingCharter with(ReadingSheets others) {
        return new ReadingCharter(
                version,
                readers,
                lucencyMm,
                unclearMotionFromDegrees,
                unclearMotionToDegrees,
                unclearTranslationFromMm,
                unclearTranslationToMm,
                unclearArtefactShare,
                images,
                routine,
                others);
    }

    /** A charter that takes images as they come and says nothing of routine and sheets. */
    public ReadingCharter(
            String version,
            int readers,
            BigDecimal lucencyMm,
            BigDecimal unclearMotionFromDegrees,
            BigDecimal unclearMotionToDegrees,
            BigDecimal unclearTranslationFromMm,
            BigDecimal unclearTranslationToMm,
            BigDecimal unclearArtefactShare) {
        this(
                version,
                readers,
                lucencyMm,
                unclearMotionFromDegrees,
                unclearMotionToDegrees,
                unclearTranslationFromMm,
                unclearTranslationToMm,
                unclearArtefactShare,
                ImageRequirements.none(),
                ReadingRoutine.plain());
    }
}
