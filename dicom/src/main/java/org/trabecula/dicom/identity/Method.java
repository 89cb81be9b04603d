package org.trabecula.dicom.identity;

import java.util.List;
import java.util.stream.Stream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;

/** How an object says what was done to it (PS3.16 CID 7050). */
enum Method {
    BASIC("113100", "Basic Application Confidentiality Profile"),
    /** Done when a person had pixels blanked, and recorded then. */
    CLEAN_PIXELS("113101", "Clean Pixel Data Option"),
    /** Overlays, curves and graphic annotations are all gone. */
    CLEAN_GRAPHICS("113103", "Clean Graphics Option"),
    CLEAN_DESCRIPTORS("113105", "Clean Descriptors Option"),
    MODIFIED_DATES("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
    PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option"),
    /** With another number in place of the serial number. */
    DEVICE("113109", "Retain Device Identity Option");

    private final String code;
    private final String meaning;

    Method(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    private static final List<Dataset> CODES = Stream.of(values())
            .filter(method -> method != CLEAN_PIXELS)
            .map(Method::item)
            .toList();

    /** What is done to every object. */
    static List<Dataset> codes() {
        return CODES;
    }

    boolean is(Dataset item) {
        return item.string(Tags.CODE_VALUE).filter(code::equals).isPresent();
    }

    Dataset item() {
        return Dataset.builder()
                .put(Tags.CODE_VALUE, code)
                .put(Tags.CODING_SCHEME_DESIGNATOR, "DCM")
                .put(Tags.CODE_MEANING, meaning)
                .build();
    }
}
