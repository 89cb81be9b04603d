package org.trabecula.study.imaging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.spine.ScrewSite;

/** The screws of a case whose diameter is known. */
public record KnownDiameters(List<KnownDiameter> screws) {
    public static final KnownDiameters NONE = new KnownDiameters(List.of());

    public KnownDiameters {
        screws = List.copyOf(screws);
    }

    public Optional<BigDecimal> of(ScrewSite site) {
        return screws.stream()
                .filter(one -> one.site().equals(site))
                .map(KnownDiameter::mm)
                .findFirst();
    }
}
