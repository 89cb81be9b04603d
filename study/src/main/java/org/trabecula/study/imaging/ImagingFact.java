package org.trabecula.study.imaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** What happens to images and in the reading room. */
public sealed interface ImagingFact extends Fact {

    /** Images arrived, were de-identified and stored; they may still wait to be matched to a participant. */
    record ImagingStudyReceived(Modality modality, List<ReceivedSeries> series) implements ImagingFact {
        public ImagingStudyReceived {
            series = List.copyOf(series);
        }
    }

    /** A person saw the pixels of these images, by their UIDs, and nothing in them tells whose they are. */
    record ImagesReleased(List<String> uids) implements ImagingFact {
        public ImagesReleased {
            uids = List.copyOf(uids);
        }
    }

    /**
     * A person saw the pixels of an image and had some of them blanked.
     *
     * @param sha256 of the file that takes the image's place
     */
    record ImageBlanked(String uid, String sha256, List<PixelBox> boxes) implements ImagingFact {
        public ImageBlanked {
            boxes = List.copyOf(boxes);
        }
    }

    /** A person saw these images and found them of no use to the study, such as a dose report. */
    record ImagesSetAside(List<String> uids) implements ImagingFact {
        public ImagesSetAside {
            uids = List.copyOf(uids);
        }
    }

    /** Other pixels came under the UID of an image that is there: they wait, and the site is asked which are right. */
    record OtherPixelsArrived(ReceivedInstance newcomer) implements ImagingFact {}

    /**
     * The site answered which of two images with one UID is right.
     *
     * @param sha256 of the one that came later
     * @param newcomer whether the later one takes the place of the first
     */
    record OtherPixelsSettled(String uid, String sha256, boolean newcomer) implements ImagingFact {}

    /** A person saw that the images show all that is to be judged on them. */
    record CoverageConfirmed() implements ImagingFact {}

    /** The images fall short of the charter, and somebody accepted them nevertheless. */
    record ImagesAcceptedAnyway() implements ImagingFact {}

    /** The images became a blinded case: what is to be judged on them, how thick the screws are, and nothing else. */
    record CaseOpened(List<ScrewSite> screws, List<Segment> segments, Optional<KnownDiameters> diameters)
            implements ImagingFact {
        public CaseOpened(List<ScrewSite> screws, List<Segment> segments) {
            this(screws, segments, Optional.empty());
        }

        public CaseOpened {
            screws = List.copyOf(screws);
            segments = List.copyOf(segments);
        }
    }

    /**
     * What is to be judged was put right after the case was opened. The reads made before stay in the journal and no longer
     * count: they judged something else.
     */
    record CaseReopened(List<ScrewSite> screws, List<Segment> segments, Optional<KnownDiameters> diameters)
            implements ImagingFact {
        public CaseReopened(List<ScrewSite> screws, List<Segment> segments) {
            this(screws, segments, Optional.empty());
        }

        public CaseReopened {
            screws = List.copyOf(screws);
            segments = List.copyOf(segments);
        }
    }

    /** The images belong to a visit that is not read; to whose is not said here. */
    record ImagesKept() implements ImagingFact {}

    /** The images turned out to belong to a visit that is not read, or to none that is known; nobody is to read them now. */
    record CaseClosed() implements ImagingFact {}

    /** The images belong elsewhere; what is to be judged on them is the same, and so the reads stand. */
    record ImagesRefiled() implements ImagingFact {}

    /** These readers, and nobody else, are to read the case. */
    record CaseDealt(List<String> readers) implements ImagingFact {
        public CaseDealt {
            readers = List.copyOf(readers);
        }
    }

    /** A reader who has not read the case will not; somebody else is to. */
    record ReaderReplaced(String reader, String by) implements ImagingFact {}

    /** A reader who has read the case will find it once more among his cases, from a day on. */
    record RereadDealt(String reader, LocalDate from) implements ImagingFact {}

    /**
     * A reader said where the screws lie, so that nothing but their surroundings is shown while they are judged.
     *
     * @param again whether for a read that is made a second time
     * @param axes of the screws that can be seen, one on each image of a radiograph, one in each series of a CT
     */
    record ScrewsPlaced(String reader, boolean again, List<Measurement> axes) implements ImagingFact {
        public ScrewsPlaced {
            axes = List.copyOf(axes);
        }
    }

    /**
     * A reader judged the screws and signed; the segments are still to be judged.
     *
     * @param again whether for a read that is made a second time
     * @param findings about the screws alone
     */
    record LooseningSigned(String reader, boolean again, Findings findings, Attestation attestation)
            implements ImagingFact {}

    /** One of the independent first readers judged the case. So it was told before reads were signed. */
    record ReadSubmitted(String reader, Findings findings) implements ImagingFact {}

    /** One of the independent first readers judged the case and signed. */
    record ReadSigned(String reader, Findings findings, Attestation attestation) implements ImagingFact {}

    /** A reader judged the case a second time, not knowing that, and signed. It settles nothing. */
    record RereadSigned(String reader, Findings findings, Attestation attestation) implements ImagingFact {}

    /** A reader clicked in a vertebra and was shown where the rule would measure it. */
    record RegionsProposed(String reader, BoneProposal proposal) implements ImagingFact {}

    /** The assistant measured at the screws, after a read of the case was signed. It settles nothing. */
    record ScrewsMeasured(ScrewMeasurements measured) implements ImagingFact {}

    /** The first readers differed; a third person judged the case. So it was told before decisions were signed. */
    record AdjudicationSubmitted(String adjudicator, Findings findings) implements ImagingFact {}

    /** The first readers differed; a third person judged the case and signed. */
    record AdjudicationSigned(String adjudicator, Findings findings, Attestation attestation) implements ImagingFact {}
}
