import { length, PIXELS, pixelsOf, type Point, type Steps } from "./geometry";
import type { ImageEntry } from "./manifest";

/** How long a pixel is, and who says so. Without one, nothing is ever in millimetres. */
export interface Scale {
  readonly source: "IMAGE" | "IMPLANT";
  readonly steps: Steps;
  /** Standard uncertainty as a share; null where the image itself states the steps. */
  readonly error: number | null;
}

/** A line across something that is as wide as is known, mm. */
export interface Stroke {
  readonly from: Point;
  readonly to: Point;
  readonly mm: number;
}

/** The standard uncertainty of an edge somewhere within a width of 1 is 1/√12; of two edges √2 of that. */
const TWO_EDGES = Math.sqrt(2 / 12);
const SAMPLE = 0.25;
const BEYOND = 0.5;

export function stated(entry: ImageEntry): Scale | undefined {
  return entry.spacing === null
    ? undefined
    : { source: "IMAGE", steps: { rows: entry.spacing[0], columns: entry.spacing[1] }, error: null };
}

/**
 * The scale of an image by strokes across implants in it; pixels have the shape that the image says, else they are taken to be square. The uncertainty joins what the blur of
 * the edges leaves open with the scatter of the strokes.
 */
export function byImplant(strokes: readonly Stroke[], values: ArrayLike<number>, image: ImageEntry): Scale | undefined {
  const real = strokes.filter((one) => length(one.from, one.to, PIXELS) > 0);
  if (real.length === 0) {
    return undefined;
  }
  const { rows } = pixelsOf(image);
  const factors = real.map((one) => one.mm / length(one.from, one.to, pixelsOf(image)));
  const factor = factors.reduce((sum, one) => sum + one, 0) / factors.length;
  const blurred = real.reduce((sum, one) => sum + (TWO_EDGES * blur(values, image, one.from, one.to)) / length(one.from, one.to, PIXELS), 0);
  const squares = factors.reduce((sum, one) => sum + (one - factor) ** 2, 0);
  const scatter = factors.length < 2 ? 0 : Math.sqrt(squares / (factors.length - 1) / factors.length);
  const kept = Math.round(factor * 1e6) / 1e6;
  const error = Math.ceil(Math.hypot(blurred / real.length, scatter / factor) * 1000) / 1000;
  return { source: "IMPLANT", steps: { rows: Math.round(kept * rows * 1e6) / 1e6, columns: kept }, error };
}

/** How many pixels the edges along a stroke are blurred over: the whole rise of grey over the steepest; at least 1. */
export function blur(values: ArrayLike<number>, image: Pick<ImageEntry, "rows" | "columns">, from: Point, to: Point): number {
  const long = length(from, to, PIXELS);
  const samples = Math.ceil((long * (1 + 2 * BEYOND)) / SAMPLE) + 1;
  const profile = Array.from({ length: samples }, (_, at) => {
    const along = (at * SAMPLE) / long - BEYOND;
    return between(values, image, from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1]));
  });
  const steepest = profile.reduce((most, value, at) => Math.max(most, at === 0 ? 0 : Math.abs(value - profile[at - 1]!) / SAMPLE), 0);
  return steepest > 0 ? Math.max(1, (Math.max(...profile) - Math.min(...profile)) / steepest) : 1;
}

function between(values: ArrayLike<number>, { rows, columns }: Pick<ImageEntry, "rows" | "columns">, column: number, row: number): number {
  const c = Math.min(Math.max(column, 0), columns - 1);
  const r = Math.min(Math.max(row, 0), rows - 1);
  const [left, top] = [Math.min(Math.floor(c), Math.max(0, columns - 2)), Math.min(Math.floor(r), Math.max(0, rows - 2))];
  const at = (x: number, y: number): number => values[Math.min(y, rows - 1) * columns + Math.min(x, columns - 1)]!;
  const [right, below] = [c - left, r - top];
  return (
    (at(left, top) * (1 - right) + at(left + 1, top) * right) * (1 - below) +
    (at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right) * below
  );
}
