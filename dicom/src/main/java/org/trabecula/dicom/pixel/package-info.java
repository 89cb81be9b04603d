/**
 * Pixels and where they lie: stored values, grey levels, spacing, position, order of slices. Standard: PS3.3 sections C.7.6.2
 * (plane), C.7.6.3 (pixels), C.11.1 and C.11.2 (rescale and window).
 */
@NullMarked
package org.trabecula.dicom.pixel;

import org.jspecify.annotations.NullMarked;
