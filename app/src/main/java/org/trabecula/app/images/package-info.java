/**
 * Images of the study: how they come in without their identity, where they lie, and how they are shown. Everything that arrives
 * takes the one path of {@link org.trabecula.app.images.Intake}.
 */
@NullMarked
package org.trabecula.app.images;

import org.jspecify.annotations.NullMarked;
