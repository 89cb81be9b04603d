package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.study.implant.Operation;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.participant.ParticipantFact.ConsentGiven;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.ProtocolDeviation;

/**
 * Deviations on the way into the study. A first record that would be one is refused; a correction is not, because what really
 * happened has to stand in the record, and then it follows from the record that the protocol was departed from.
 */
record EnrolmentDeviations(Casebook casebook, Protocol protocol) {

    List<ProtocolDeviation> all() {
        List<ProtocolDeviation> found = new ArrayList<>();
        invitedBeforePlan().ifPresent(found::add);
        casebook.membership().firstConsent().ifPresent(consent -> {
            consentBeforeInvitation(consent).ifPresent(found::add);
            notEligible(consent).ifPresent(found::add);
            consentAfterSurgery(consent).ifPresent(found::add);
            found.addAll(visitsBefore(consent));
        });
        casebook.operation().ifPresent(operation -> found.addAll(baselineAfter(operation)));
        return found;
    }

    private Optional<ProtocolDeviation> invitedBeforePlan() {
        Membership membership = casebook.membership();
        return membership
                .invited()
                .flatMap(invited -> membership
                        .firstPlan()
                        .filter(plan -> invited.what().on().isBefore(plan.what().on()))
                        .map(plan -> new ProtocolDeviation(
                                "invited-before-plan",
                                invited.what().on(),
                                List.of(
                                        invited.what().on().toString(),
                                        plan.what().on().toString()),
                                List.of(plan.position(), invited.position()))));
    }

    private Optional<ProtocolDeviation> consentBeforeInvitation(Noted<ConsentGiven> consent) {
        return casebook.membership()
                .invited()
                .filter(invited -> consent.what().on().isBefore(invited.what().on()))
                .map(invited -> new ProtocolDeviation(
                        "consent-before-invitation",
                        consent.what().on(),
                        List.of(
                                consent.what().on().toString(),
                                invited.what().on().toString()),
                        List.of(invited.position(), consent.position())));
    }

    private Optional<ProtocolDeviation> notEligible(Noted<ConsentGiven> consent) {
        String failed = Eligibility.of(casebook, protocol).unmet().stream()
                .map(criterion -> criterion.id())
                .collect(Collectors.joining(", "));
        List<Long> positions = new ArrayList<>(
                casebook.form(Admission.SCREENING_FORM, Admission.SCREENING_AT).positions().values().stream()
                        .distinct()
                        .sorted()
                        .toList());
        positions.add(consent.position());
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProtocolDeviation(
                        "enrolled-not-eligible", consent.what().on(), List.of(failed), positions));
    }

    private Optional<ProtocolDeviation> consentAfterSurgery(Noted<ConsentGiven> consent) {
        LocalDate given = consent.what().on();
        return casebook.operation()
                .filter(operation -> operation.surgery().on().isBefore(given))
                .map(operation -> new ProtocolDeviation(
                        "consent-after-surgery",
                        operation.surgery().on(),
                        List.of(given.toString(), operation.surgery().on().toString()),
                        List.of(consent.position(), operation.trail().getLast())));
    }

    private List<ProtocolDeviation> visitsBefore(Noted<ConsentGiven> consent) {
        LocalDate given = consent.what().on();
        return casebook.visits().stream()
                .filter(visit -> visit.held().filter(given::isAfter).isPresent())
                .map(visit -> new ProtocolDeviation(
                        "visit-before-consent",
                        visit.held().orElseThrow(),
                        List.of(
                                visit.at().toString(),
                                visit.held().orElseThrow().toString(),
                                given.toString()),
                        visit.trail()))
                .toList();
    }

    /** By the order of the journal: the baseline was written down when the surgery was known already. */
    private List<ProtocolDeviation> baselineAfter(Operation operation) {
        long operated = operation.trail().getFirst();
        return protocol.forms().stream()
                .filter(form -> !form.beforeConsent())
                .map(FormDefinition::id)
                .filter(form -> casebook.form(form, Timepoint.BASELINE).begun() > operated)
                .map(form -> new ProtocolDeviation(
                        "baseline-after-surgery",
                        operation.surgery().on(),
                        List.of(form),
                        List.of(
                                operated,
                                casebook.form(form, Timepoint.BASELINE).begun())))
                .toList();
    }
}
