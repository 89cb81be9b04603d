package org.trabecula.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {
    @Test
    void blocksAreHandedOnInOrderHoweverTheyCome() {
        List<String> handed = new ArrayList<>();
        InOrder order = new InOrder(handed::addAll);
        order.accept(2, lines("e"));
        order.accept(1, lines("c", "d"));
        assertThat(handed).isEmpty();
        order.accept(0, lines("a", "b"));
        assertThat(handed).containsExactly("a", "b", "c", "d", "e");
        order.accept(3, lines("f"));
        assertThat(handed).endsWith("f");
        assertThatThrownBy(() -> order.accept(4, new Yield.Failed("No.")))
                .isInstanceOf(Refused.class)
                .hasMessage("No.");
    }

    @Test
    void blocksCoverEveryStudyOnce() {
        for (Blocks blocks : List.of(new Blocks(3, 20, 5), Blocks.of(0, 1000, 2, 100), Blocks.of(7, 8, 64, 100))) {
            assertThat(IntStream.range(0, blocks.count())
                            .flatMap(block -> IntStream.range(blocks.first(block), blocks.end(block)))
                            .boxed())
                    .containsExactlyElementsOf(
                            IntStream.range(blocks.from(), blocks.to()).boxed().toList());
        }
        assertThat(Blocks.of(0, 10_000, 2, 100).count()).isEqualTo(100);
        assertThat(Blocks.of(0, 40, 2, 100).size()).isEqualTo(5);
    }

    private static Yield lines(String... lines) {
        return new Yield.Lines(List.of(lines));
    }
}
