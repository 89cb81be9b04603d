package org.trabecula.study.imaging;

/** How the study's images are made, as far as reading them goes. */
public enum Modality {
    RADIOGRAPH,
    CT;

    /** From DICOM's Modality (0008,0060): {@code CT} is a CT, everything else that is received is a radiograph. */
    public static Modality ofDicom(String modality) {
        return modality.equals("CT") ? CT : RADIOGRAPH;
    }
}
