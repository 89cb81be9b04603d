package org.trabecula.dicom.net;

import java.util.List;
import java.util.Set;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.TransferSyntax;

/** What is offered to peers, by the UID of the kind of object or service. */
final class Services {
    static final String VERIFICATION = "1.2.840.10008.1.1";
    static final String COMMITMENT = "1.2.840.10008.1.20.1";
    /** The one well-known instance to which questions of storage commitment are put (PS3.4 section J.3.5). */
    static final String COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1";

    private static final Set<String> STORED = Set.of(
            SopClass.COMPUTED_RADIOGRAPHY,
            SopClass.DIGITAL_X_RAY_FOR_PRESENTATION,
            SopClass.DIGITAL_X_RAY_FOR_PROCESSING,
            SopClass.CT,
            SopClass.ENHANCED_CT,
            SopClass.SECONDARY_CAPTURE,
            SopClass.SECONDARY_CAPTURE + ".1",
            SopClass.SECONDARY_CAPTURE + ".2",
            SopClass.SECONDARY_CAPTURE + ".3",
            SopClass.SECONDARY_CAPTURE + ".4",
            SopClass.BASIC_TEXT_REPORT,
            SopClass.ENHANCED_REPORT,
            SopClass.COMPREHENSIVE_REPORT,
            SopClass.COMPREHENSIVE_3D_REPORT,
            SopClass.SEGMENTATION);

    private Services() {}

    static boolean isStored(String uid) {
        return STORED.contains(uid);
    }

    /** The encodings in which a service is offered; none when it is not. */
    static List<TransferSyntax> encodings(String uid) {
        if (isStored(uid)) {
            return Encodings.TAKEN;
        }
        return uid.equals(VERIFICATION) || uid.equals(COMMITMENT) ? Encodings.PLAIN : List.of();
    }
}
