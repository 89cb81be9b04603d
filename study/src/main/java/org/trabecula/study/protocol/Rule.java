package org.trabecula.study.protocol;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * Every rule by which the program refuses, with its sentence. The id is the name in lower case with hyphens. Places such as
 * {0} are filled with the objection's arguments.
 */
public enum Rule {
    NOT_YOUR_DUTY("Your role ({0}) does not do this; it is done by: {1}."),
    NOT_YOUR_SITE("You act for site {0}; this belongs to another site."),
    UNKNOWN_PARTICIPANT("There is no participant {0}."),
    UNKNOWN_SITE("The protocol has no site {0}."),
    KEY_REUSED("This save was already made with other content; reload the page before you save again."),
    REASON_REQUIRED("A change to what is already recorded needs a reason."),
    DATE_IN_FUTURE("{0} lies in the future."),
    DATE_BEFORE("{0} lies before {1} ({2})."),
    VALUE_REQUIRED("This has to be filled in."),
    NOT_ELIGIBLE("The participant does not meet every criterion: {0}."),
    ELIGIBILITY_UNKNOWN("Eligibility is not known yet; still missing: {0}."),
    PLAN_BEFORE_INVITATION("A participant is invited only after the surgical plan is recorded."),
    PLAN_NEEDS_SEGMENT("A surgical plan names at least one segment."),
    NOT_A_SEGMENT("{0} is no segment: a segment is two neighbouring levels, such as L4/L5."),
    SEGMENTS_APART("The segments {0} do not adjoin. Missing between them: {1}."),
    INVITED_ALREADY("The participant was already invited on {0}."),
    INVITATION_BEFORE_CONSENT("Consent is recorded only after the participant was invited."),
    CONSENT_VERSION("The protocol has no consent document of version {0}; it has: {1}."),
    CONSENT_GIVEN_ALREADY("Consent to version {0} was already recorded on {1}."),
    CONSENT_BEFORE_DATA(
            "Study data may be recorded only after consent: record its version, date and who obtained it first."),
    CONSENT_AFTER_DATE("Consent was given on {0}; this date ({1}) lies before it."),
    CONSENT_DECLINED("The participant declined on {0}; nothing later is recorded, and no consent."),
    WITHDRAWN("The participant withdrew on {0}; nothing later is recorded."),
    NOT_LEFT("It is not recorded that the participant declined or withdrew."),
    TRANSCRIBED("This participant was transcribed from another record; new data are not added here."),
    UNKNOWN_FORM("The protocol has no form {0}."),
    FORM_NOT_AT_VISIT("Form {0} does not belong to visit {1}."),
    BASELINE_AFTER_SURGERY("The surgery is already recorded: a baseline that is written down later needs a reason."),
    FORM_CHANGED_MEANWHILE(
            "{0} saved this form after you opened it. Nothing of yours was saved; compare both and save again."),
    NOTHING_CHANGED("Nothing was changed, so nothing was saved."),
    UNKNOWN_ITEM("The form has no item {0}."),
    ITEM_CALCULATED("{0} is calculated and cannot be entered."),
    ITEM_HIDDEN("{0} does not apply with the other answers."),
    NOT_A_WHOLE_NUMBER("{0} is not a whole number."),
    NOT_A_NUMBER("{0} is not a number."),
    NOT_A_DATE("{0} is not a date; write it like 2026-03-31."),
    NOT_A_CHOICE("{0} is not one of the choices: {1}."),
    TOO_LOW("{0} is below the lowest value allowed, {1}."),
    TOO_HIGH("{0} is above the highest value allowed, {1}."),
    TOO_LONG("The text has {0} characters; at most {1} are kept."),
    CONTROL_CHARACTER("The text has an unprintable character at place {0}."),
    EDIT_CHECK("{0}"),
    UNKNOWN_VISIT("The protocol has no visit {0}."),
    SURGERY_BEFORE_VISITS("Visits are counted from the surgery; record the surgery first."),
    VISIT_BEFORE_DATA("Record the date of visit {0} before its data."),
    VISIT_HELD_ALREADY("Visit {0} was already held on {1}."),
    SCREW_LEVEL_OUTSIDE("A screw at {0} does not belong to the fused segments {1}."),
    SCREW_SIZE("The screw at {0} has an impossible size: diameter {1} mm, length {2} mm."),
    CAGE_OUTSIDE("A cage at {0} does not belong to the fused segments {1}."),
    SURGERY_INCOMPLETE("The surgery lacks: {0}."),
    UNKNOWN_IMAGES("There are no images {0}."),
    IMAGES_FILED_ALREADY("These images already belong to a visit."),
    CASE_ALREADY_READ("Somebody has read these images already; no more are added to them."),
    UNKNOWN_IMAGE("These images have no image {0}."),
    IMAGE_DECIDED("Somebody has decided on this image already."),
    IMAGES_UNSEEN("Look at every image before you release it; not seen yet: {0}."),
    BOX_REQUIRED("Say which part of the image is to be blanked."),
    NOT_A_BOX("{0} is no part of the image; write left, top, width and height in pixels, such as 10,20,200,30."),
    NO_SHORTFALL("The images meet the charter, or readers have read them; there is nothing to accept."),
    NO_OVERRIDE("The charter lets nobody accept images that fall short."),
    UNKNOWN_REPORT("The participant has no such report: entry {0}."),
    SURGERY_BEFORE_REOPERATION("A re-operation comes after the surgery; record the surgery first."),
    SCREW_NOT_THERE("The construct has no screw at {0}; it has: {1}."),
    CAGE_NOT_THERE("The construct has no cage at {0}; it has: {1}."),
    WORK_UNSAID("Say either what was done at the construct, or that nothing was."),
    REOPERATION_UNFIT("The re-operation of {0} does not fit this surgery; put the re-operation right first."),
    DIED("The participant died on {0}; nothing later is recorded."),
    DEATH_RECORDED("The death is recorded already, on {0}; put that record right instead."),
    RECORDED_AFTER_DEATH("After this day stands {0}, on {1}; put one of the two dates right first."),
    REPORT_NAMED("The re-operation of {0} names this report; put that right first."),
    NOT_ASKED("Nothing is asked about entry {0}."),
    CASE_NOT_OPEN("This case is not open for reading."),
    READ_ALREADY("You have already read this case; a read is not changed."),
    LOOSENING_FIRST("Judge and sign the screws of this case first."),
    LOOSENING_SIGNED("You have signed your findings on the screws; they are not changed."),
    SCREW_PLACED_TWICE("{0} is placed more than once on one image."),
    READS_COMPLETE("This case has all the reads that the charter asks for."),
    NOT_DEALT("This case was dealt to other readers."),
    NOTHING_TO_DEAL("There is no case to deal."),
    NO_OTHER_READER("There is no other reader to whom these cases could be dealt."),
    CHARTER_CHANGED("The reading charter is now version {0}; this sheet was made under {1}. Open the case again."),
    READ_INCOMPLETE("The read lacks a finding for: {0}."),
    READ_FOREIGN("The case has no {0}."),
    READ_VALUE("{0}: {1} is not possible."),
    MEASUREMENT_FOREIGN(
            "A measurement on this sheet belongs to nothing in the case, or lies outside its image: {0}. Take it away and measure again."),
    MEASUREMENT_DIFFERS("{0}: the page says {1}, what was drawn comes to {2}. Measure it again, or type the value."),
    ASSISTANT_WAITS("What the assistant measures is shown only after your own read is signed."),
    GUESS_REQUIRED("Name the arm that you believe in, or say that you have no idea."),
    CERTAINTY_REQUIRED("Say how sure you are of the arm that you name, from 1 to 5; without a guess leave it out."),
    SIGNATURE_REFUSED("This is not your password; nothing was signed."),
    SIGNATURE_PAUSED("Too many wrong passwords; wait a few minutes before you sign."),
    ADJUDICATION_UNEXPLAINED("The charter asks for a comment: say what decided."),
    NO_DISPUTE("The readers do not differ on this case, so there is nothing to adjudicate."),
    ADJUDICATOR_READ("You read this case yourself; somebody else has to adjudicate it."),
    ACCOUNT_NAME("An account name has 2 to 40 letters, digits, dots or hyphens."),
    ACCOUNT_EXISTS("The account name {0} was used before and is never given again."),
    UNKNOWN_ACCOUNT("There is no open account {0}."),
    GRANT_REQUIRED("An account needs at least one role."),
    ADMINISTRATOR_EVERYWHERE("An administrator opens accounts for the whole study; choose every site."),
    MASKED_ROLE_ALONE("Readers and adjudicators must not learn the arm; these roles cannot be combined with others."),
    LAST_ADMINISTRATOR("Somebody has to remain administrator."),
    UNKNOWN_ARM("The protocol has no arm {0}; it has: {1}."),
    ARM_DIFFERS("{0} was recorded with arm {1}, not {2}."),
    TRANSCRIBED_DIFFERENTLY("{0} was transcribed for month {1} before, with other values; the import changes nothing."),
    SUBJECT_IS_CAPTURED("{0} is a participant whose data are captured here; transcribed rows cannot be mixed in."),
    NO_ANALYSIS_PLAN("The protocol has no analysis plan."),
    DESIGN_TERM("{0} is no covariate of the analysis plan."),
    DESIGN_OUTDATED("The plan or the terms of the model changed after this page was made; look at the design again."),
    DESIGN_SIGNED("This design is signed already."),
    DATA_LOCKED("The data were locked on {0} by {1} and {2}; nothing more is entered until two people unlock them."),
    NOT_LOCKED("The data are not locked."),
    NOTHING_PROPOSED("Nobody has proposed this, or somebody has proposed something else since; load the page again."),
    SECOND_PERSON("You proposed this yourself; a second person has to agree."),
    DATA_MOVED(
            "Data were recorded after position {0}, up to which the data were called complete; propose the lock anew."),
    PROTOCOL_VERSION(
            "Protocol version {0} is already in force with other content; give the changed protocol a new version.");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence with its places unfilled, as a pattern of {@link MessageFormat}. */
    public String pattern() {
        return sentence;
    }

    /** The English sentence. */
    public String sentence(List<String> arguments) {
        return MessageFormat.format(sentence.replace("'", "''"), arguments.toArray());
    }
}
