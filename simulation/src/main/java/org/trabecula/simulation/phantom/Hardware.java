package org.trabecula.simulation.phantom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.Side;

/** Screws with their heads and the zones around them, and the rods that join them. */
final class Hardware {
    private static final double ENTRY_X = 19;
    private static final double ENTRY_Y = 33;
    private static final double SEAT_TO_ROD = 7;
    private static final double ROD = 2.75;
    private static final double FIBROUS = 15;
    private static final double DENSE_RIM = 380;
    private static final double RIM = 0.8;

    private record Placed(Phantom.PlacedScrew screw, Pose pose) {
        Vec rodPoint() {
            return pose.out(0, 0, -SEAT_TO_ROD);
        }
    }

    private final Phantom phantom;
    private final List<Placed> sets;

    Hardware(Phantom phantom, Curve curve) {
        this.phantom = phantom;
        this.sets = phantom.screws().stream()
                .sorted(Comparator.comparing(Phantom.PlacedScrew::site))
                .map(screw ->
                        new Placed(screw, pose(screw, curve.pose(screw.site().level()))))
                .toList();
    }

    private static Pose pose(Phantom.PlacedScrew screw, Pose vertebra) {
        double inward = Math.toRadians(screw.convergence());
        double down = Math.toRadians(screw.inclination());
        int side = Scene.sign(screw.site());
        boolean sacral = screw.site().level() == Level.S1;
        Vec seat = vertebra.out(
                side * (sacral ? ENTRY_X + 4 : ENTRY_X), ENTRY_Y, Vertebra.PEDICLE_Z + Math.sin(down) * 18);
        Vec ahead = vertebra.direction(
                -side * Math.sin(inward) * Math.cos(down), -Math.cos(inward) * Math.cos(down), -Math.sin(down));
        return Pose.along(seat, ahead);
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Placed set : sets) {
            zone(set, parts);
        }
        for (Placed set : sets) {
            double spongy = phantom.spongyHu(set.screw.site().level());
            parts.add(Part.titanium(Turned.screw(set.pose, set.screw.lengthMm(), set.screw.diameterMm()), spongy));
            Pose head = set.pose.moved(0, 0, -SEAT_TO_ROD + 1);
            parts.add(Part.titanium(Lump.cylinder(head, 6.3, 6.3, 6.5), 45));
        }
        for (Side side : Side.values()) {
            List<Vec> points = sets.stream()
                    .filter(set -> set.screw.site().side() == side)
                    .map(Placed::rodPoint)
                    .toList();
            for (int i = 1; i < points.size(); i++) {
                Vec way = points.get(i).minus(points.get(i - 1)).unit();
                Vec from = points.get(i - 1).plus(way, i == 1 ? -9 : -1);
                Vec to = points.get(i).plus(way, i == points.size() - 1 ? 9 : 1);
                parts.add(Part.titanium(Lump.rod(from, to, ROD), 45));
            }
        }
        return parts;
    }

    private void zone(Placed set, List<Part> parts) {
        Phantom.PlacedScrew screw = set.screw;
        if (screw.haloMm() <= 0) {
            return;
        }
        double spongy = phantom.spongyHu(screw.site().level());
        double radius = screw.diameterMm() / 2 + screw.haloMm();
        double inPedicle = ENTRY_Y - Vertebra.FLAT_BEHIND + 1;
        if (screw.rim()) {
            parts.add(
                    Part.of(Turned.zone(set.pose, screw.lengthMm(), radius + RIM, inPedicle, 5.2), DENSE_RIM, spongy));
        }
        parts.add(Part.of(
                Turned.zone(set.pose, screw.lengthMm(), radius, inPedicle, 4.6),
                FIBROUS,
                screw.rim() ? DENSE_RIM : spongy));
    }

    List<Truth.ScrewTruth> truth() {
        return sets.stream()
                .map(set -> new Truth.ScrewTruth(
                        set.screw.site(),
                        set.pose.origin(),
                        set.pose.out(0, 0, set.screw.lengthMm()),
                        set.screw.diameterMm(),
                        set.screw.lengthMm(),
                        set.screw.haloMm(),
                        set.screw.rim()))
                .toList();
    }
}
