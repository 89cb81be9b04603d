package org.trabecula.dicom;

import static org.trabecula.dicom.DicomException.Reason.MALFORMED;
import static org.trabecula.dicom.DicomException.Reason.NOT_DICOM;
import static org.trabecula.dicom.DicomException.Reason.TOO_DEEP;
import static org.trabecula.dicom.DicomException.Reason.TOO_LARGE;
import static org.trabecula.dicom.DicomException.Reason.TRUNCATED;
import static org.trabecula.dicom.DicomException.Reason.UNSUPPORTED;

import java.util.Locale;

/**
 * Everything that can be wrong with a file, with the English sentence for it. Whoever speaks another language keeps a sentence
 * with the same places under the flaw's {@link #id}.
 */
public enum Flaw {
    NO_MARK(NOT_DICOM, "Not DICOM: neither DICM stands at byte 128, nor does a known element begin at byte 0."),
    FILE_TOO_LARGE(TOO_LARGE, "The file has more than the {0} bytes allowed."),
    SYNTAX_UNKNOWN(UNSUPPORTED, "Transfer syntax {0} is not one of the standard."),
    SYNTAX_NOT_READ(UNSUPPORTED, "Transfer syntax {0} is not read here."),
    DEFLATED_TOO_LARGE(TOO_LARGE, "The deflated data set grows beyond the {0} bytes allowed."),
    DEFLATED_TRUNCATED(TRUNCATED, "The deflated data set that begins at byte {0} ends too early."),
    DEFLATED_DAMAGED(MALFORMED, "The deflated data set that begins at byte {0} is damaged."),
    ELEMENT_TRUNCATED(TRUNCATED, "At byte {0}: the file ends in the middle of an element."),
    HEADER_TRUNCATED(TRUNCATED, "At byte {0}: an element begins, but only {1} bytes are left."),
    LENGTH_BEYOND_FILE(TRUNCATED, "At byte {0}: {1} declares {2} bytes, but the file has only {3} more."),
    LENGTH_BEYOND_OUTER(MALFORMED, "At byte {0}: {1} declares {2} bytes, but what it lies in has only {3} more."),
    ELEMENT_TWICE(MALFORMED, "At byte {0}: {1} is there twice."),
    ELEMENT_TOO_LARGE(TOO_LARGE, "At byte {0}: {1} declares {2} bytes, more than the {3} allowed."),
    ELEMENTS_TOO_MANY(TOO_LARGE, "At byte {0}: the file has more than {1} elements."),
    VR_INVALID(MALFORMED, "At byte {0}: {1} has no valid value representation."),
    DELIMITER_ASTRAY(MALFORMED, "At byte {0}: a delimiter {1} stands where an element should begin."),
    LENGTH_UNDEFINED(MALFORMED, "At byte {0}: {1} has an undefined length but is {2}."),
    NESTED_TOO_DEEP(TOO_DEEP, "At byte {0}: {1} is nested deeper than {2} levels."),
    ITEM_EXPECTED(MALFORMED, "At byte {0}: an item should begin in {1}, not {2}."),
    FRAGMENT_EXPECTED(MALFORMED, "At byte {0}: a fragment of Pixel Data should begin, not {1}."),
    NOT_TO_BE_WRITTEN(MALFORMED, "A file needs {0}, and the data set has none."),
    NO_PIXELS(UNSUPPORTED, "The object has no {0}, so it is not an image."),
    PIXELS_NOT_DECODED(UNSUPPORTED, "{0} is not decoded here."),
    PIXELS_IN_FRAGMENTS(MALFORMED, "{0} comes in fragments, which {1} does not have."),
    PIXELS_NOT_GREY(
            UNSUPPORTED,
            "Pixels are not handled here: photometric interpretation {0}, {1} samples; only grey images are."),
    PIXELS_TRUNCATED(
            TRUNCATED, "{0} has {1} bytes, but {2} rows, {3} columns and {4} frames of {5}-bit pixels need {6}."),
    PIXELS_NOT_IN_FRAGMENTS(MALFORMED, "{0} does not come in fragments, which {1} needs."),
    FRAGMENTS_TOO_FEW(TRUNCATED, "The header says more frames ({0}) than there are fragments ({1})."),
    FRAMES_UNMARKED(MALFORMED, "There is no offset table, and {0} fragments do not show where {1} frames begin."),
    OFFSETS_WRONG(MALFORMED, "The offset table contradicts the frames ({0}) and fragments ({1}) that are there."),
    FRAME_TOO_LARGE(TOO_LARGE, "One frame of {0} pixels is more than the {1} allowed."),
    FRAMES_TOO_LARGE(TOO_LARGE, "All frames together have {0} bytes, more than the {1} allowed."),
    FRAME_TRUNCATED(TRUNCATED, "The bytes of a frame end before its pixels do."),
    FRAME_DAMAGED(MALFORMED, "The compressed bytes of a frame are damaged."),
    /** With the name that the standard of the compression gives the segment. */
    FRAME_SEGMENT(MALFORMED, "Segment {0} of a compressed frame is missing or wrong."),
    FRAME_EFFORT(TOO_LARGE, "A compressed frame asks for more work than its size explains."),
    FRAME_OTHERWISE_CODED(MALFORMED, "A frame is not {0}, though its transfer syntax says so."),
    FRAME_SIZE(MALFORMED, "A compressed frame has {0} rows and {1} columns, but the header says {2} and {3}."),
    FRAME_COMPONENTS(MALFORMED, "A compressed frame has {0} components, but the header says one."),
    FRAME_BITS(MALFORMED, "A compressed frame has {0} bits a pixel, which do not fit the {1} of the header."),
    FRAME_SIGN(MALFORMED, "A compressed frame has pixels with a sign, but the header says they have none."),
    BITS_NOT_DECODED(UNSUPPORTED, "{0} of {1} bits a pixel is not decoded here."),
    /** With the name that the standard of the compression gives the option. */
    OPTION_NOT_DECODED(UNSUPPORTED, "{0} with {1} is not decoded here."),
    IMAGE_SILENT(MALFORMED, "The image does not say {0}."),
    IMAGE_SIZE(MALFORMED, "An image of {0} rows and {1} columns cannot be."),
    IMAGE_FRAMES(MALFORMED, "An image of {0} frames cannot be."),
    IMAGE_BITS(MALFORMED, "Pixels of {0} bits are not handled here."),
    IMAGE_BITS_STORED(MALFORMED, "{0} bits cannot be stored in {1}."),
    IMAGE_HIGH_BIT(MALFORMED, "The high bit {0} does not fit {1} bits in {2}.");

    private final DicomException.Reason reason;
    private final String pattern;

    Flaw(DicomException.Reason reason, String pattern) {
        this.reason = reason;
        this.pattern = pattern;
    }

    public DicomException.Reason reason() {
        return reason;
    }

    /** {@code header-truncated} and so on. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The English sentence with its places unfilled. */
    public String pattern() {
        return pattern;
    }
}
