package org.trabecula.app.images;

import java.util.List;
import java.util.function.Function;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;

/**
 * Whether images could be filed under a visit, asked before a single byte is stored. The Desk decides when they are there; this
 * keeps images of somebody who has not consented from coming in at all.
 */
final class Filing {
    /** No images have this handle: its letters are too few for a hash. */
    private static final ImagingStudyId TO_COME = new ImagingStudyId("unknown0");

    private Filing() {}

    /** What the Desk would object to, but that the images are not there yet. */
    static List<Objection> objections(Desk desk, Destination to, Function<Intent, Actor> actor) {
        Intent intent = new Intent.FileImages(to.participant(), to.visit(), TO_COME);
        return desk.objections(Request.of(actor.apply(intent), intent)).stream()
                .filter(objection -> objection.rule() != Rule.UNKNOWN_IMAGES)
                .toList();
    }
}
