/**
 * The reading room: images received, blinded cases, reads, adjudication. Nothing here knows arm, site, visit or identity.
 */
@NullMarked
package org.trabecula.study.imaging;

import org.jspecify.annotations.NullMarked;
