package org.trabecula.dicom.identity;

import java.util.List;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tags;

/** How an object says what was done to it (PS3.16 CID 7050). */
enum Method {
    BASIC("113100", "Basic Application Confidentiality Profile"),
    MODIFIED_DATES("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
    PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option");

    private final String code;
    private final String meaning;

    Method(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    static List<Dataset> codes() {
        return List.of(values()).stream().map(Method::item).toList();
    }

    private Dataset item() {
        return Dataset.builder()
                .put(Tags.CODE_VALUE, code)
                .put(Tags.CODING_SCHEME_DESIGNATOR, "DCM")
                .put(Tags.CODE_MEANING, meaning)
                .build();
    }
}
