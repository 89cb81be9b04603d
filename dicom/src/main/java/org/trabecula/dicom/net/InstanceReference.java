package org.trabecula.dicom.net;

/**
 * One object by its UIDs.
 *
 * @param sopClass what kind of object it is
 * @param sopInstance which one it is
 */
public record InstanceReference(String sopClass, String sopInstance) {}
