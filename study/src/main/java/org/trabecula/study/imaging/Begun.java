package org.trabecula.study.imaging;

import java.util.List;
import java.util.Optional;

/**
 * How far a reader has come with a read in two sheets.
 *
 * @param again whether it is made a second time
 * @param axes where he placed the screws; empty before he did
 * @param loosening what he signed about the screws; empty before he did
 */
public record Begun(String reader, boolean again, Optional<List<Measurement>> axes, Optional<Read> loosening) {

    static Begun nothing(String reader, boolean again) {
        return new Begun(reader, again, Optional.empty(), Optional.empty());
    }

    boolean of(String user, boolean second) {
        return reader.equalsIgnoreCase(user) && again == second;
    }

    Begun placing(List<Measurement> placed) {
        return new Begun(reader, again, Optional.of(List.copyOf(placed)), loosening);
    }

    Begun signing(Read signed) {
        return new Begun(reader, again, axes, Optional.of(signed));
    }
}
