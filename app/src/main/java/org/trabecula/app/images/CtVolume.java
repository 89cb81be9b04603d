package org.trabecula.app.images;

import java.util.List;
import org.trabecula.assistance.bone.HuAssistant;
import org.trabecula.assistance.bone.HuProposal;
import org.trabecula.assistance.screw.FoundScrew;
import org.trabecula.assistance.screw.HaloMeter;
import org.trabecula.assistance.screw.HaloReading;
import org.trabecula.assistance.screw.ScrewFinder;
import org.trabecula.assistance.volume.Point;
import org.trabecula.assistance.volume.Volume;

/**
 * A CT series that can be measured in. What {@link #screws} and {@link #zone} answer is not for a reader whose own value is not locked.
 *
 * @param images for each slice from the feet up, the place of its image in the series, from 0
 * @param kilovolt tube voltage; 0 when the files do not say it
 */
public record CtVolume(Volume volume, List<Integer> images, double kilovolt) {
    public CtVolume {
        images = List.copyOf(images);
    }

    /** The point that a pixel shows; slices count from the feet. */
    public Point point(double column, double row, int slice) {
        return new Point(volume.x(column), volume.y(row), volume.z(slice));
    }

    /** The image that shows a point, or the one nearest to it. */
    public int image(Point at) {
        return images.get(volume.slice(at.z()));
    }

    /** Where to measure the vertebral body that holds a point, and what is measured there. */
    public HuProposal hu(Point click) {
        return new HuAssistant(volume, kilovolt).propose(click);
    }

    /** Pedicle screws, from cranial, the patient's left first. */
    public List<FoundScrew> screws() {
        return ScrewFinder.in(volume);
    }

    /**
     * The bone around a screw.
     *
     * @param diameterMm the screw's outer diameter, from the surgery form
     */
    public HaloReading zone(FoundScrew screw, double diameterMm) {
        return HaloMeter.at(volume, screw, diameterMm);
    }
}
