package org.trabecula.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.trabecula.assistance.bone.HuAssistant;
import org.trabecula.assistance.screw.FoundScrew;
import org.trabecula.assistance.screw.HaloMeter;
import org.trabecula.assistance.screw.ScrewFinder;
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

/** How well and how fast the assistants measure, on phantoms with physical streaks in slices of 1 mm. */
final class Assistance {
    private static final long SEED = 90_000;
    private static final int PHANTOMS = 24;
    private static final double[] WIDTHS = {1.5, 2, 2.5, 3};
    private static final int SIZE = 512;
    private static final int SLICES = 300;

    private record Screw(double degrees, double offMm, double haloMm, double readMm) {}

    private final Reconstruction reconstruction = new Reconstruction(Scanner.fine(), 7);
    private final List<Screw> screws = new ArrayList<>();

    /** @param folder for a CT in files; it must be new */
    List<Measure> measure(int runs, Path folder) {
        IntStream.range(0, PHANTOMS).forEach(this::phantom);
        double[] told = screws.stream()
                .filter(screw -> screw.haloMm > 0 && screw.readMm > 0)
                .mapToDouble(screw -> screw.readMm - screw.haloMm)
                .toArray();
        List<Screw> intact = screws.stream().filter(screw -> screw.haloMm == 0).toList();
        double above = intact.stream().filter(screw -> screw.readMm > 1).count() / (double) intact.size();
        double zoned = screws.size() - intact.size();
        List<Measure> measures = new ArrayList<>(List.of(
                new Measure("screws found of " + PHANTOMS * 4, screws.size(), "", ""),
                new Measure("axis, greatest error", max(screws.stream().mapToDouble(Screw::degrees)), "°", "≤ 0.5°"),
                new Measure("axis, greatest offset", max(screws.stream().mapToDouble(Screw::offMm)), "mm", "≤ 0.3 mm"),
                new Measure("intact screws read above 1 mm", 100 * above, "%", "≤ 5 %"),
                new Measure("zones of 1.5 to 3 mm that are told from none", 100 * told.length / zoned, "%", ""),
                new Measure("bias of those", Arrays.stream(told).average().orElse(0), "mm", "within 0.3 mm")));
        measures.addAll(speed(runs, folder));
        return measures;
    }

    private static double max(DoubleStream values) {
        return values.max().orElse(0);
    }

    private void phantom(int number) {
        Scan scan = reconstruction.scan(fused(SEED + number, number % 2 == 1));
        Volume volume = volume(scan);
        List<FoundScrew> found = ScrewFinder.in(volume);
        for (Truth.ScrewTruth truth : scan.truth().screws()) {
            Point seat = point(truth.seat());
            Point along = point(truth.tip()).minus(seat).unit();
            Point middle = seat.plus(along, truth.lengthMm() * 0.55);
            found.stream().filter(screw -> away(screw, middle) < 3).findFirst().ifPresent(screw -> {
                double degrees =
                        Math.toDegrees(Math.acos(Math.min(1, screw.direction().dot(along))));
                double read = HaloMeter.at(volume, screw, truth.diameterMm()).widthMm();
                screws.add(new Screw(degrees, away(screw, middle), truth.haloMm(), read));
            });
        }
    }

    private static double away(FoundScrew screw, Point at) {
        Point from = at.minus(screw.seat());
        return from.plus(screw.direction(), -from.dot(screw.direction())).length();
    }

    private static Phantom fused(long seed, boolean zones) {
        SplittableRandom chance = new SplittableRandom(seed);
        double diameter = 5.5 + chance.nextInt(3);
        List<Phantom.PlacedScrew> placed = new ArrayList<>();
        for (String site : List.of("L4-left", "L4-right", "L5-left", "L5-right")) {
            double halo = zones ? WIDTHS[chance.nextInt(WIDTHS.length)] : 0;
            double inward = 12 + chance.nextDouble(-5, 5);
            double down = 3 + chance.nextDouble(-4, 5);
            placed.add(new Phantom.PlacedScrew(
                    ScrewSite.of(site), diameter, 45, inward, down, halo, chance.nextBoolean()));
        }
        Phantom.CageKind cage = chance.nextBoolean() ? Phantom.CageKind.PEEK : Phantom.CageKind.POROUS_TITANIUM;
        Phantom.DiscSpace disc =
                new Phantom.DiscSpace(Segment.of("L4/L5"), Optional.of(cage), 2, 11, chance.nextDouble(), 2, 1);
        Map<Level, Double> hu = Map.of(Level.L4, chance.nextDouble(60, 130));
        return new Phantom(seed, chance.nextDouble(-1, 1), Level.L4, Level.L5, hu, placed, List.of(disc));
    }

    /** On a whole CT: the phantom's slices within as much soft tissue as makes it one. */
    private List<Measure> speed(int runs, Path folder) {
        Scan scan = reconstruction.scan(fused(SEED, false));
        Volume whole = padded(volume(scan));
        double[] finding = new double[runs];
        double[] proposing = new double[runs];
        Point body = point(scan.truth().bodies().get(Level.L4.ordinal()).centre());
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            ScrewFinder.in(whole).forEach(screw -> HaloMeter.at(whole, screw, 6.5));
            finding[run] = (System.nanoTime() - start) / 1e9;
            long again = System.nanoTime();
            HuAssistant assistant = new HuAssistant(whole, 120);
            IntStream.range(0, 4).forEach(_ -> assistant.propose(body));
            proposing[run] = (System.nanoTime() - again) / 1e9;
        }
        StoredCt stored = StoredCt.in(folder, whole);
        double[] first = new double[runs];
        double[] next = new double[runs];
        double[] screwed = new double[runs];
        for (int run = 0; run < runs; run++) {
            double[] seconds = stored.proposals(body);
            first[run] = seconds[0];
            next[run] = seconds[1];
            screwed[run] = stored.screws();
        }
        return List.of(
                new Measure("first proposal, from 300 stored files", Measure.median(first), "s", "≤ 3 s"),
                new Measure("the next one", Measure.median(next), "s", ""),
                new Measure("four screws measured, from 300 stored files", Measure.median(screwed), "s", "≤ 3 s"),
                new Measure(
                        "screw assistant, 300 slices of 512 × 512, four screws", Measure.median(finding), "s", "≤ 3 s"),
                new Measure("HU assistant, the same, four bodies", Measure.median(proposing), "s", "≤ 3 s"));
    }

    private static Volume padded(Volume volume) {
        List<short[]> slices = new ArrayList<>();
        for (int k = 0; k < SLICES; k++) {
            short[] slice = new short[SIZE * SIZE];
            Arrays.fill(slice, (short) 40);
            for (int row = 0; k < volume.count() && row < volume.rows(); row++) {
                System.arraycopy(volume.slices().slice(k), row * volume.columns(), slice, row * SIZE, volume.columns());
            }
            slices.add(slice);
        }
        return new Volume(slices, SIZE, SIZE, volume.corner(), volume.across(), volume.down(), volume.step());
    }

    private static Volume volume(Scan scan) {
        Scanner scanner = scan.scanner();
        List<short[]> slices = IntStream.range(0, scan.count())
                .parallel()
                .mapToObj(scan::slice)
                .toList();
        return new Volume(
                slices,
                scanner.columns(),
                scanner.rows(),
                point(scan.corner(0)),
                scanner.pixel(),
                scanner.pixel(),
                scanner.increment());
    }

    private static Point point(Vec at) {
        return new Point(at.x(), at.y(), at.z());
    }
}
