package org.trabecula.app.images;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.assistance.bone.HuProposal;
import org.trabecula.study.imaging.BoneProposal;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.spine.Level;

/** Proposes, from one click in a vertebral body, where to measure its bone: as ellipses such as a reader would draw. */
public final class BoneAssistant {
    /** Farther apart, the three heights of a body fall on the same slices. */
    private static final double COARSEST = 5;

    private final ImageArchive archive;
    private final Assistants assistants;

    BoneAssistant(ImageArchive archive, Assistants assistants) {
        this.archive = archive;
        this.assistants = assistants;
    }

    /** What comes of a click. */
    public sealed interface Answer {
        record Proposed(BoneProposal proposal) implements Answer {}

        /** The series is none to measure in. */
        record Unfit(Gathered.Why why) implements Answer {}

        /** Nothing is proposed at this place. */
        record Nothing(HuProposal.Reason reason) implements Answer {}
    }

    /**
     * A proposal for one vertebra; empty when the click is on no image of the case.
     *
     * @param at series, image and frame in the lists in which they are shown, from 0
     */
    public Optional<Answer> propose(ReadingCase reading, Level level, List<Integer> at, ImagePoint click) {
        int series = at.getFirst();
        CtVolume.Place place = new CtVolume.Place(at.get(1), at.get(2));
        return archive.measurable(reading, series, place.image(), place.frame())
                .filter(on -> on.holds(click))
                .map(on -> switch (assistants.volume(reading, series)) {
                    case Gathered.Unfit(var why) -> new Answer.Unfit(why);
                    case Gathered.Whole(var ct)
                    when ct.volume().step() > COARSEST -> new Answer.Unfit(Gathered.Why.TOO_COARSE);
                    case Gathered.Whole(var ct) -> proposed(reading, level, series, ct, on, place, click);
                });
    }

    private Answer proposed(
            ReadingCase reading,
            Level level,
            int series,
            CtVolume ct,
            MeasurableFrame on,
            CtVolume.Place place,
            ImagePoint click) {
        int slice = ct.places().indexOf(place);
        return switch (ct.hu(ct.point(click.column(), click.row(), slice))) {
            case HuProposal.None(var reason) -> new Answer.Nothing(reason);
            case HuProposal.Proposed found -> {
                List<Measurement> regions = regions(reading, level, series, ct, found);
                yield regions.size() < BoneProposal.HEIGHTS.size()
                        ? new Answer.Nothing(HuProposal.Reason.OUTSIDE_THE_SCAN)
                        : new Answer.Proposed(new BoneProposal(
                                level, found.rule(), on.instance(), on.frame(), click, on.kvp(), regions));
            }
        };
    }

    /** Measured by the same ruler as what a reader draws, so that an accepted region has the value that was shown. */
    private List<Measurement> regions(
            ReadingCase reading, Level level, int series, CtVolume ct, HuProposal.Proposed found) {
        List<Measurement> regions = new ArrayList<>();
        for (Quantity height : BoneProposal.HEIGHTS) {
            HuProposal.Region region = found.regions().get(regions.size());
            List<ImagePoint> corners = List.of(corner(ct, region, -1), corner(ct, region, 1));
            CtVolume.Place place = ct.places().get(region.slice());
            archive.measurable(reading, series, place.image(), place.frame())
                    .filter(on -> corners.stream().allMatch(on::holds))
                    .flatMap(on -> Ruler.measure(height, level.name(), on, corners, Ruler.stated(on)))
                    .ifPresent(regions::add);
        }
        return regions;
    }

    /** To a hundredth of a pixel, as the viewer tells what is drawn. */
    private static ImagePoint corner(CtVolume ct, HuProposal.Region region, int sign) {
        double column =
                (region.centre().x() + sign * region.acrossMm() - ct.volume().x(0))
                        / ct.volume().across();
        double row = (region.centre().y() + sign * region.deepMm() - ct.volume().y(0))
                / ct.volume().down();
        return new ImagePoint(hundredth(column), hundredth(row));
    }

    private static double hundredth(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }
}
