package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.BoneProposal;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.PixelBox;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.imaging.ScrewMeasurements;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.milestone.DataCut;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.site.Grant;
import org.trabecula.study.spine.Segment;

/** What somebody wants to record. The Desk decides whether it becomes fact. */
public sealed interface Intent {

    record Screen(String site, LocalDate on) implements Intent {}

    /** Put the day of screening right. */
    record CorrectScreening(ParticipantId id, LocalDate on) implements Intent {}

    record Plan(ParticipantId id, LocalDate on, List<Segment> segments, CageMaterial cage, String reasonForCage)
            implements Intent {}

    record Invite(ParticipantId id, LocalDate on) implements Intent {}

    record Consent(ParticipantId id, String version, LocalDate on, String obtainedBy) implements Intent {}

    record Decline(ParticipantId id, LocalDate on) implements Intent {}

    record Withdraw(ParticipantId id, LocalDate on, String why) implements Intent {}

    /** That the person declined or withdrew was entered in error. */
    record Reinstate(ParticipantId id) implements Intent {}

    /** Note that the vault's identity of a participant is being changed, before it is. */
    record ChangeIdentity(ParticipantId id, List<String> fields) implements Intent {}

    /** Note that somebody looks up who a participant is, before it is shown. */
    record ViewIdentity(ParticipantId id) implements Intent {}

    /**
     * Save a form.
     *
     * @param seen the revision that was on the screen
     * @param values every item that was on the screen; the empty text means no value
     */
    record SaveForm(ParticipantId id, String form, Timepoint visit, long seen, SortedMap<String, String> values)
            implements Intent {}

    /** Record the surgery, or put its record right. */
    record RecordSurgery(ParticipantId id, Surgery surgery) implements Intent {}

    record HoldVisit(ParticipantId id, Timepoint visit, LocalDate on) implements Intent {}

    record MissVisit(ParticipantId id, Timepoint visit, String why) implements Intent {}

    record ReceiveImages(ImagingStudyId images, Modality modality, List<ReceivedSeries> series) implements Intent {}

    record FileImages(ParticipantId id, Timepoint visit, ImagingStudyId images) implements Intent {}

    /**
     * Take images out of the visit to which they do not belong.
     *
     * @param id the participant under whom they are filed now
     * @param to where they belong; empty sends them back to the inbox
     */
    record RefileImages(ParticipantId id, ImagingStudyId images, Optional<Place> to) implements Intent {}

    /**
     * Let images be seen, by their UIDs, after looking at their pixels.
     *
     * @param uids of images that wait
     */
    record ReleaseImages(ImagingStudyId images, List<String> uids) implements Intent {}

    /**
     * Put a file in an image's place in which some pixels are blanked. A reason is needed once the image was released.
     *
     * @param sha256 of that file
     */
    record BlankImage(ImagingStudyId images, String uid, String sha256, List<PixelBox> boxes) implements Intent {}

    /** Leave images out that are of no use to the study. */
    record SetImagesAside(ImagingStudyId images, List<String> uids) implements Intent {}

    /** Note that other pixels came under the UID of an image that is there. */
    record ReceiveOtherPixels(ImagingStudyId images, ReceivedInstance newcomer) implements Intent {}

    /**
     * Answer which of two images with one UID is right.
     *
     * @param sha256 of the one that came later
     * @param newcomer whether it takes the place of the first
     */
    record SettleOtherPixels(ImagingStudyId images, String uid, String sha256, boolean newcomer) implements Intent {}

    /** Say that the images show all that is to be judged on them. */
    record ConfirmCoverage(ImagingStudyId images) implements Intent {}

    /** Accept images that fall short of the charter, with a reason. */
    record AcceptImagesAnyway(ImagingStudyId images) implements Intent {}

    /**
     * Say where the screws lie.
     *
     * @param again whether for a read that is made a second time
     */
    record PlaceScrews(ImagingStudyId images, boolean again, List<Measurement> axes) implements Intent {
        public PlaceScrews {
            axes = List.copyOf(axes);
        }
    }

    /**
     * Sign what one found about the screws, before the segments are judged.
     *
     * @param again whether for a read that is made a second time
     */
    record SignLoosening(ImagingStudyId images, boolean again, Findings findings, Attestation attestation)
            implements Intent {}

    /**
     * Hand in a first read.
     *
     * @param attestation empty where nobody signs: in rehearsals
     */
    record SubmitRead(ImagingStudyId images, Findings findings, Optional<Attestation> attestation) implements Intent {
        public SubmitRead(ImagingStudyId images, Findings findings) {
            this(images, findings, Optional.empty());
        }
    }

    /** Read once more what one has read before. */
    record SubmitReread(ImagingStudyId images, Findings findings, Attestation attestation) implements Intent {}

    /**
     * Decide what the first readers differ on.
     *
     * @param attestation empty where nobody signs: in rehearsals
     */
    record Adjudicate(ImagingStudyId images, Findings findings, Optional<Attestation> attestation) implements Intent {
        public Adjudicate(ImagingStudyId images, Findings findings) {
            this(images, findings, Optional.empty());
        }
    }

    /** Note what regions a reader is shown, before they are. */
    record NoteProposal(ImagingStudyId images, BoneProposal proposal) implements Intent {}

    /** Note what the assistant measured at the screws of a case that somebody has read. */
    record NoteScrews(ImagingStudyId images, ScrewMeasurements measured) implements Intent {}

    /** Deal the cases that came when there were too few readers. */
    record DealWaiting() implements Intent {}

    /** Give what a reader owes to others: a reader who has left, or has not read in the charter's time. */
    record DealAnew(String reader) implements Intent {}

    record ReportSafety(ParticipantId id, SafetyFact.Report event) implements Intent {}

    /**
     * Put a report right.
     *
     * @param report the journal position of the report
     * @param event the whole report as it is now known
     */
    record CorrectSafety(ParticipantId id, long report, SafetyFact.Report event) implements Intent {}

    /**
     * Say that an adverse event whose grade asks for it led to no re-operation.
     *
     * @param event the journal position of its report
     */
    record RuleOutReoperation(ParticipantId id, long event) implements Intent {}

    /**
     * Take back a report that should never have been made.
     *
     * @param report the journal position of the report
     */
    record RetractSafety(ParticipantId id, long report) implements Intent {}

    record OpenAccount(String user, String fullName, List<Grant> grants) implements Intent {}

    record ChangeGrants(String user, List<Grant> grants) implements Intent {}

    record CloseAccount(String user) implements Intent {}

    record ResetSecret(String user) implements Intent {}

    /** Note that somebody chose a secret with a one-time link. */
    record NoteSecretChosen(String user) implements Intent {}

    record NoteSignIn(String user) implements Intent {}

    record NoteRefusedSignIn(String user, String why) implements Intent {}

    /**
     * Take other covariates of the plan into the propensity model, with a reason.
     *
     * @param plan fingerprint of the plan that was on the screen
     */
    record ChangeDesign(String plan, List<String> terms) implements Intent {}

    /**
     * Sign the propensity model that was on the screen.
     *
     * @param design its hash
     * @param position of the journal at which it was fitted
     */
    record SignDesign(String plan, List<String> terms, String design, long position, Signature signature)
            implements Intent {}

    /** Say, as the first of two, that the data are complete up to a cut. */
    record ProposeLock(DataCut cut, Signature signature) implements Intent {}

    /** Agree, as the second, to the proposal at a journal position. */
    record Lock(long proposal, Signature signature) implements Intent {}

    /** Ask, as the first of two, with a reason, to enter data again. */
    record ProposeUnlock(Signature signature) implements Intent {}

    /** Agree, as the second, to the proposal at a journal position. */
    record Unlock(long proposal, Signature signature) implements Intent {}

    record AdoptProtocol(String name, String version, SortedMap<String, String> files) implements Intent {}

    /** Take over outcomes from another record, all rows or none. */
    record Transcribe(String site, String source, List<TranscribedRow> rows) implements Intent {}
}
