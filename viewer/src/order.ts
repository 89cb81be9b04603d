import type { ImageEntry, Triple } from "./manifest";

/**
 * The images in the order in which they are scrolled: along the common normal of the slices when every image
 * has a place in space and all are parallel, else as the server gave them.
 */
export function inScrollOrder(images: readonly ImageEntry[]): readonly ImageEntry[] {
  const first = images[0];
  if (first?.orientation == null || !images.every((image) => parallel(image, first))) {
    return images;
  }
  const normal = cross(first.orientation);
  const along = (image: ImageEntry): number => dot(image.position!, normal);
  return images.toSorted((a, b) => along(a) - along(b));
}

/** Within about a degree; slices of one series differ by rounding only. */
const PARALLEL = 0.9998;

function parallel(image: ImageEntry, other: ImageEntry): boolean {
  if (image.position == null || image.orientation == null || other.orientation == null) {
    return false;
  }
  return dot(cross(image.orientation), cross(other.orientation)) > PARALLEL;
}

function cross(orientation: NonNullable<ImageEntry["orientation"]>): Triple {
  const [a, b, c, d, e, f] = orientation;
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
