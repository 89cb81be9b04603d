package org.trabecula.simulation.phantom;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.study.spine.Level;

/**
 * A CT of a phantom, axial, slice by slice. Slices count from the feet and can be made in any order and by several threads.
 */
public final class Scan {
    static final double SUPINE = 0.75;
    private static final double MARGIN = 4;

    private final Scanner scanner;
    private final long seed;
    private final Scene scene;
    private final List<Part> parts;
    private final Reconstruction reconstruction;
    private final Texture texture;
    private final Plane background;
    private final MetalArtefact.Rays rays;
    private final double lowest;
    private final int count;

    Scan(Phantom phantom, Level upper, Level lower, Scanner scanner, Reconstruction reconstruction) {
        this.scanner = scanner;
        this.seed = phantom.seed();
        this.reconstruction = reconstruction;
        this.texture = reconstruction.texture().shifted(phantom.seed());
        this.scene = Scene.of(phantom, Posture.NEUTRAL, SUPINE);
        Curve curve = Curve.of(phantom, Posture.NEUTRAL, SUPINE);
        double half = Curve.HALF_BODY + MARGIN;
        this.lowest = curve.pose(lower).origin().z() - half;
        double highest = curve.pose(upper).origin().z() + half;
        this.count = (int) Math.ceil((highest - lowest) / scanner.increment());
        double y = (curve.pose(lower).origin().y() + curve.pose(upper).origin().y()) / 2 + 13;
        this.background = new Plane(
                scanner.columns(),
                scanner.rows(),
                scanner.pixel(),
                -(scanner.columns() - 1) / 2.0 * scanner.pixel(),
                y - (scanner.rows() - 1) / 2.0 * scanner.pixel(),
                0);
        Arrays.fill(background.hu, -1000);
        background.lay(scene.trunk(), texture, scanner.thickness());
        this.rays = reconstruction.rays(background);
        this.parts = Stream.concat(scene.bones().stream(), scene.implants().stream())
                .filter(part -> part.solid().bounds().z2() > lowest - 1
                        && part.solid().bounds().z1() < highest + 1)
                .toList();
    }

    public Scanner scanner() {
        return scanner;
    }

    public Truth truth() {
        return scene.truth();
    }

    public int count() {
        return count;
    }

    /** Where the centre of a slice's first pixel lies. */
    public Vec corner(int slice) {
        return new Vec(background.left, background.top, lowest + (slice + 0.5) * scanner.increment());
    }

    /** HU, row by row. */
    public short[] slice(int slice) {
        Plane plane = background.at(corner(slice).z());
        plane.lay(parts, texture, scanner.thickness());
        return reconstruction.of(plane, rays, seed * 1009 + slice);
    }
}
