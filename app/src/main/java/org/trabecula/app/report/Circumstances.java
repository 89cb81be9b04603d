package org.trabecula.app.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.journal.Head;

/**
 * From what and how a report is made.
 *
 * @param day of the newest entry that it knows, by which paper is dated
 * @param plan the version and fingerprint of the analysis plan; empty without one
 * @param program version of the program
 * @param simulated whether the participants are virtual
 * @param locked whether two people had locked the data at the cut
 * @param server where participants' pages are, for links; empty for links on the same server
 */
public record Circumstances(
        Head head,
        LocalDate day,
        Optional<Plan> plan,
        String program,
        long seed,
        boolean simulated,
        boolean locked,
        String server) {

    /** The analysis plan by its text. */
    public record Plan(String version, String fingerprint) {}

    List<String> header(Wording wording, String study) {
        return List.of(
                study,
                wording.say(
                        "report.header.cut",
                        head.position(),
                        day,
                        head.hash().toString().substring(0, 12)),
                wording.say("report.header.made", plan.map(Plan::version).orElse("–"), program, seed));
    }
}
