package org.trabecula.statistics.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhiloxTest {

    /** The three known answers for philox4x32, 10 rounds, in the file kat_vectors of the authors' library Random123. */
    @Test
    void gives_the_known_answers_of_its_authors() {
        assertThat(words(Philox.at(0, 0, 0))).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(words(Philox.at(-1, -1, -1))).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertThat(words(Philox.at(0x299f31d0_a4093822L, 0x03707344_13198a2eL, 0x85a308d3_243f6a88L)))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void draws_a_stream_alike_whatever_else_was_drawn() {
        Philox alone = Philox.of(7, 3);
        Philox other = Philox.of(7, 4);
        Philox beside = Philox.of(7, 3);
        for (int i = 0; i < 100; i++) {
            assertThat(other.nextLong()).isNotEqualTo(alone.nextLong());
            beside.nextLong();
        }
        assertThat(beside.nextLong()).isEqualTo(alone.nextLong());
    }

    @Test
    void gives_the_same_sums_in_parallel_as_in_order() {
        double[] inOrder = IntStream.range(0, 64)
                .mapToDouble(r -> Philox.of(1, r).nextGaussian())
                .toArray();
        double[] parallel = IntStream.range(0, 64)
                .parallel()
                .mapToDouble(r -> Philox.of(1, r).nextGaussian())
                .toArray();
        assertThat(parallel).containsExactly(inOrder);
    }

    @Test
    void keeps_the_other_half_of_a_long_for_the_next_int() {
        Philox ints = Philox.of(5, 0);
        Philox longs = Philox.of(5, 0);
        int low = ints.nextInt();
        ints.nextLong();
        int high = ints.nextInt();
        assertThat((low & 0xFFFFFFFFL) | ((long) high << 32)).isEqualTo(longs.nextLong());
    }

    /** 600,000 draws of six faces: each count is within 4.5 standard deviations (289) of 100,000. */
    @Test
    void throws_a_fair_die() {
        int[] faces = new int[6];
        RandomGenerator die = Philox.of(11, 0);
        for (int i = 0; i < 600_000; i++) {
            faces[die.nextInt(6)]++;
        }
        assertThat(Arrays.stream(faces)).allSatisfy(count -> assertThat(count).isBetween(98_700, 101_300));
        assertThatThrownBy(() -> die.nextInt(0)).hasMessageContaining("positive");
    }

    /** 10^6 uniform numbers: standard error of the mean 0.00029, of the lag-one correlation 0.001; limits at 4.5. */
    @Test
    void is_uniform_and_its_neighbours_know_nothing_of_each_other() {
        Philox uniform = Philox.of(2026, 1);
        int n = 1_000_000;
        double sum = 0;
        double products = 0;
        double last = 0.5;
        for (int i = 0; i < n; i++) {
            double value = uniform.nextDouble();
            sum += value;
            products += (value - 0.5) * (last - 0.5);
            last = value;
        }
        assertThat(sum / n).isEqualTo(0.5, within(0.0013));
        assertThat(12 * products / n).isEqualTo(0, within(0.0045));
    }

    private static int[] words(Philox generator) {
        return IntStream.range(0, 4).map(_ -> generator.nextInt()).toArray();
    }
}
