package org.trabecula.exchange.folder;

import java.util.List;
import org.trabecula.exchange.Problem;
import org.trabecula.study.protocol.Protocol;

/** What came of reading a study folder. */
public sealed interface Reading {

    /** The folder is a protocol. Warnings, such as a missing translation, do not stand in its way. */
    @SuppressWarnings("AvoidCommonTypeNames") // It is only ever called Reading.Readable.
    record Readable(Protocol protocol, List<Problem> warnings) implements Reading {
        public Readable {
            warnings = List.copyOf(warnings);
        }
    }

    /** The folder is not a protocol; at least one problem says why. */
    record Broken(List<Problem> problems) implements Reading {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
