package org.trabecula.app.images;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/** Every rule by which a file is refused. {0} is the file's name, {1} and further what more there is to say. */
public enum IntakeRule {
    IMAGE_NO_FILES("No file arrived."),
    IMAGE_NOT_DICOM("{0} is not a DICOM file."),
    IMAGE_TRUNCATED("{0} is cut off."),
    IMAGE_MALFORMED("{0} is damaged."),
    IMAGE_TOO_LARGE("{0} is too large."),
    IMAGE_NOT_READABLE("{0} cannot be shown here."),
    IMAGE_BITS("{0} cannot be shown here: its pixels have {1} bits."),
    IMAGE_MODALITY_MISSING("{0} does not say its modality; the study takes radiographs (CR, DX, RF, RG, XA) and CT."),
    IMAGE_MODALITY("{0} is of modality {1}; the study takes radiographs (CR, DX, RF, RG, XA) and CT."),
    IMAGE_REPORT(
            "{0} is a report (SR). Its text may name people anywhere, which cannot be taken out safely, so that reports are not taken."
                    + " Send the images without it."),
    IMAGE_UID_MISSING("{0} does not say which study, series and image it is."),
    IMAGE_IDENTITY_LEFT("{0} still shows who it is after de-identification, in: {1}"),
    IMAGE_AFTER_READ("{0} belongs to images that a reader has already judged; they are not added to."),
    ZIP_CLIMBS("{0}: its entry {1} points out of the archive."),
    ZIP_BOMB("{0} unpacks to more than {1} times its size."),
    ZIP_DAMAGED("{0} is not a sound zip archive."),
    UPLOAD_TOO_MANY("An upload has at most {1} files; the first one too many is {0}."),
    UPLOAD_TOO_LARGE("An upload has at most {1} MB once unpacked; {0} goes beyond.");

    private final String pattern;

    IntakeRule(String pattern) {
        this.pattern = pattern;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The English sentence with its places unfilled. */
    public String pattern() {
        return pattern;
    }

    String sentence(List<String> arguments) {
        return MessageFormat.format(pattern.replace("'", "''"), arguments.toArray());
    }
}
