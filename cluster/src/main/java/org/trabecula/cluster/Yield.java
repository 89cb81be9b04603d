package org.trabecula.cluster;

import java.io.Serializable;
import java.util.List;

/** What a block comes to. A study that fails fails wherever it is tried, so its reason comes home as a value and Spark tries no other. */
sealed interface Yield extends Serializable {
    /** One line for each study. */
    record Lines(List<String> lines) implements Yield {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** Why there are none. */
    record Failed(String sentence) implements Yield {}
}
