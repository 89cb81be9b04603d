package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.Orientation;
import org.trabecula.dicom.pixel.Photometric;
import org.trabecula.dicom.pixel.Position;
import org.trabecula.dicom.pixel.Spacing;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Phantom.CageKind;
import org.trabecula.simulation.phantom.Posture;
import org.trabecula.simulation.phantom.Reconstruction;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.simulation.phantom.Truth;
import org.trabecula.simulation.phantom.Vec;
import org.trabecula.simulation.phantom.XRay;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * How much of a cage is still seen when screws are placed where they truly are: on phantoms that differ in the cage alone, of the
 * pixels in which a titanium cage and one of PEEK differ plainly.
 */
final class ScrewSightTest {
    private static final double PIXEL = 0.5;
    private static final int COLUMNS = 400;
    private static final int ROWS = 520;
    private static final double TO_SPINE = 930;
    private static final int PLAINLY_GREY = 400;
    private static final int PLAINLY_HU = 600;

    /** From in front the disc space lies aslant, and a screw of the sacrum goes to its edge. */
    @ParameterizedTest(name = "{0}/{1}, build {2}, {3}")
    @CsvSource({
        "L4, L5, -1, SIDE, 0.02",
        "L4, L5, 0, SIDE, 0.02",
        "L4, L5, 1, SIDE, 0.02",
        "L5, S1, 0, SIDE, 0.02",
        "L3, L5, 0.5, SIDE, 0.02",
        "L4, L5, 0, FRONT, 0.06",
        "L5, S1, 0, FRONT, 0.12",
        "L3, L5, 0.5, FRONT, 0.10"
    })
    void a_radiograph_shows_little_of_the_cage(Level upper, Level lower, double build, XRay.View view, double most) {
        XRay xray = new XRay(COLUMNS, ROWS, PIXEL, 5);
        short[] metal = xray.of(phantom(upper, lower, build, CageKind.POROUS_TITANIUM), view, Posture.NEUTRAL);
        short[] plastic = xray.of(phantom(upper, lower, build, CageKind.PEEK), view, Posture.NEUTRAL);
        Truth truth = XRay.truth(phantom(upper, lower, build, CageKind.PEEK), Posture.NEUTRAL);
        DisplayImage image = image(COLUMNS, ROWS, Optional.empty(), Optional.empty());
        ScrewSight sight = new ScrewSight(
                List.of(new ShownSeries("DX", List.of(List.of(image)))),
                truth.screws().stream()
                        .map(screw -> new PlacedScrew(
                                screw.site(),
                                List.of(0, 0, 0),
                                projected(screw.seat(), view),
                                projected(screw.tip(), view)))
                        .toList());

        Seen seen = seen(sight, image, List.of(0, 0, 0), metal, plastic, PLAINLY_GREY);

        assertThat(seen.plain()).isGreaterThan(300);
        assertThat(seen.share()).as(seen.toString()).isLessThan(most);
        assertThat(sight.crops()).hasSize(truth.screws().size());
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"L4, L5, 0.02", "L5, S1, 0.11"})
    void a_ct_shows_little_of_the_cage(Level upper, Level lower, double most) {
        Scanner scanner = new Scanner(120, 140, 130, 0.8, 2, 2, 1.0, 0, 10, 3071, 1.6, 90);
        Reconstruction reconstruction = new Reconstruction(scanner, 1);
        Scan metal = reconstruction.scan(phantom(upper, lower, 0, CageKind.POROUS_TITANIUM));
        Scan plastic = reconstruction.scan(phantom(upper, lower, 0, CageKind.PEEK));
        List<DisplayImage> slices = IntStream.range(0, metal.count())
                .mapToObj(slice -> image(
                        scanner.columns(),
                        scanner.rows(),
                        Optional.of(new Spacing(scanner.pixel(), scanner.pixel())),
                        Optional.of(position(metal.corner(slice)))))
                .toList();
        List<PlacedScrew> placed = new ArrayList<>();
        for (Truth.ScrewTruth screw : metal.truth().screws()) {
            Vec corner = metal.corner(0);
            int slice = (int) Math.round(((screw.seat().z() + screw.tip().z()) / 2 - corner.z()) / scanner.increment());
            placed.add(new PlacedScrew(
                    screw.site(),
                    List.of(0, slice, 0),
                    inSlice(screw.seat(), corner, scanner.pixel()),
                    inSlice(screw.tip(), corner, scanner.pixel())));
        }
        ScrewSight sight = new ScrewSight(
                List.of(new ShownSeries("CT", slices.stream().map(List::of).toList())), placed);
        int plain = 0;
        int shown = 0;
        for (int slice = 0; slice < slices.size(); slice++) {
            Seen seen = seen(
                    sight,
                    slices.get(slice),
                    List.of(0, slice, 0),
                    metal.slice(slice),
                    plastic.slice(slice),
                    PLAINLY_HU);
            plain += seen.plain();
            shown += seen.shown();
        }

        assertThat(plain).isGreaterThan(500);
        assertThat(new Seen(plain, shown).share()).as(shown + " of " + plain).isLessThan(most);
    }

    /** @param plain pixels in which the cages differ plainly, of which so many are shown */
    private record Seen(int plain, int shown) {
        double share() {
            return shown / (double) plain;
        }
    }

    private static Seen seen(
            ScrewSight sight, DisplayImage image, List<Integer> at, short[] metal, short[] plastic, int plainly) {
        int[] all = marked(metal, plastic, plainly);
        int[] shown = sight.of(image, at, all);
        int plain = 0;
        int seen = 0;
        for (int i = 0; i < all.length; i++) {
            plain += all[i] == 2 ? 1 : 0;
            seen += shown[i] == 2 ? 1 : 0;
        }
        return new Seen(plain, seen);
    }

    /** 2 where they differ plainly, 1 elsewhere. */
    private static int[] marked(short[] metal, short[] plastic, int plainly) {
        return IntStream.range(0, metal.length)
                .map(i -> Math.abs(metal[i] - plastic[i]) > plainly ? 2 : 1)
                .toArray();
    }

    private static Phantom phantom(Level upper, Level lower, double build, CageKind kind) {
        List<Level> levels = Stream.of(Level.values())
                .filter(level -> level.compareTo(upper) >= 0 && level.compareTo(lower) <= 0)
                .toList();
        List<Phantom.PlacedScrew> screws = levels.stream()
                .flatMap(level -> Stream.of("left", "right")
                        .map(side ->
                                new Phantom.PlacedScrew(ScrewSite.of(level + "-" + side), 6.5, 45, 12, 3, 0, false)))
                .toList();
        Phantom.DiscSpace disc = new Phantom.DiscSpace(
                Segment.of(levels.get(levels.size() - 2) + "/" + lower), Optional.of(kind), 2, 10, 0.3, 0, 0);
        return new Phantom(11, build, upper, lower, Map.of(upper, 90.0), screws, List.of(disc));
    }

    private static ImagePoint projected(Vec point, XRay.View view) {
        boolean side = view == XRay.View.SIDE;
        double onPlane = TO_SPINE / (TO_SPINE + (side ? point.x() : point.y()));
        return new ImagePoint(
                (side ? point.y() : point.x()) * onPlane / PIXEL + COLUMNS * (side ? 0.45 : 0.5),
                ROWS / 2.0 - point.z() * onPlane / PIXEL);
    }

    private static ImagePoint inSlice(Vec point, Vec corner, double pixel) {
        return new ImagePoint((point.x() - corner.x()) / pixel, (point.y() - corner.y()) / pixel);
    }

    private static Position position(Vec corner) {
        return new Position(corner.x(), corner.y(), corner.z());
    }

    private static DisplayImage image(int columns, int rows, Optional<Spacing> spacing, Optional<Position> position) {
        return new DisplayImage(
                rows,
                columns,
                16,
                16,
                false,
                Photometric.MONOCHROME2,
                1,
                0,
                2000,
                4000,
                spacing,
                Optional.empty(),
                position,
                position.map(_ -> new Orientation(new Position(1, 0, 0), new Position(0, 1, 0))),
                1);
    }
}
