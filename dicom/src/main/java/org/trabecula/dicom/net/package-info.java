/**
 * DICOM over TCP: receives and sends objects, answers echoes, and promises to keep what was received (storage commitment, push model).
 * {@link org.trabecula.dicom.net.DicomServer} and {@link org.trabecula.dicom.net.DicomClient} are the two front doors; whoever uses the first
 * says in a {@link org.trabecula.dicom.net.StorageService} what becomes of the objects. Standard: PS3.8 (upper layer), PS3.7 (messages),
 * PS3.4 annexes A (verification), B (storage) and J (storage commitment).
 */
@NullMarked
package org.trabecula.dicom.net;

import org.jspecify.annotations.NullMarked;
