package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.form.FormFact;
import org.trabecula.study.form.FormRecord;
import org.trabecula.study.implant.ImplantFact;
import org.trabecula.study.implant.Operation;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyState;
import org.trabecula.study.visit.VisitFact;
import org.trabecula.study.visit.VisitState;

/**
 * One participant, as the journal tells it. Immutable; {@link #after} gives the next state.
 *
 * @param entries how many entries tell about the participant
 * @param visits what is recorded of them, in the order of time
 */
public record Casebook(
        ParticipantId id,
        long entries,
        Membership membership,
        Optional<Operation> operation,
        List<VisitState> visits,
        Map<FormKey, FormRecord> forms,
        SafetyState safety) {
    private static final Map<FormKey, FormRecord> NO_FORMS = Collections.unmodifiableMap(new HashMap<>());

    public Casebook {
        visits = List.copyOf(visits);
        forms = Collections.unmodifiableMap(forms);
    }

    static Casebook unknown(ParticipantId id) {
        return new Casebook(id, 0, Membership.unknown(), Optional.empty(), List.of(), NO_FORMS, SafetyState.nothing());
    }

    public String site() {
        return membership.site();
    }

    public Optional<Surgery> surgery() {
        return operation.map(Operation::surgery);
    }

    /** The last day of which anything is collected: that of the withdrawal or the death; empty while neither is recorded. */
    public Optional<LocalDate> left() {
        return Stream.concat(
                        membership.withdrawn().stream().map(one -> one.what().on()),
                        safety.death().stream().map(one -> one.what().on()))
                .min(Comparator.naturalOrder());
    }

    /** The form as it stands; revision 0 when it was never saved. */
    public FormRecord form(String form, Timepoint visit) {
        return forms.getOrDefault(new FormKey(form, visit), FormRecord.NEVER_SAVED);
    }

    public VisitState visit(Timepoint at) {
        for (VisitState visit : visits) {
            if (visit.at().equals(at)) {
                return visit;
            }
        }
        return VisitState.unknown(at);
    }

    /** The state after one more entry about this participant. */
    Casebook after(Entry entry) {
        long at = entry.position();
        long next = entry.version() + 1;
        return switch (entry.fact()) {
            case ParticipantFact fact ->
                new Casebook(id, next, membership.after(fact, at), operation, visits, forms, safety);
            case ImplantFact fact ->
                new Casebook(id, next, membership, Optional.of(operated(fact, at)), visits, forms, safety);
            case VisitFact fact -> new Casebook(id, next, membership, operation, visited(fact, at), forms, safety);
            case FormFact.FormSaved fact ->
                new Casebook(id, next, membership, operation, visits, written(fact, entry), safety);
            case SafetyFact fact ->
                new Casebook(id, next, membership, operation, visits, forms, safety.after(fact, at));
            default -> throw new IllegalStateException("No chapter of a casebook knows " + entry.fact());
        };
    }

    private Operation operated(ImplantFact fact, long at) {
        return switch (fact) {
            case ImplantFact.SurgeryPerformed performed -> Operation.of(performed, at);
            case ImplantFact.SurgeryCorrected corrected ->
                operation
                        .map(known -> known.after(corrected, at))
                        .orElseThrow(() -> new IllegalStateException(id + ": no surgery to correct"));
        };
    }

    private List<VisitState> visited(VisitFact fact, long at) {
        Timepoint visit = switch (fact) {
            case VisitFact.VisitHeld held -> held.visit();
            case VisitFact.VisitMissed missed -> missed.visit();
            case VisitFact.ImagesFiled filed -> filed.visit();
            case VisitFact.ImagesTakenBack back -> back.visit();
            case VisitFact.OutcomesTranscribed transcribed -> transcribed.visit();
        };
        List<VisitState> next = new ArrayList<>(visits);
        next.removeIf(known -> known.at().equals(visit));
        next.add(visit(visit).after(fact, at));
        next.sort(Comparator.comparing(VisitState::at));
        return next;
    }

    private Map<FormKey, FormRecord> written(FormFact.FormSaved fact, Entry entry) {
        Map<FormKey, FormRecord> next = new HashMap<>(forms);
        FormRecord before = form(fact.form(), fact.visit());
        next.put(
                new FormKey(fact.form(), fact.visit()),
                before.after(fact, entry.position(), entry.actor().user()));
        return next;
    }
}
