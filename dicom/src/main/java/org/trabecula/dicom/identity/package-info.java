/**
 * Taking a person's identity out of an image, and making sure that it is out. Standard: PS3.15 annex E.
 */
@NullMarked
package org.trabecula.dicom.identity;

import org.jspecify.annotations.NullMarked;
