package org.trabecula.study.endpoint;

import java.util.List;
import java.util.Optional;
import org.trabecula.study.visit.Transcript;
import org.trabecula.study.visit.VisitState;

/** Outcomes as another record states them. A grade speaks for itself; without one, "fused" stands as it was stated. */
record Transcribed(VisitState visit, Transcript transcript, FusionDefinition fused) {

    VisitOutcomes outcomes() {
        Optional<Boolean> fusion = transcript.grade().map(fused::fused).or(transcript::fused);
        Optional<Boolean> gradeI = transcript
                .grade()
                .map(FusionDefinition.BRIDWELL_1::fused)
                .or(() -> transcript.fused().filter(yes -> !yes));
        int screws = transcript.screws().orElse(0);
        Optional<Integer> loose = transcript.screwsLoose();
        ScrewTally tally = loose.map(n -> new ScrewTally(n, screws, 0, visit.trail()))
                .orElse(new ScrewTally(0, 0, screws, visit.trail()));
        return new VisitOutcomes(
                visit.at(),
                stated(transcript.loose().or(this::counted)),
                stated(fusion),
                stated(gradeI),
                List.of(),
                tally);
    }

    /** Where the record counts screws and does not say more, their number says whether one is loose. */
    private Optional<Boolean> counted() {
        return transcript
                .screwsLoose()
                .filter(_ -> transcript.screws().orElse(0) > 0)
                .map(loose -> loose > 0);
    }

    private Outcome stated(Optional<Boolean> value) {
        return value.<Outcome>map(yes -> new Outcome.Known(yes, Source.TRANSCRIBED, visit.trail()))
                .orElse(new Outcome.Missing(Cause.NOT_STATED, visit.trail()));
    }
}
