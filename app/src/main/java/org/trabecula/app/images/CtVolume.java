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
 * @param places where each slice is, from the feet up
 * @param kilovolt tube voltage; 0 when the files do not say it
 */
public record CtVolume(Volume volume, List<Place> places, double kilovolt) {
    public CtVolume {
        places = List.copyOf(places);
    }

    /** A slice by its image in the series and the frame in that, from 0. */
    public record Place(int image, int frame) {}

    /** The point that a pixel shows; slices count from the feet. */
    public Point point(double column, double row, int slice) {
        return new Point(volume.x(column), volume.y(row), volume.z(slice));
    }

    /** The slice that shows a point, or the one nearest to it. */
    public Place place(Point at) {
        return places.get(volume.slice(at.z()));
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
