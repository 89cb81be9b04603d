package org.trabecula.study.imaging;

import java.util.List;
import java.util.Optional;

/** What a reader made of proposed regions. */
public enum Uptake {
    /** All are in the read as they were proposed. */
    AS_PROPOSED,
    /** The vertebra was measured, with at least one region elsewhere. */
    CHANGED,
    /** The vertebra was not measured at every height. */
    LEFT;

    /** Less than what a screen can show. */
    private static final double SAME_PIXELS = 0.05;

    /** Follows from the geometry alone; nobody has to say it. */
    public static Uptake of(BoneProposal proposal, Read read) {
        Measurements drawn = read.findings().measurements().orElse(Measurements.NONE);
        List<Optional<Measurement>> taken = proposal.regions().stream()
                .map(region -> drawn.of(region.quantity(), region.of()).reduce((_, last) -> last))
                .toList();
        if (taken.stream().anyMatch(Optional::isEmpty)) {
            return LEFT;
        }
        for (int i = 0; i < taken.size(); i++) {
            Measurement region = proposal.regions().get(i);
            if (taken.get(i).filter(one -> same(region, one)).isEmpty()) {
                return CHANGED;
            }
        }
        return AS_PROPOSED;
    }

    private static boolean same(Measurement one, Measurement other) {
        boolean close = one.instance().equals(other.instance()) && one.frame() == other.frame();
        for (int i = 0; close && i < one.points().size(); i++) {
            ImagePoint a = one.points().get(i);
            ImagePoint b = other.points().get(i);
            close = Math.hypot(a.column() - b.column(), a.row() - b.row()) <= SAME_PIXELS;
        }
        return close;
    }
}
