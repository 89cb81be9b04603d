package org.trabecula.study.protocol;

/** The field types of a REDCap data dictionary that the program renders and checks. */
public enum ItemType {
    TEXT,
    NOTES,
    INTEGER,
    NUMBER,
    DATE,
    RADIO,
    DROPDOWN,
    CHECKBOX,
    YES_NO,
    CALCULATED,
    DESCRIPTIVE
}
