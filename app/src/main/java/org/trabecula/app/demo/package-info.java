/**
 * The demonstration: a virtual cohort written into a fresh installation through the same Desk and intake as real data, with images of a
 * phantom of each participant; and the same phantom for anybody, in a folder.
 *
 * <p>What is truly there stands as JSON beside the images: {@code truth.json} in a folder of {@code trabecula phantom}, and one file for
 * each examination, named by its handle, in the folder {@code truth} of a demonstration, from which no page reads. Lengths are in mm,
 * angles in degrees, points in the patient's coordinates: x to the left, y to the back, z to the head. Its fields:
 *
 * <ul>
 *   <li>{@code format}: {@code trabecula-phantom-truth/1}; {@code coordinates} and {@code units} say what stands here;
 *   <li>{@code seed}, {@code build}: of the phantom; build is −1 to 1, small differences in size and curvature;
 *   <li>{@code boneHu}: mean HU of the spongy bone by vertebra; what is not named has that of the nearest named;
 *   <li>{@code screws}: {@code site}, {@code diameterMm} over the thread, {@code lengthMm}, {@code haloMm} of the lucent zone between
 *       thread and bone (0 for none), {@code denseRim} whether a shell of dense bone surrounds that zone;
 *   <li>{@code segments}: {@code segment}, {@code cages} (what each is made of, the patient's right first), {@code cageHeightMm},
 *       {@code bridging} (share through which bone runs from endplate to endplate, 0 to 1), {@code motionDegrees} and
 *       {@code translationMm} between flexion and extension;
 *   <li>{@code images}, one for each series: {@code name}, {@code modality}, {@code posture}, {@code geometry}; {@code axes} with the
 *       {@code seat} (where the shaft begins, behind) and {@code tip} of each screw; {@code bodies} with {@code level}, {@code centre},
 *       {@code hu} and {@code tiltDegrees} (how far the upper side leans forward); {@code angles} in {@code degrees} between the two
 *       bodies of each segment, open to the front.
 * </ul>
 *
 * <p>The geometry of a CT has {@code firstPixel} (the centre of the first pixel of the lowest slice), {@code pixelMm}, {@code columns},
 * {@code rows}, {@code slices}, {@code incrementMm}, {@code thicknessMm}, {@code blurMm} (full width at half maximum of the point
 * spread), {@code noiseHu} and {@code kilovolt}; rows run to the left, columns to the back. That of a radiograph has the
 * {@code source} of the beam and a plane through the middle of the spine ({@code firstPixel}, {@code right}, {@code down},
 * {@code pixelMm}): a point appears in the pixel in which the ray from the source through it meets that plane.
 */
@NullMarked
package org.trabecula.app.demo;

import org.jspecify.annotations.NullMarked;
