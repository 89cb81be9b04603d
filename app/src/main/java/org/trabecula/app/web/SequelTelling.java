package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** Re-operations in words. */
record SequelTelling(Words words) {

    /** The grounds, the segments and what was done, in one line. */
    String line(SafetyFact.ReoperationReported told) {
        List<String> parts = new ArrayList<>();
        parts.add(words.name(told.grounds()));
        if (!told.description().isBlank()) {
            parts.add(told.description());
        }
        parts.add(told.segments().stream()
                .map(Segment::toString)
                .collect(Collectors.joining(words.say("results.comma"))));
        parts.add(done(told));
        return String.join(" · ", parts);
    }

    /** What was done at the construct. */
    String done(SafetyFact.ReoperationReported told) {
        String done = Stream.concat(
                        told.screws().stream()
                                .map(one -> words.say("reoperation.screw." + lower(one.work()), site(one.site()))),
                        told.cages().stream()
                                .map(one -> words.say("reoperation.cage." + lower(one.work()), one.segment())))
                .collect(Collectors.joining(words.say("results.comma")));
        return done.isEmpty() ? words.say("reoperation.nothing") : done;
    }

    private String site(ScrewSite site) {
        return site.level() + " " + words.name(site.side());
    }

    private static String lower(SafetyFact.Work work) {
        return switch (work) {
            case REVISED -> "revised";
            case REMOVED -> "removed";
        };
    }
}
