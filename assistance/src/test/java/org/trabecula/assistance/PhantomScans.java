package org.trabecula.assistance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.trabecula.assistance.volume.Point;
import org.trabecula.assistance.volume.Volume;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Reconstruction;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.simulation.phantom.Truth;
import org.trabecula.simulation.phantom.Vec;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** CTs of seeded phantoms with the truth about them. The seeds are others than those with which the assistants were adjusted. */
public final class PhantomScans {
    private static final List<String> SITES = List.of("L4-left", "L4-right", "L5-left", "L5-right");
    private static final double[] WIDTHS = {1.5, 2, 2.5, 3};

    /** A scan as the assistants get it, and what they do not get. */
    public record Scanned(Volume volume, Truth truth) {}

    private PhantomScans() {}

    /** L4 and L5 with four screws, a cage of either kind, and bone of 60 to 130 HU; all screws have a zone around them, or none has. */
    public static List<Scanned> instrumented(int count, long seed, boolean zones) {
        Reconstruction reconstruction = new Reconstruction(Scanner.fine(), 7);
        return IntStream.range(0, count)
                .mapToObj(i -> scanned(reconstruction.scan(fused(seed * 1000 + i, zones))))
                .toList();
    }

    /** L1 to L4 without implants, bone of 50 to 150 HU. */
    public static List<Scanned> bare(int count, long seed) {
        Scanner scanner = new Scanner(120, 180, 170, 0.6, 1.5, 1.5, 0.9, 0, 20, 3071, 0.9, 180);
        Reconstruction reconstruction = new Reconstruction(scanner, 3);
        return IntStream.range(0, count)
                .mapToObj(i -> scanned(reconstruction.scan(bare(seed * 1000 + i))))
                .toList();
    }

    private static Phantom fused(long seed, boolean zones) {
        SplittableRandom chance = new SplittableRandom(seed);
        double diameter = 5.5 + chance.nextInt(3);
        double length = 40 + 5 * chance.nextInt(2);
        List<Phantom.PlacedScrew> screws = new ArrayList<>();
        for (String site : SITES) {
            double halo = zones ? WIDTHS[chance.nextInt(WIDTHS.length)] : 0;
            screws.add(new Phantom.PlacedScrew(
                    ScrewSite.of(site),
                    diameter,
                    length,
                    12 + chance.nextDouble(-5, 5),
                    3 + chance.nextDouble(-4, 5),
                    halo,
                    chance.nextBoolean()));
        }
        Phantom.CageKind cage = chance.nextBoolean() ? Phantom.CageKind.PEEK : Phantom.CageKind.POROUS_TITANIUM;
        Phantom.DiscSpace disc = new Phantom.DiscSpace(
                Segment.of("L4/L5"), Optional.of(cage), 1 + chance.nextInt(2), 11, chance.nextDouble(), 2, 1);
        double build = chance.nextDouble(-1, 1);
        Map<Level, Double> hu = Map.of(Level.L4, chance.nextDouble(60, 130));
        return new Phantom(seed, build, Level.L4, Level.L5, hu, screws, List.of(disc));
    }

    private static Phantom bare(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Map<Level, Double> hu = new EnumMap<>(Level.class);
        for (Level level : List.of(Level.L1, Level.L2, Level.L3, Level.L4)) {
            hu.put(level, chance.nextDouble(50, 150));
        }
        return new Phantom(seed, chance.nextDouble(-1, 1), Level.L1, Level.L4, hu, List.of(), List.of());
    }

    private static Scanned scanned(Scan scan) {
        List<short[]> slices = IntStream.range(0, scan.count())
                .parallel()
                .mapToObj(scan::slice)
                .toList();
        Scanner scanner = scan.scanner();
        Volume volume = new Volume(
                slices,
                scanner.columns(),
                scanner.rows(),
                point(scan.corner(0)),
                scanner.pixel(),
                scanner.pixel(),
                scanner.increment());
        return new Scanned(volume, scan.truth());
    }

    public static Point point(Vec at) {
        return new Point(at.x(), at.y(), at.z());
    }
}
