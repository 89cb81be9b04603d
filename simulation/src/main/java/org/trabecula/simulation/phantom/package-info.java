/**
 * Virtual spines and what scanners make of them: geometry in mm, attenuation from tables, artefacts from the physics, noise from a seed.
 * Coordinates are the patient's: x to the left, y to the back, z to the head. Knows no DICOM.
 */
@NullMarked
package org.trabecula.simulation.phantom;

import org.jspecify.annotations.NullMarked;
