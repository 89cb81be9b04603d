package org.trabecula.cluster;

import java.io.Serializable;
import scala.Function1;
import scala.collection.Iterator;

/** What a machine does with a share of the blocks' numbers, of which every share has one. */
record Task(Conduct conduct, Blocks blocks) implements Function1<Iterator<Integer>, Yield>, Serializable {
    @Override
    public Yield apply(Iterator<Integer> share) {
        int block = share.next();
        int from = blocks.first(block);
        int end = blocks.end(block);
        try {
            return new Yield.Lines(conduct.lines(from, end));
        } catch (RuntimeException e) {
            return new Yield.Failed(
                    "Studies " + from + " to " + (end - 1) + " could not be conducted: " + e.getMessage());
        }
    }
}
