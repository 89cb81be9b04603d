package org.trabecula.simulation.cohort;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.trabecula.study.journal.Hash;

/** A stream of chance with a name. Streams of different names know nothing of each other. */
final class Chance {
    private final RandomGenerator dice;

    private Chance(RandomGenerator dice) {
        this.dice = dice;
    }

    /** The stream that belongs to a seed and a name of several parts; always the same. */
    static Chance of(long seed, Object... name) {
        String path = seed + "/" + Arrays.stream(name).map(String::valueOf).collect(Collectors.joining("/"));
        byte[] hash = Hash.sha256(path.getBytes(StandardCharsets.UTF_8)).bytes();
        return new Chance(RandomGeneratorFactory.of("L64X128MixRandom")
                .create(ByteBuffer.wrap(hash).getLong()));
    }

    /** The stream itself, for a model that draws for itself. */
    RandomGenerator dice() {
        return dice;
    }

    boolean happens(double probability) {
        return dice.nextDouble() < probability;
    }

    /** A whole number, both ends included. */
    int between(int low, int high) {
        return dice.nextInt(low, high + 1);
    }

    double between(double low, double high) {
        return low + (high - low) * dice.nextDouble();
    }

    double normal(double mean, double deviation) {
        return dice.nextGaussian(mean, deviation);
    }

    /** A normal value that is held within bounds. */
    double normal(double mean, double deviation, double low, double high) {
        return Math.clamp(normal(mean, deviation), low, high);
    }

    <T> T pick(List<T> choices) {
        return choices.get(dice.nextInt(choices.size()));
    }

    /** So many different ones of the choices, in random order. */
    <T> List<T> pick(int howMany, List<T> choices) {
        List<T> left = new ArrayList<>(choices);
        List<T> picked = new ArrayList<>();
        while (picked.size() < howMany && !left.isEmpty()) {
            picked.add(left.remove(dice.nextInt(left.size())));
        }
        return picked;
    }
}
