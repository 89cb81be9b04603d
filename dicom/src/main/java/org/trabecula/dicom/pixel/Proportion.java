package org.trabecula.dicom.pixel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;

/**
 * The shape of pixels: how many times as high as wide one is. It can be known where millimetres are not: the spacing of the detector, or of
 * a scanned film, has the same proportion as that in the body, since a beam magnifies both ways alike (PS3.3 section 10.7.1.3). Where no
 * spacing is said, Pixel Aspect Ratio says it (section C.7.6.3.1.7). By the standard pixels are square where nothing is said; files that say
 * nothing are not believed here to be silent on purpose, so that then nobody knows.
 *
 * @param heightToWidth from {@value #LEAST} to {@value #MOST}; what is said beyond is damage
 */
public record Proportion(double heightToWidth) {
    private static final double LEAST = 0.1;
    private static final double MOST = 10;

    private static final List<Tag> SPACINGS =
            List.of(Tags.PIXEL_SPACING, Tag.named("ImagerPixelSpacing"), Tag.named("NominalScannedPixelSpacing"));

    public Proportion {
        if (!(heightToWidth >= LEAST) || !(heightToWidth <= MOST)) {
            throw new IllegalArgumentException("A pixel is not " + heightToWidth + " times as high as wide.");
        }
    }

    /** Of the first attribute that says it: a spacing, else the ratio. */
    public static Optional<Proportion> of(Dataset dataset) {
        return Stream.concat(SPACINGS.stream(), Stream.of(Tag.named("PixelAspectRatio")))
                .map(dataset::decimals)
                .filter(Proportion::sensible)
                .map(pair -> new Proportion(pair.get(0) / pair.get(1)))
                .findFirst();
    }

    private static boolean sensible(List<Double> pair) {
        return pair.size() == 2
                && pair.get(0) > 0
                && pair.get(1) > 0
                && pair.get(0) / pair.get(1) >= LEAST
                && pair.get(0) / pair.get(1) <= MOST;
    }
}
