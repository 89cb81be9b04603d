import type { ImageEntry, Triple } from "./manifest";

/** Plane geometry on one image. The server computes the same anew from the same points; what differs it refuses. */

/** Column and row in pixels; [0, 0] is the centre of the first pixel. */
export type Point = readonly [column: number, row: number];

export type Shape = "LENGTH" | "ANGLE" | "LINES" | "ELLIPSE";

/** How far rows and columns are apart; both 1 where nothing is known. */
export interface Steps {
  readonly rows: number;
  readonly columns: number;
}

export const PIXELS: Steps = { rows: 1, columns: 1 };

/** In widths of a pixel, which are taken to be square when nobody says how high they are. */
export const pixelsOf = ({ aspect }: Pick<ImageEntry, "aspect">): Steps => ({ rows: aspect ?? 1, columns: 1 });

const across = (from: Point, to: Point, steps: Steps): number => (to[0] - from[0]) * steps.columns;
const down = (from: Point, to: Point, steps: Steps): number => (to[1] - from[1]) * steps.rows;
const degrees = (radians: number): number => (radians * 180) / Math.PI;

export function length(from: Point, to: Point, steps: Steps): number {
  return Math.hypot(across(from, to, steps), down(from, to, steps));
}

/** The angle at the corner, 0 to 180 degrees. */
export function angle(one: Point, corner: Point, other: Point, steps: Steps): number {
  const [x1, y1] = [across(corner, one, steps), down(corner, one, steps)];
  const [x2, y2] = [across(corner, other, steps), down(corner, other, steps)];
  return degrees(Math.abs(Math.atan2(x1 * y2 - y1 * x2, x1 * x2 + y1 * y2)));
}

interface Line {
  readonly left: Point;
  readonly right: Point;
}

/** Two lines, the upper one first, each from left to right, however they were drawn. */
function ordered(points: readonly Point[]): readonly [Line, Line] {
  const line = (one: Point, other: Point): Line => {
    const asDrawn = one[0] < other[0] || (one[0] === other[0] && one[1] <= other[1]);
    return asDrawn ? { left: one, right: other } : { left: other, right: one };
  };
  const lines = [line(points[0]!, points[1]!), line(points[2]!, points[3]!)] as const;
  const height = ({ left, right }: Line): number => left[1] + right[1];
  return height(lines[0]) <= height(lines[1]) ? lines : [lines[1], lines[0]];
}

/** By how much the lower line is turned against the upper one, clockwise on the screen, above -90 and up to 90 degrees. */
export function tilt(points: readonly Point[], steps: Steps): number {
  const [upper, lower] = ordered(points).map(({ left, right }) =>
    degrees(Math.atan2(down(left, right, steps), across(left, right, steps))),
  ) as [number, number];
  const folded = lower - upper - 180 * Math.floor((lower - upper + 90) / 180);
  return folded === -90 ? 90 : folded;
}

/** How far the left end of the upper line lies to the right of that of the lower one, along the lower line. */
export function shift(points: readonly Point[], steps: Steps): number {
  const [upper, lower] = ordered(points);
  const along = [across(lower.left, lower.right, steps), down(lower.left, lower.right, steps)] as const;
  const apart = [across(lower.left, upper.left, steps), down(lower.left, upper.left, steps)] as const;
  return (apart[0] * along[0] + apart[1] * along[1]) / Math.hypot(...along);
}

/** The area of an ellipse given by two opposite corners of its rectangle. */
export function area(corner: Point, opposite: Point, steps: Steps): number {
  return (Math.PI / 4) * Math.abs(across(corner, opposite, steps) * down(corner, opposite, steps));
}

export interface Region {
  readonly pixels: number;
  readonly mean: number;
  readonly sd: number;
}

/** Mean and standard deviation of the pixels whose centres lie in the ellipse; undefined when there are none. */
export function inEllipse(values: ArrayLike<number>, image: Pick<ImageEntry, "rows" | "columns">, corner: Point, opposite: Point): Region | undefined {
  const [column, row] = [(corner[0] + opposite[0]) / 2, (corner[1] + opposite[1]) / 2];
  const [wide, high] = [Math.abs(corner[0] - opposite[0]) / 2, Math.abs(corner[1] - opposite[1]) / 2];
  let [pixels, sum, squares] = [0, 0, 0];
  for (let r = Math.max(0, Math.ceil(row - high)); r <= Math.min(image.rows - 1, row + high); r++) {
    for (let c = Math.max(0, Math.ceil(column - wide)); c <= Math.min(image.columns - 1, column + wide); c++) {
      if (((c - column) / wide) ** 2 + ((r - row) / high) ** 2 <= 1) {
        const value = values[r * image.columns + c]!;
        pixels += 1;
        sum += value;
        squares += value * value;
      }
    }
  }
  if (pixels === 0) {
    return undefined;
  }
  const mean = sum / pixels;
  const variance = pixels > 1 ? Math.max(0, (squares - pixels * mean * mean) / (pixels - 1)) : 0;
  return { pixels, mean, sd: Math.sqrt(variance) };
}

/** The directions in which columns and rows count up; an image without a place lies in the plane z = 0. */
function axes(entry: ImageEntry): readonly [Triple, Triple] {
  const [a, b, c, d, e, f] = entry.orientation ?? [1, 0, 0, 0, 1, 0];
  return [[a, b, c], [d, e, f]];
}

/** Millimetres where the image states them, else widths of a pixel: what the picture is drawn by. */
export function stepsOf(entry: ImageEntry): Steps {
  return entry.spacing === null ? pixelsOf(entry) : { rows: entry.spacing[0], columns: entry.spacing[1] };
}

/** The pixel at a point of Cornerstone's world, to a hundredth. */
export function toImage(world: Triple, entry: ImageEntry): Point {
  const from = entry.position ?? [0, 0, 0];
  const [along, below] = axes(entry);
  const { rows, columns } = stepsOf(entry);
  const part = (axis: Triple): number => axis.reduce((sum, one, at) => sum + one * (world[at]! - from[at]!), 0);
  return [hundredth(part(along) / columns), hundredth(part(below) / rows)];
}

export function toWorld([column, row]: Point, entry: ImageEntry): [number, number, number] {
  const from = entry.position ?? [0, 0, 0];
  const [along, below] = axes(entry);
  const { rows, columns } = stepsOf(entry);
  return [0, 1, 2].map((at) => from[at]! + along[at]! * column * columns + below[at]! * row * rows) as [number, number, number];
}

/** The point of an image that is nearest: nothing is measured beyond the outermost pixels. */
export function within([column, row]: Point, image: Pick<ImageEntry, "rows" | "columns">): Point {
  const clamp = (value: number, count: number): number => Math.min(count - 0.5, Math.max(-0.5, value));
  return [clamp(column, image.columns), clamp(row, image.rows)];
}

export function normal(entry: ImageEntry): [number, number, number] {
  const [[a, b, c], [d, e, f]] = axes(entry);
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}

/** Which way is up on the screen: against the direction in which rows count. */
export function up(entry: ImageEntry): [number, number, number] {
  return axes(entry)[1].map((part) => -part) as [number, number, number];
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
