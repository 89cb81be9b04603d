package org.trabecula.study.conduct;

import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.imaging.Acquisition;
import org.trabecula.study.imaging.Hold;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.Step;

/** Everything that is refused of images before readers get them. */
final class InspectionRefusals {
    private static final String UID = "2.25.1";

    private InspectionRefusals() {}

    static List<Refusal> all() {
        return List.of(
                Refusal.of(
                        Rule.UNKNOWN_IMAGE, "", "release of an image that never came", released("2.25.7"), waiting()),
                Refusal.of(Rule.IMAGE_DECIDED, "", "a second release", released(UID), waiting(), released(UID)),
                Refusal.of(
                        Rule.BOX_REQUIRED,
                        "box",
                        "blanking of nothing",
                        does(
                                COORDINATOR,
                                world -> new Intent.BlankImage(world.images(), UID, "c".repeat(64), List.of())),
                        waiting()),
                Refusal.of(
                        Rule.NO_SHORTFALL,
                        "",
                        "acceptance of images that lack nothing",
                        accepted(),
                        consented(),
                        operated(),
                        imaged(M6)),
                Refusal.of(Rule.NO_OVERRIDE, "", "acceptance of thick slices", accepted(), thick()));
    }

    private static Step released(String uid) {
        return does(COORDINATOR, world -> new Intent.ReleaseImages(world.images(), List.of(uid)));
    }

    private static Step accepted() {
        return does(COORDINATOR, world -> new Intent.AcceptImagesAnyway(world.images()))
                .because("There are no others");
    }

    private static Step waiting() {
        return received(
                Modality.RADIOGRAPH,
                new ReceivedSeries(
                        "2.25.9",
                        "DX",
                        List.of(new ReceivedInstance(UID, "a".repeat(64), Optional.of(Hold.PROJECTION)))));
    }

    private static Step thick() {
        Acquisition slices = new Acquisition(
                Optional.of(new BigDecimal("5")),
                List.of(new BigDecimal("120")),
                List.of(),
                false,
                List.of(BigDecimal.ZERO, new BigDecimal("5")),
                0);
        return received(
                Modality.CT,
                new ReceivedSeries(
                        "2.25.9", "CT", List.of(new ReceivedInstance(UID, "a".repeat(64))), Optional.of(slices)));
    }

    private static Step received(Modality modality, ReceivedSeries series) {
        return does(COORDINATOR, world -> new Intent.ReceiveImages(world.nextImages(), modality, List.of(series)));
    }
}
