/**
 * Decodes JPEG 2000 images of one grey component (ISO/IEC 15444-1): markers (annex A), tiles, packets (annex B), arithmetic decoding
 * (annex C), bit planes (annex D), quantisation (annex E) and wavelets (annex F). What it does not handle it refuses by name: regions
 * of interest, progression changes, packed packet headers, code blocks in bypass or cut into segments, high throughput.
 */
@NullMarked
package org.trabecula.dicom.jpeg2000;

import org.jspecify.annotations.NullMarked;
