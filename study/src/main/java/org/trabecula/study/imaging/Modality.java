package org.trabecula.study.imaging;

/** How the study's images are made, as far as reading them goes. */
public enum Modality {
    RADIOGRAPH,
    CT
}
