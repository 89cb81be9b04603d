package org.trabecula.app.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Deviations;
import org.trabecula.study.conduct.Eligibility;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.ProtocolDeviation;
import org.trabecula.study.site.Role;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.visit.VisitStatus;

/**
 * One participant from screening to the last visit, step by step.
 *
 * @param enters whether the visitor may record anything
 */
record ParticipantPage(
        Casebook casebook,
        Protocol protocol,
        LocalDate today,
        boolean enters,
        VisitCard baseline,
        List<VisitCard> visits,
        Attempt attempt)
        implements Page {

    static ParticipantPage of(
            Register register, Casebook casebook, Protocol protocol, Today today, Visitor visitor, Attempt attempt) {
        LocalDate day = today.at(casebook);
        boolean enters = visitor.has(Role.COORDINATOR, Role.INVESTIGATOR)
                && Standing.of(casebook, protocol) != Standing.TRANSCRIBED;
        return new ParticipantPage(
                casebook,
                protocol,
                day,
                enters,
                VisitCard.baseline(register, casebook, protocol),
                VisitCard.followUps(register, casebook, protocol, day),
                attempt);
    }

    @Override
    public String template() {
        return "participant.jte";
    }

    public String id() {
        return casebook.id().value();
    }

    /** The address of something about this participant. */
    public String to(String rest) {
        return "/participants/" + id() + "/" + rest;
    }

    public Phrases phrases(Shell shell) {
        return new Phrases(shell.words(), protocol);
    }

    public Membership membership() {
        return casebook.membership();
    }

    public Standing standing() {
        return Standing.of(casebook, protocol);
    }

    public Allocation allocation() {
        return Allocation.of(casebook, protocol);
    }

    public List<ProtocolDeviation> deviations() {
        return Deviations.of(casebook, protocol, today);
    }

    public Eligibility eligibility() {
        return Eligibility.of(casebook, protocol);
    }

    /** Who sees and keeps the participant's identity. */
    public static boolean knowsIdentity(Shell shell) {
        return shell.has(Role.COORDINATOR, Role.INVESTIGATOR);
    }

    public List<Step> steps() {
        return Step.of(this);
    }

    public Step step(String id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
    }

    /** The screening form, where the protocol has one. */
    public Optional<VisitCard.FormLink> screening() {
        return protocol.form(VisitCard.SCREENING)
                .map(form -> VisitCard.link(casebook, protocol, form.id(), Timepoint.BASELINE));
    }

    /** The answers that a criterion looks at, as {@code label: value}; items without a value are left out. */
    public List<String> evidence(Eligibility.Finding finding, Words words) {
        return protocol.form(VisitCard.SCREENING)
                .map(form -> {
                    FormAnswers answers = new FormAnswers(form, casebook.form(VisitCard.SCREENING, Timepoint.BASELINE));
                    return finding.criterion().statement().fields().stream()
                            .flatMap(field -> form.item(field).stream())
                            .filter(item -> !answers.value(item.name()).isEmpty())
                            .map(item -> evidence(item, answers.value(item.name()), words))
                            .toList();
                })
                .orElse(List.of());
    }

    private static String evidence(Item item, String value, Words words) {
        return words.text(item.label()) + ": " + ItemWords.value(item, value, words);
    }

    /** Whether the visit can be held now or should have been. */
    public static boolean awaited(VisitCard visit) {
        VisitStatus status = visit.row().status();
        return status == VisitStatus.OPEN || status == VisitStatus.DUE || status == VisitStatus.OVERDUE;
    }

    /** Every segment at which an interbody cage may be planned, from cranial. */
    public static List<Segment> segments() {
        return Arrays.stream(Level.values())
                .flatMap(level -> level.below().map(below -> new Segment(level, below)).stream())
                .filter(segment -> segment.lower() != Level.S2)
                .toList();
    }

    public static List<CageMaterial> materials() {
        return Arrays.asList(CageMaterial.values());
    }

    /** What was taken over from another record, visit by visit. */
    public List<TranscriptLine> transcribed(Words words) {
        return casebook.visits().stream()
                .flatMap(visit -> visit.transcript().stream().map(one -> TranscriptLine.of(visit.at(), one, words)))
                .toList();
    }
}
