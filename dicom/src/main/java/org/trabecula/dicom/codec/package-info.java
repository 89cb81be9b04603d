/**
 * Compressed frames: which fragments belong to which, and what their bytes mean. Bytes that came from anywhere end in pixels or in
 * one {@link org.trabecula.dicom.DicomException}. Standard: PS3.5 annexes A.4 (fragments), 8.2 (codecs) and G (RLE).
 */
@NullMarked
package org.trabecula.dicom.codec;

import org.jspecify.annotations.NullMarked;
