package org.trabecula.app.demo;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trabecula.simulation.cohort.Look;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.spine.Level;

/**
 * The phantom that looks as a virtual participant does on a day: his bone, his screws with the zones around them, his cages, and as much
 * bone across each disc space as its union has come to. Build and the way the screws lie are the participant's own, whatever the day.
 */
final class Likeness {
    /** From this width on a zone has had time to get a dense border. */
    private static final double DENSE_RIM_FROM = 0.8;

    private static final double USUAL_HEIGHT = 10;
    private static final double FIRST_BRIDGES = 0.4;
    private static final double UNITED = 1;
    private static final double REMODELLED = 2.3;

    private Likeness() {}

    static Phantom of(Look look) {
        long person = person(look.participant());
        SplittableRandom chance = new SplittableRandom(person);
        double build = chance.nextDouble(-1, 1);
        List<Level> levels = levels(look);
        return new Phantom(
                person >>> 32,
                build,
                levels.getFirst(),
                levels.getLast(),
                Map.of(levels.getLast(), look.boneHu()),
                look.screws().stream().map(view -> screw(view, chance)).toList(),
                look.segments().stream().map(Likeness::disc).toList());
    }

    private static long person(ParticipantId id) {
        byte[] digest = Hash.sha256(id.value().getBytes(StandardCharsets.UTF_8)).bytes();
        return ByteBuffer.wrap(digest).getLong();
    }

    private static List<Level> levels(Look look) {
        TreeSet<Level> levels = new TreeSet<>();
        look.segments()
                .forEach(
                        view -> Stream.of(view.segment().upper(), view.segment().lower())
                                .forEach(levels::add));
        look.screws().forEach(view -> levels.add(view.screw().site().level()));
        return List.copyOf(levels);
    }

    private static Phantom.PlacedScrew screw(Look.ScrewView view, SplittableRandom chance) {
        double inward = 8 + 2.5 * Math.max(0, view.screw().site().level().ordinal() - Level.L2.ordinal());
        return new Phantom.PlacedScrew(
                view.screw().site(),
                view.screw().diameterMm().doubleValue(),
                view.screw().lengthMm().doubleValue(),
                inward + chance.nextDouble(-3, 3),
                3 + chance.nextDouble(-3, 3),
                view.lucencyMm(),
                view.lucencyMm() >= DENSE_RIM_FROM);
    }

    private static Phantom.DiscSpace disc(Look.SegmentView view) {
        return new Phantom.DiscSpace(
                view.segment(),
                view.cages().stream().map(Cage::material).map(Likeness::kind).toList(),
                view.cages().stream()
                        .flatMap(cage -> cage.heightMm().stream())
                        .findFirst()
                        .map(BigDecimal::doubleValue)
                        .orElse(USUAL_HEIGHT),
                bridging(view.maturity()),
                view.motionDegrees(),
                view.translationMm());
    }

    /** None while a union is young, half of the space when it holds, all of it when it is remodelled. */
    static double bridging(double maturity) {
        return maturity < UNITED
                ? Math.max(0, 0.5 * (maturity - FIRST_BRIDGES) / (UNITED - FIRST_BRIDGES))
                : Math.min(1, 0.5 + 0.5 * (maturity - UNITED) / (REMODELLED - UNITED));
    }

    private static Phantom.CageKind kind(CageMaterial material) {
        return switch (material) {
            case PRINTED_POROUS_TITANIUM -> Phantom.CageKind.POROUS_TITANIUM;
            case TITANIUM -> Phantom.CageKind.SOLID_TITANIUM;
            case PEEK, TITANIUM_COATED_PEEK, OTHER -> Phantom.CageKind.PEEK;
        };
    }
}
