package org.trabecula.study.testkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.imaging.BoneProposal;
import org.trabecula.study.imaging.HounsfieldRead;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.MeasuredScrew;
import org.trabecula.study.imaging.MeasuredScrew.MeasuredZone;
import org.trabecula.study.imaging.MeasuredScrew.Spot;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.Scale;
import org.trabecula.study.imaging.ScrewMeasurements;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;

/** What assistants propose and measure in the stories, on the one image that there is. */
public final class Assists {
    public static final String IMAGE = "2.25.1";
    private static final BigDecimal MM = BigDecimal.ONE;

    private Assists() {}

    /** Ellipses of 20 by 10 pixels around (50, 60), so many HU in each. */
    public static BoneProposal proposal(Level level, String hu) {
        return new BoneProposal(
                level,
                HounsfieldRead.RULE,
                IMAGE,
                0,
                new ImagePoint(50, 60),
                Optional.of(new BigDecimal("120")),
                BoneProposal.HEIGHTS.stream()
                        .map(height -> region(height, level, 0, hu))
                        .toList());
    }

    /** The same region, moved aside by so many pixels. */
    public static Measurement region(Quantity height, Level level, double aside, String hu) {
        return new Measurement(
                height,
                level.name(),
                IMAGE,
                0,
                List.of(new ImagePoint(40 + aside, 55), new ImagePoint(60 + aside, 65)),
                List.of(new Measurement.Result(Measurement.Name.MEAN, new BigDecimal(hu), Measurement.Unit.HU)),
                Optional.of(Scale.stated(1, 1)));
    }

    /** Screws at these sites, each in a zone of so many mm; 0 for none. */
    public static ScrewMeasurements screws(String series, String mm, String... sites) {
        Spot spot = new Spot(MM, MM, MM);
        return new ScrewMeasurements(
                "a rule/v1",
                series,
                java.util.Arrays.stream(sites)
                        .map(site -> new MeasuredScrew(
                                Optional.of(ScrewSite.of(site)),
                                spot,
                                spot,
                                IMAGE,
                                Optional.of(new MeasuredZone(
                                        new BigDecimal("6.5"),
                                        new BigDecimal(mm),
                                        new BigDecimal("1.8"),
                                        95,
                                        List.of(3071, 95)))))
                        .toList());
    }
}
