package org.trabecula.app.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.trabecula.app.Installation;
import org.trabecula.app.Program;
import org.trabecula.app.Refusal;
import org.trabecula.app.Seal;
import org.trabecula.app.web.Phrases;
import org.trabecula.app.web.Words;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Deviations;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.journal.Head;
import org.trabecula.study.milestone.LockState;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.SiteDefinition;
import org.trabecula.study.report.Computed;
import org.trabecula.study.report.Evidence;

/**
 * Makes the report of an installation.
 *
 * @param language English or Chinese
 * @param server where participants' pages are; empty for links on the same server
 * @param font a TrueType font for letters that Liberation Sans lacks
 */
public record Reporting(Locale language, String server, Optional<Path> font) {
    /**
     * From what was recorded up to a position, by the protocol in force then. While the design of the comparison is not signed now,
     * the report has no outcome, at whatever position.
     *
     * @param asOf the newest when empty
     * @throws Refusal when the journal has no such position
     */
    public ReportFolder of(Installation installation, Optional<Long> asOf) {
        long newest = installation.desk().view(Register::position);
        long position = asOf.orElse(newest);
        if (position < 1 || position > newest) {
            throw new Refusal("The journal has the positions 1 to " + newest + ", not " + position + ".");
        }
        Register register = installation.desk().asOf(position);
        return of(
                register,
                installation.protocolAt(register),
                installation.desk().headAt(position),
                installation.demo(),
                installation.desk().view(now -> Seal.open(now, installation.protocol())),
                UnaryOperator.identity());
    }

    /** From a register that is folded up to the head. */
    public ReportFolder of(Register register, Protocol protocol, Head head, boolean simulated) {
        return of(register, protocol, head, simulated, UnaryOperator.identity());
    }

    ReportFolder of(
            Register register, Protocol protocol, Head head, boolean simulated, UnaryOperator<String> exported) {
        boolean open = Seal.open(register, protocol);
        return of(register, protocol, head, simulated, open, exported);
    }

    /** @param open whether outcomes may be told of */
    ReportFolder of(
            Register register,
            Protocol protocol,
            Head head,
            boolean simulated,
            boolean open,
            UnaryOperator<String> exported) {
        Evidence evidence = Evidence.of(register, protocol, head);
        Computed computed = open ? Computed.of(evidence) : Computed.beforeOutcomes(evidence);
        Wording wording = new Wording(Words.in(language));
        LocalDate day = register.upTo().atZone(zone(protocol)).toLocalDate();
        Circumstances circumstances = new Circumstances(
                head,
                day,
                protocol.analysis().map(plan -> new Circumstances.Plan(plan.version(), plan.fingerprint())),
                Program.VERSION,
                computed.evidence().terms().seed(),
                simulated,
                register.milestones().lock() instanceof LockState.Locked,
                server);
        return ReportFolder.of(
                computed, circumstances, wording, deviations(register, protocol, day, wording), font, exported);
    }

    private static ZoneId zone(Protocol protocol) {
        return protocol.sites().stream().map(SiteDefinition::zone).findFirst().orElse(ZoneOffset.UTC);
    }

    private static List<String> deviations(Register register, Protocol protocol, LocalDate day, Wording wording) {
        Phrases phrases = new Phrases(wording.words(), protocol);
        List<String> lines = new ArrayList<>();
        for (Casebook casebook : register.casebooks()) {
            Deviations.of(casebook, protocol, day)
                    .forEach(one -> lines.add(wording.say(
                            "report.deviation", casebook.id().value(), one.on().toString(), phrases.deviation(one))));
        }
        return lines;
    }

    /** A TrueType font of this machine that has Chinese letters. */
    public static Optional<Path> chineseFont() {
        return PaperFont.chinese();
    }
}
