package org.trabecula.app.images;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.assistance.screw.FoundScrew;
import org.trabecula.assistance.screw.HaloMeter;
import org.trabecula.assistance.screw.HaloReading;
import org.trabecula.assistance.volume.Point;
import org.trabecula.study.imaging.MeasuredScrew;
import org.trabecula.study.imaging.MeasuredScrew.MeasuredZone;
import org.trabecula.study.imaging.MeasuredScrew.Spot;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.imaging.ScrewMeasurements;
import org.trabecula.study.spine.ScrewSite;

/**
 * Measures at the screws of a CT. What it answers depends on nothing but the images, the names and diameters of the construct's screws, and
 * the rule. It is not for a reader whose own values are not locked.
 */
public final class ScrewAssistant {
    /** Stored with each measurement. */
    public static final String RULE = HaloMeter.RULE;

    /** A detection limit of this says that not even the widest zone that is looked for would surely have been told. */
    public static final double WIDEST_MM = HaloMeter.WIDEST_MM;

    /** On phantoms in slices of 3 mm and pixels of 0.8 mm axes are off by up to 7 degrees, and zones of tenths of a millimetre are told. */
    private static final double COARSEST_SLICE_MM = 1.5;

    private static final double COARSEST_PIXEL_MM = 0.7;

    private final Viewing viewing;
    private final Assistants assistants;

    ScrewAssistant(Viewing viewing, Assistants assistants) {
        this.viewing = viewing;
        this.assistants = assistants;
    }

    /** What comes of measuring. */
    public sealed interface Answer {
        record Measured(ScrewMeasurements measurements) implements Answer {}

        /** The images are none to measure in. */
        record Unfit(Gathered.Why why) implements Answer {}
    }

    /** Takes a second or two for each CT, and as much memory as its pixels. */
    public Answer measure(ReadingCase reading) {
        List<ReceivedSeries> cts = viewing.merged(reading).stream()
                .filter(one -> one.modality().equals("CT"))
                .toList();
        if (cts.isEmpty()) {
            return new Answer.Unfit(Gathered.Why.NOT_CT);
        }
        ReceivedSeries series = assistants.finest(cts);
        return switch (assistants.volume(series)) {
            case Gathered.Unfit(var why) -> new Answer.Unfit(why);
            case Gathered.Whole(var ct)
            when ct.volume().step() > COARSEST_SLICE_MM || ct.volume().across() > COARSEST_PIXEL_MM ->
                new Answer.Unfit(Gathered.Why.TOO_COARSE_FOR_SCREWS);
            case Gathered.Whole(var ct) ->
                new Answer.Measured(new ScrewMeasurements(RULE, series.uid(), screws(ct, series, reading)));
        };
    }

    private static List<MeasuredScrew> screws(CtVolume ct, ReceivedSeries series, ReadingCase reading) {
        List<FoundScrew> found = ct.screws();
        List<Optional<ScrewSite>> sites = ScrewSites.of(found, reading.screws());
        return IntStream.range(0, found.size())
                .mapToObj(i -> measured(ct, series, reading, found.get(i), sites.get(i)))
                .toList();
    }

    private static MeasuredScrew measured(
            CtVolume ct, ReceivedSeries series, ReadingCase reading, FoundScrew screw, Optional<ScrewSite> site) {
        Point middle = screw.seat().plus(screw.direction(), screw.lengthMm() / 2);
        return new MeasuredScrew(
                site,
                spot(screw.seat()),
                spot(screw.tip()),
                series.instances().get(ct.place(middle).image()).uid(),
                site.flatMap(reading.diameters()::of)
                        .filter(mm -> mm.signum() > 0)
                        .map(mm -> zone(mm, ct.zone(screw, mm.doubleValue()))));
    }

    private static MeasuredZone zone(BigDecimal diameterMm, HaloReading reading) {
        return new MeasuredZone(
                diameterMm,
                rounded(reading.widthMm(), 1),
                rounded(reading.detectionLimitMm(), 1),
                (int) Math.round(reading.boneHu()),
                reading.profile().stream().map(hu -> (int) Math.round(hu)).toList());
    }

    private static Spot spot(Point at) {
        return new Spot(rounded(at.x(), 2), rounded(at.y(), 2), rounded(at.z(), 2));
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }
}
