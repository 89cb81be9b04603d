package org.trabecula.simulation.phantom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.spine.Side;

/**
 * Which phantom to draw: screws on both sides of every vertebra, two cages in every disc space between. What is left open follows from the
 * seed: poor bone of 55 to 130 HU, zones around two screws in five, unions of any age.
 *
 * @param upper the uppermost instrumented vertebra
 * @param lower the lowest
 * @param haloMm width of the zone around every screw
 * @param bridging share of every disc space that bone bridges, 0 to 1
 * @param cage what all cages are made of
 */
public record Specimen(
        long seed,
        Level upper,
        Level lower,
        Optional<Double> haloMm,
        Optional<Double> bridging,
        Optional<Phantom.CageKind> cage) {
    private static final double WIDEST = 4;
    private static final double ZONED = 0.4;
    private static final double DENSE_RIM_FROM = 0.8;

    public Specimen {
        if (upper.compareTo(lower) >= 0 || lower.compareTo(Level.S1) > 0) {
            throw new IllegalArgumentException("A construct runs from one vertebra to a lower one, as far as S1");
        }
        if (haloMm.filter(mm -> !(mm >= 0 && mm <= WIDEST)).isPresent()) {
            throw new IllegalArgumentException("A zone around a screw is 0 to 4 mm wide");
        }
        if (bridging.filter(share -> !(share >= 0 && share <= 1)).isPresent()) {
            throw new IllegalArgumentException("The share that bone bridges is 0 to 1");
        }
    }

    /** Always the same for the same specimen. */
    public Phantom drawn() {
        SplittableRandom chance = new SplittableRandom(seed);
        double build = chance.nextDouble(-1, 1);
        double poor = chance.nextDouble(60, 120);
        double diameter = 5.5 + chance.nextInt(3);
        Phantom.CageKind kind = chance.nextBoolean() ? Phantom.CageKind.PEEK : Phantom.CageKind.POROUS_TITANIUM;
        Map<Level, Double> hu = new EnumMap<>(Level.class);
        List<Phantom.PlacedScrew> screws = new ArrayList<>();
        List<Phantom.DiscSpace> discs = new ArrayList<>();
        for (Level level : Level.values()) {
            if (level.compareTo(upper) >= 0 && level.compareTo(lower) <= 0) {
                hu.put(level, tenths(poor + chance.nextDouble(-5, 10)));
                for (Side side : Side.values()) {
                    screws.add(screw(level, side, diameter, chance));
                }
                level.below()
                        .filter(below -> below.compareTo(lower) <= 0)
                        .ifPresent(below -> discs.add(disc(level, below, cage.orElse(kind), chance)));
            }
        }
        return new Phantom(seed, build, upper, lower, hu, screws, discs);
    }

    private Phantom.PlacedScrew screw(Level level, Side side, double diameter, SplittableRandom chance) {
        double inward = 8 + 2.5 * Math.max(0, level.ordinal() - Level.L2.ordinal()) + chance.nextDouble(-3, 3);
        double down = 3 + chance.nextDouble(-3, 3);
        double drawn = chance.nextDouble() < ZONED ? tenths(chance.nextDouble(0.5, 3)) : 0;
        double halo = haloMm.orElse(drawn);
        return new Phantom.PlacedScrew(
                new ScrewSite(level, side),
                level == Level.S1 ? diameter + 1 : diameter,
                level == Level.S1 ? 40 : 45,
                inward,
                down,
                halo,
                halo >= DENSE_RIM_FROM);
    }

    private Phantom.DiscSpace disc(Level above, Level below, Phantom.CageKind kind, SplittableRandom chance) {
        double height = 9 + chance.nextInt(4);
        double share = bridging.orElse(Math.rint(chance.nextDouble() * 100) / 100);
        double motion = tenths(8 * (1 - share) * (1 - share) + 0.4);
        return new Phantom.DiscSpace(
                new Segment(above, below), Collections.nCopies(2, kind), height, share, motion, tenths(0.3 * motion));
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }
}
