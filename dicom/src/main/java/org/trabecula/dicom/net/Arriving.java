package org.trabecula.dicom.net;

import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.TransferSyntax;

/**
 * What is known of an object before its data set comes.
 *
 * @param syntax how the data set is encoded
 */
public record Arriving(InstanceReference reference, TransferSyntax syntax) {

    /** What has to stand before the data set to make a Part 10 file of it. */
    public byte[] fileHeader() {
        return DicomFile.header(reference.sopClass(), reference.sopInstance(), syntax);
    }
}
