package org.trabecula.study.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The growing tree against the published test entries of Certificate Transparency and RFC 9162's recursive definition. */
class MerkleTreeTest {

    /** The eight leaves with which Google's certificate-transparency project tests its trees (merkle_tree_test.cc). */
    private static final List<byte[]> LEAVES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HexFormat.of()::parseHex)
            .toList();

    /** Heads of the first n of those leaves, from the same source. */
    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theHeadOfTheFirstLeavesIsTheOnePublished(int size, String head) {
        MerkleTree tree = new MerkleTree();
        LEAVES.subList(0, size).forEach(leaf -> tree.append(MerkleTree.leaf(leaf)));
        assertThat(tree.head()).isEqualTo(Hash.of(head));
        assertThat(tree.size()).isEqualTo(size);
    }

    /** RFC 9162, section 2.1.1: MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n])), k the largest power of 2 below n. */
    @Test
    void everyHeadUpTo300LeavesIsTheRecursiveDefinition() {
        SplittableRandom random = new SplittableRandom(9162);
        List<byte[]> entries = IntStream.range(0, 300)
                .mapToObj(_ -> {
                    byte[] entry = new byte[random.nextInt(0, 40)];
                    random.nextBytes(entry);
                    return entry;
                })
                .toList();
        MerkleTree tree = new MerkleTree();
        for (int size = 1; size <= entries.size(); size++) {
            tree.append(MerkleTree.leaf(entries.get(size - 1)));
            assertThat(tree.head()).as("head of %s", size).isEqualTo(defined(entries.subList(0, size)));
        }
    }

    private static Hash defined(List<byte[]> entries) {
        int n = entries.size();
        if (n == 1) {
            return Hash.sha256(new byte[] {0}, entries.getFirst());
        }
        int k = Integer.highestOneBit(n - 1);
        return Hash.sha256(
                new byte[] {1},
                defined(entries.subList(0, k)).bytes(),
                defined(entries.subList(k, n)).bytes());
    }

    @Test
    void anEntryIsNoLeafOfAnotherLength() {
        assertThat(MerkleTree.leaf(new byte[] {1})).isNotEqualTo(MerkleTree.leaf(new byte[] {1, 0}));
        assertThat(MerkleTree.leaf(new byte[0])).isNotEqualTo(new MerkleTree().head());
    }
}
