package org.trabecula.simulation.phantom;

import java.util.SplittableRandom;
import org.trabecula.study.spine.Level;

/** Turns what is there into what a scanner shows. One serves any number of scans; its spectrum, texture and noise are made once. */
public final class Reconstruction {
    private static final double FILTER_MM = 9;
    private static final double TO_SIGMA = 1 / 2.3548;

    private final Scanner scanner;
    private final MetalArtefact artefact;
    private final Texture texture;
    private final Noise noise;
    private final float titaniumHu;

    public Reconstruction(Scanner scanner, long seed) {
        this.scanner = scanner;
        Spectrum spectrum = new Spectrum(scanner.kilovolt(), FILTER_MM);
        this.artefact = new MetalArtefact(spectrum, scanner);
        this.texture = new Texture(seed);
        this.noise = new Noise(seed + 1, Math.max(0.6, 0.45 * scanner.blur() / scanner.pixel()));
        double energy = spectrum.effectiveEnergy();
        this.titaniumHu = (float) Matter.hounsfield(Matter.TITANIUM.perMm(energy), energy);
    }

    public Scan scan(Phantom phantom) {
        return scan(phantom, phantom.upper(), phantom.lower());
    }

    /** From one vertebra to another, whatever the phantom itself covers; in the same coordinates. */
    public Scan scan(Phantom phantom, Level upper, Level lower) {
        return new Scan(phantom, upper, lower, scanner, this);
    }

    /** What is there in a phantom that lies on the table. */
    public Truth truth(Phantom phantom) {
        return Scene.of(phantom, Posture.NEUTRAL, Scan.SUPINE).truth();
    }

    Texture texture() {
        return texture;
    }

    MetalArtefact.Rays rays(Plane plane) {
        return artefact.rays(plane);
    }

    short[] of(Plane plane, MetalArtefact.Rays rays, long seed) {
        float[] ideal = plane.hu.clone();
        if (plane.hasMetal()) {
            for (int i = 0; i < ideal.length; i++) {
                ideal[i] += plane.titanium[i] * (titaniumHu - ideal[i]);
            }
        }
        double sigma = scanner.blur() * TO_SIGMA / scanner.pixel();
        float[] image = Blur.of(ideal, plane.columns, plane.rows, sigma);
        if (scanner.overshoot() > 0) {
            float[] wide = Blur.of(ideal, plane.columns, plane.rows, 2 * sigma);
            for (int i = 0; i < image.length; i++) {
                image[i] += (float) scanner.overshoot() * (image[i] - wide[i]);
            }
        }
        if (plane.hasMetal()) {
            float[] added = artefact.in(plane, rays, new SplittableRandom(seed));
            for (int i = 0; i < image.length; i++) {
                image[i] += added[i];
            }
        }
        return stored(image, plane.columns, seed);
    }

    private short[] stored(float[] image, int columns, long seed) {
        short[] stored = new short[image.length];
        for (int row = 0, i = 0; i < image.length; row++) {
            for (int column = 0; column < columns; column++, i++) {
                double value = image[i] + scanner.noise() * noise.at(column, row, seed);
                stored[i] = (short) Math.clamp(Math.round(value), -1024, scanner.highest());
            }
        }
        return stored;
    }
}
