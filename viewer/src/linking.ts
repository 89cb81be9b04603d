import { normal } from "./geometry";
import { entryOf } from "./images";
import type { ImageEntry, Triple } from "./manifest";

/**
 * Where another series goes when one scrolls: to the slice nearest in space when both are parallel stacks, else by as many images.
 */
export function linkedIndex(ids: readonly string[], from: number, to: number, others: readonly string[], now: number): number {
  const [here, first] = [ids[to], others[0]];
  if (here === undefined || first === undefined) {
    return now;
  }
  return nearest(entryOf(here), others.map(entryOf)) ?? now + (to - from);
}

/** The image nearest along the common normal; undefined when there is none. */
export function nearest(to: ImageEntry, among: readonly ImageEntry[]): number | undefined {
  const first = among[0];
  if (to.position === null || to.orientation === null || first?.orientation == null || Math.abs(dot(normal(to), normal(first))) < 0.9998) {
    return undefined;
  }
  const axis = normal(first);
  const wanted = dot(to.position, axis);
  const distances = among.map((one) => (one.position === null ? Infinity : Math.abs(dot(one.position, axis) - wanted)));
  return distances.every((one) => one === Infinity) ? undefined : distances.indexOf(Math.min(...distances));
}

function dot(one: Triple, other: Triple): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}
