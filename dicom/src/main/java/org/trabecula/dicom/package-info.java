/**
 * DICOM files as data: tags, values, data sets, reading (Part 10 and bare) and writing. Knows bytes only; what an image means is
 * for others to say. Standard: PS3.5 (encoding), PS3.6 (dictionary), PS3.10 (file format).
 */
@NullMarked
package org.trabecula.dicom;

import org.jspecify.annotations.NullMarked;
