package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What images have to be like before readers get them.
 *
 * @param modalities as DICOM writes them; empty takes whatever the program can show
 * @param ct what a CT has to be like besides
 * @param coverage whether a person has to say that the images show all that is to be judged
 * @param override whether somebody may accept images that fall short, with a reason
 */
public record ImageRequirements(Set<String> modalities, Optional<Ct> ct, boolean coverage, boolean override) {

    /**
     * What a CT series has to be like.
     *
     * @param sliceMm slices at most this thick, mm
     * @param kvpFrom tube voltage from here ...
     * @param kvpTo ... to here, kV, both included
     * @param lossless whether nothing may be lost to compression
     * @param complete whether no slice may be missing or there twice
     */
    public record Ct(BigDecimal sliceMm, BigDecimal kvpFrom, BigDecimal kvpTo, boolean lossless, boolean complete) {}

    public ImageRequirements {
        modalities = Set.copyOf(modalities);
    }

    /** Asks for nothing. */
    public static ImageRequirements none() {
        return new ImageRequirements(Set.of(), Optional.empty(), false, false);
    }

    /** The modalities in the order of the alphabet. */
    public String listed() {
        return String.join(", ", new TreeSet<>(modalities));
    }
}
