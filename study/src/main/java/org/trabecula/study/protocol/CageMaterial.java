package org.trabecula.study.protocol;

/** What an interbody cage is made of. */
public enum CageMaterial {
    PRINTED_POROUS_TITANIUM,
    PEEK,
    TITANIUM_COATED_PEEK,
    TITANIUM,
    OTHER
}
