package org.trabecula.dicom.jpeg2000;

import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/** The ways in which a codestream is refused. */
final class Refusal {

    static final String NAME = "JPEG 2000";

    private Refusal() {}

    static DicomException truncated() {
        return new DicomException(Flaw.FRAME_TRUNCATED);
    }

    static DicomException damaged() {
        return new DicomException(Flaw.FRAME_DAMAGED);
    }

    /** @param marker the segment that is missing or wrong, by its name in table A.2 */
    static DicomException segment(String marker) {
        return new DicomException(Flaw.FRAME_SEGMENT, marker);
    }

    /** @param option a marker segment or parameter, by its name in annex A */
    static DicomException unsupported(String option) {
        return new DicomException(Flaw.OPTION_NOT_DECODED, NAME, option);
    }
}
