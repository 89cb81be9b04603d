package org.trabecula.study.conduct;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.trabecula.study.imaging.Lots;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.Journal;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.journal.Submission;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Rule;

/**
 * The only writer. It looks at the study as it is, lets a pure decision rule on the request, appends what was ruled, folds
 * it in, and answers. Safe for use by many threads; several programs may share one journal.
 *
 * <p>A decision and the versions that its drafts carry come from one look at the register. Nothing is locked while they are
 * appended: if somebody else was faster, the journal answers with a conflict, and the decision is taken again on what is now
 * true.
 */
public final class Desk {
    private static final int PATIENCE = 100;

    private final Protocol protocol;
    private final Journal journal;
    private final Clock clock;
    private final Lots lots;
    private final Register register = new Register();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** Folds the whole journal. Cases are dealt by lots that can be foreseen: for rehearsals. */
    public Desk(Protocol protocol, Journal journal, Clock clock) {
        this(protocol, journal, clock, Lots.rehearsed(protocol.id()));
    }

    /** Folds the whole journal. */
    public Desk(Protocol protocol, Journal journal, Clock clock, Lots lots) {
        this.protocol = protocol;
        this.journal = journal;
        this.clock = clock;
        this.lots = lots;
        catchUp();
    }

    public Protocol protocol() {
        return protocol;
    }

    /** The lots by which cases are dealt and hidden. */
    public Lots lots() {
        return lots;
    }

    /** What one look at the register comes to: an answer already, or drafts with the versions that were seen. */
    private sealed interface Prepared {
        record Answered(Answer answer) implements Prepared {}

        record Drafted(List<Draft> drafts) implements Prepared {}
    }

    /** Records the intent, durably, or says why not. */
    public Answer submit(Request request) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            catchUp();
            switch (read(() -> prepare(request))) {
                case Prepared.Answered(var answer) -> {
                    return answer;
                }
                case Prepared.Drafted(var drafts) -> {
                    if (journal.append(drafts) instanceof Appended.Committed(var entries)) {
                        takeIn(entries);
                        return new Answer.Recorded(entries);
                    }
                }
            }
        }
        throw new IllegalStateException("Others kept writing to the same record; nothing was saved");
    }

    /** Why the request would be refused as the study stands; empty when it would be recorded. Nothing is. */
    public List<Objection> objections(Request request) {
        catchUp();
        return read(() -> rule(request)) instanceof Ruling.Refuse(var objections) ? objections : List.of();
    }

    /** Looks at the study as it is now. The view must not keep the register beyond its call. */
    public <T> T view(Function<Register, T> view) {
        catchUp();
        return read(() -> view.apply(register));
    }

    /** The study as it was at a position, folded anew. */
    public Register asOf(long position) {
        Register past = new Register();
        journal.replay(0, position, past::after);
        return past;
    }

    /** The tree head at a position. */
    public Head headAt(long position) {
        return journal.headAt(position);
    }

    /** Every entry about one stream, in order. */
    public List<Entry> about(StreamId stream) {
        return journal.about(stream);
    }

    private <T> T read(Supplier<T> look) {
        lock.readLock().lock();
        try {
            return look.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void catchUp() {
        lock.writeLock().lock();
        try {
            journal.replay(register.position(), register::after);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What was just committed need not be read back, unless others came between. */
    private void takeIn(List<Entry> entries) {
        lock.writeLock().lock();
        try {
            if (!entries.isEmpty() && entries.getFirst().position() == register.position() + 1) {
                entries.forEach(register::after);
            }
        } finally {
            lock.writeLock().unlock();
        }
        catchUp();
    }

    /** Has to be one look: drafts at versions newer than the decision saw would overwrite what it did not see. */
    private Prepared prepare(Request request) {
        Optional<Answer> known = repeated(request);
        if (known.isPresent()) {
            return new Prepared.Answered(known.get());
        }
        return switch (rule(request)) {
            case Ruling.Refuse(var objections) -> new Prepared.Answered(new Answer.Refused(objections));
            case Ruling.Say(var sayings) -> new Prepared.Drafted(drafts(request, sayings));
        };
    }

    private Optional<Answer> repeated(Request request) {
        Optional<Noted<String>> before = request.key().flatMap(register::submission);
        return before.map(noted -> noted.what().equals(fingerprint(request))
                ? new Answer.Recorded(List.of())
                : new Answer.Refused(List.of(Objection.to("", Rule.KEY_REUSED))));
    }

    private static String fingerprint(Request request) {
        String said = request.actor().user() + "\n" + request.intent() + "\n" + request.reason();
        return Hash.sha256(said.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private List<Draft> drafts(Request request, List<Ruling.Saying> sayings) {
        Instant now = clock.instant();
        Optional<Submission> submission = request.key().map(key -> new Submission(key, fingerprint(request)));
        Map<StreamId, Long> versions = new HashMap<>();
        List<Draft> drafts = new ArrayList<>();
        for (Ruling.Saying saying : sayings) {
            long version = versions.merge(saying.about(), register.version(saying.about()), (next, _) -> next + 1);
            drafts.add(new Draft(
                    saying.about(),
                    version,
                    now,
                    request.actor(),
                    request.reason(),
                    drafts.isEmpty() ? submission : Optional.empty(),
                    saying.fact()));
        }
        return drafts;
    }

    private Ruling rule(Request request) {
        Optional<Objection> duty = Duties.objection(request.actor(), request.intent());
        if (duty.isPresent()) {
            return new Ruling.Refuse(List.of(duty.get()));
        }
        Optional<Objection> lock = Locking.objection(register, request.intent());
        if (lock.isPresent()) {
            return new Ruling.Refuse(List.of(lock.get()));
        }
        Decision d = new Decision(register, protocol, lots, request, clock.instant());
        return switch (request.intent()) {
            case Intent.Screen intent -> Screening.screen(d, intent);
            case Intent.CorrectScreening intent -> Screening.correct(d, intent);
            case Intent.Plan intent -> Admission.plan(d, intent);
            case Intent.Invite intent -> Admission.invite(d, intent);
            case Intent.Consent intent -> Admission.consent(d, intent);
            case Intent.Decline intent -> Leaving.decline(d, intent);
            case Intent.Withdraw intent -> Leaving.withdraw(d, intent);
            case Intent.Reinstate intent -> Leaving.reinstate(d, intent);
            case Intent.ChangeIdentity(var id, var fields) ->
                Admission.identity(d, id, new ParticipantFact.IdentityRecorded(fields));
            case Intent.ViewIdentity(var id) -> Admission.identity(d, id, new ParticipantFact.IdentityViewed());
            case Intent.SaveForm intent -> Capture.save(d, intent);
            case Intent.RecordSurgery intent -> Theatre.record(d, intent);
            case Intent.HoldVisit intent -> Attendance.hold(d, intent);
            case Intent.MissVisit intent -> Attendance.miss(d, intent);
            case Intent.ReceiveImages intent -> Filing.receive(d, intent);
            case Intent.FileImages intent -> Filing.file(d, intent);
            case Intent.RefileImages intent -> Filing.refile(d, intent);
            case Intent.ReleaseImages intent -> Inspection.release(d, intent);
            case Intent.BlankImage intent -> Inspection.blank(d, intent);
            case Intent.SetImagesAside intent -> Inspection.leaveOut(d, intent);
            case Intent.ReceiveOtherPixels intent -> Inspection.dispute(d, intent);
            case Intent.SettleOtherPixels intent -> Inspection.settle(d, intent);
            case Intent.ConfirmCoverage(var images) -> Inspection.coverage(d, images);
            case Intent.AcceptImagesAnyway(var images) -> Inspection.accept(d, images);
            case Intent.PlaceScrews intent -> Loosening.place(d, intent);
            case Intent.SignLoosening intent -> Loosening.sign(d, intent);
            case Intent.SubmitRead intent -> Reading.submit(d, intent);
            case Intent.SubmitReread intent -> Reading.submitAgain(d, intent);
            case Intent.Adjudicate intent -> Reading.adjudicate(d, intent);
            case Intent.NoteProposal intent -> Assistance.proposed(d, intent);
            case Intent.NoteScrews intent -> Assistance.measured(d, intent);
            case Intent.DealWaiting _ -> Dealing.waiting(d);
            case Intent.DealAnew intent -> Dealing.anew(d, intent);
            case Intent.ReportSafety intent -> Vigilance.report(d, intent);
            case Intent.CorrectSafety intent -> Vigilance.correct(d, intent);
            case Intent.RuleOutReoperation intent -> Vigilance.ruleOut(d, intent);
            case Intent.RetractSafety intent -> Vigilance.retract(d, intent);
            case Intent.OpenAccount intent -> Staffing.open(d, intent);
            case Intent.ChangeGrants intent -> Staffing.change(d, intent);
            case Intent.CloseAccount intent -> Staffing.close(d, intent);
            case Intent.ResetSecret intent -> Staffing.reset(d, intent);
            case Intent.NoteSecretChosen intent -> Staffing.chosen(d, intent);
            case Intent.NoteSignIn(var user) -> Staffing.fact(new org.trabecula.study.site.SiteFact.SignedIn(user));
            case Intent.NoteRefusedSignIn(var user, var why) ->
                Staffing.fact(new org.trabecula.study.site.SiteFact.SignInRefused(user, why));
            case Intent.ChangeDesign intent -> Designing.change(d, intent);
            case Intent.SignDesign intent -> Designing.sign(d, intent);
            case Intent.ProposeLock intent -> Locking.propose(d, intent);
            case Intent.Lock intent -> Locking.lock(d, intent);
            case Intent.ProposeUnlock intent -> Locking.proposeUnlock(d, intent);
            case Intent.Unlock intent -> Locking.unlock(d, intent);
            case Intent.AdoptProtocol intent -> Staffing.adopt(d, intent);
            case Intent.Transcribe intent -> Transcription.decide(d, intent);
        };
    }
}
