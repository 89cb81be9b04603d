package org.trabecula.app.images;

import java.util.List;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.protocol.Objection;

/** What became of an upload. */
public sealed interface Receipt {

    /** Every file was taken. */
    record Taken(List<Arrival> studies) implements Receipt {
        public Taken {
            studies = List.copyOf(studies);
        }
    }

    /**
     * Nothing was stored: because of files, or because of the visit that they were meant for.
     *
     * @param sound how many other files could have been taken
     */
    record Refused(List<Rejection> files, int sound, List<Objection> objections) implements Receipt {
        public Refused {
            files = List.copyOf(files);
            objections = List.copyOf(objections);
        }

        /** The first of the sentences that say why, for a sender who hears only one. */
        public String sentence() {
            return files.stream()
                    .map(Rejection::sentence)
                    .findFirst()
                    .or(() -> objections.stream().map(Objection::sentence).findFirst())
                    .orElse("");
        }

        /** Whether none of the files has anything to do with DICOM. */
        public boolean foreign() {
            return sound == 0 && files.stream().allMatch(file -> file.rule() == IntakeRule.IMAGE_NOT_DICOM);
        }
    }

    /**
     * One imaging study of the upload.
     *
     * @param images how many the upload had
     * @param fresh how many of them had not come before
     * @param waiting how many images of the study a person has to see before anybody else does
     * @param disputed how many of the upload came under the UID of another image with other pixels; they wait for the site's answer
     * @param unfiled why it waits in the inbox although a visit was named; empty else
     */
    record Arrival(
            ImagingStudyId id,
            Modality modality,
            int images,
            int fresh,
            int waiting,
            int disputed,
            boolean filed,
            List<Objection> unfiled) {
        public Arrival {
            unfiled = List.copyOf(unfiled);
        }
    }
}
