import type { ImageEntry, Triple } from "./manifest";

/**
 * The length between two points as it is printed. The points are in the plane of the image: in millimetres
 * when the image has a spacing, in pixels when it has none, because an image without spacing is laid out
 * with steps of one. No millimetre is ever printed without a spacing behind it.
 */
export function lengthText(from: Triple, to: Triple, image: ImageEntry): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  if (image.spacing === null) {
    return `${length.toFixed(1)} px`;
  }
  const note = image.spacingNote === null ? "" : ` (${image.spacingNote})`;
  return `${length.toFixed(1)} mm${note}`;
}
