package org.trabecula.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Some 20,000 damaged files: lengths, representations, tags, offset tables, sizes, codestreams. Small ones, so that it stays a matter of seconds. */
class MutationTest {

    private static final int CASES = 20_000;
    private static final int HEADER = 1_500;
    private static final Handling HANDLING = Handling.within(new Limits(1 << 22, 1 << 22, 24, 10_000, 1 << 18));

    static Stream<Arguments> seeds() {
        Stream<Arguments> files = Stream.concat(Samples.in("malformed").stream(), Stream.of(Samples.LUMBAR))
                .filter(name -> Samples.bytes(name).length < 30_000)
                .map(name -> Arguments.of(name, Samples.bytes(name)));
        Stream<Arguments> codestreams = Codestreams.names().map(name -> Arguments.of(name, Codestreams.file(name)));
        return Stream.of(files, codestreams, Stream.of(Arguments.of("two frames", Codestreams.twoFrames())))
                .flatMap(Function.identity());
    }

    @Test
    void undamagedTheyAreRead() {
        assertThat(HANDLING.of(Codestreams.twoFrames())).isEmpty();
        assertThat(HANDLING.of(Samples.bytes(Samples.LUMBAR))).isEmpty();
        assertThat(HANDLING.of(Codestreams.file("8-tiles.j2k"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void anyMutationIsReadOrRefused(String name, byte[] whole) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (long i = 0; i < CASES / seeds().count() + 1; i++) {
            byte[] mutated = mutated(whole, random);
            assertThat(HANDLING.of(mutated)).isNotNull();
        }
    }

    private static byte[] mutated(byte[] whole, RandomGenerator random) {
        byte[] copy = whole.clone();
        // Half of the damage goes into the header, half anywhere.
        int most = random.nextBoolean() ? Math.min(copy.length, HEADER) : copy.length;
        for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
            int at = random.nextInt(most);
            switch (random.nextInt(5)) {
                case 0 -> copy[at] = (byte) random.nextInt();
                case 1 -> copy[at] = (byte) 0xFF;
                case 2 -> copy[at] ^= (byte) (1 << random.nextInt(8));
                case 3 ->
                    Arrays.fill(copy, at, Math.min(copy.length, at + 4), (byte) (random.nextBoolean() ? 0 : 0xFF));
                default -> copy(copy, random.nextInt(most), at);
            }
        }
        return copy;
    }

    private static void copy(byte[] bytes, int from, int to) {
        System.arraycopy(bytes, from, bytes, to, Math.min(8, bytes.length - Math.max(from, to)));
    }
}
