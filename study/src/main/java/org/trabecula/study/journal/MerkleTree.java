package org.trabecula.study.journal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The growing hash tree of RFC 9162, section 2.1.1. Only the roots of the complete subtrees on the right edge are kept
 * (one per set bit of the size), so that an append costs O(log n) hashes and no memory.
 *
 * <p>A leaf is {@code SHA-256(0x00 || entry)}, a node {@code SHA-256(0x01 || left || right)}; the empty tree's head is
 * SHA-256 of nothing. Not safe for use by several threads.
 */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private final Deque<Hash> edge = new ArrayDeque<>();
    private long size;

    /** The leaf hash of one entry's bytes. */
    public static Hash leaf(byte[] entry) {
        return Hash.sha256(LEAF, entry);
    }

    private static Hash node(Hash left, Hash right) {
        return Hash.sha256(NODE, left.raw(), right.raw());
    }

    /** Adds a leaf hash at the right. */
    public void append(Hash leaf) {
        Hash subtree = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            subtree = node(edge.pop(), subtree);
        }
        edge.push(subtree);
        size++;
    }

    public long size() {
        return size;
    }

    /** The tree head over all leaves so far. */
    public Hash head() {
        if (edge.isEmpty()) {
            return Hash.sha256();
        }
        var smallestFirst = edge.iterator();
        Hash head = smallestFirst.next();
        while (smallestFirst.hasNext()) {
            head = node(smallestFirst.next(), head);
        }
        return head;
    }
}
