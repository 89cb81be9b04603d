package org.trabecula.dicom;

/** UIDs of the kinds of object that are spoken of here (PS3.4 annex B.5). */
public final class SopClass {

    public static final String COMPUTED_RADIOGRAPHY = "1.2.840.10008.5.1.4.1.1.1";
    public static final String DIGITAL_X_RAY_FOR_PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.1";
    public static final String DIGITAL_X_RAY_FOR_PROCESSING = "1.2.840.10008.5.1.4.1.1.1.1.1";
    public static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    public static final String ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1";
    /** The plain one; the multi-frame kinds have this UID and one more number. */
    public static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

    public static final String BASIC_TEXT_REPORT = "1.2.840.10008.5.1.4.1.1.88.11";
    public static final String ENHANCED_REPORT = "1.2.840.10008.5.1.4.1.1.88.22";
    public static final String COMPREHENSIVE_REPORT = "1.2.840.10008.5.1.4.1.1.88.33";
    public static final String COMPREHENSIVE_3D_REPORT = "1.2.840.10008.5.1.4.1.1.88.34";
    public static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";

    private SopClass() {}

    public static boolean isSecondaryCapture(String uid) {
        return uid.equals(SECONDARY_CAPTURE) || uid.startsWith(SECONDARY_CAPTURE + ".");
    }
}
