import { angle, area, inEllipse, length, pixelsOf, shift, tilt, type Point, type Shape } from "./geometry";
import type { ImageEntry } from "./manifest";
import type { Scale } from "./scale";

export type Unit = "MM" | "MM2" | "PIXEL" | "PIXEL2" | "DEGREE" | "HU" | "GREY";
export type ResultName = "LENGTH" | "ANGLE" | "SHIFT" | "AREA" | "MEAN" | "SD";

/** One thing computed from what was drawn; the first of a measurement is what it is about. */
export interface Result {
  readonly name: ResultName;
  readonly value: number;
  readonly unit: Unit;
}

/** For what is being measured: a field of the page, with the width of the implant there if it is known (mm). */
export interface Target {
  readonly name: string;
  readonly label: string;
  readonly mm?: number | null;
}

/** What was drawn, in the terms of the list of images. */
export interface Drawing {
  readonly target: string;
  readonly shape: Shape;
  /** Series, image, frame. */
  readonly at: readonly [number, number, number];
  readonly points: readonly Point[];
  /** Of the implant under a stroke, mm. */
  readonly mm?: number | null;
  /** A drawing of another time is shown with this text, and cannot be changed. */
  readonly label?: string;
}

/** What the page is told of a drawing. */
export interface Measured extends Drawing {
  readonly id: string;
  readonly results: readonly Result[];
  readonly value: number;
  readonly unit: Unit;
  readonly error: number | null;
  /** Nobody knows the shape of the pixels: angles are as if they were square. */
  readonly approximate: boolean;
  /** Somebody else's, which the reader has not taken yet. */
  readonly proposed: boolean;
}

export const POINTS: Readonly<Record<Shape, number>> = { LENGTH: 2, ANGLE: 3, LINES: 4, ELLIPSE: 2 };

/** A stroke across an implant of known width calibrates an image; it is always in pixels. */
export const isStroke = (target: string): boolean => target.endsWith(".stroke");

/** Where an implant lies. */
export const isAxis = (target: string): boolean => target.endsWith(".axis");

export function resultsOf(
  shape: Shape,
  points: readonly Point[],
  scale: Scale | undefined,
  image: ImageEntry,
  modality: string,
  values: ArrayLike<number> | undefined,
): readonly Result[] {
  const steps = scale?.steps ?? pixelsOf(image);
  const [a, b] = [points[0]!, points[1]!];
  const unit: Unit = scale === undefined ? "PIXEL" : "MM";
  switch (shape) {
    case "LENGTH":
      return [{ name: "LENGTH", value: length(a, b, steps), unit }];
    case "ANGLE":
      return [{ name: "ANGLE", value: angle(a, b, points[2]!, steps), unit: "DEGREE" }];
    case "LINES":
      return [
        { name: "ANGLE", value: tilt(points, steps), unit: "DEGREE" },
        { name: "SHIFT", value: shift(points, steps), unit },
      ];
    case "ELLIPSE": {
      const region = values === undefined ? undefined : inEllipse(values, image, a, b);
      const grey: Unit = modality === "CT" ? "HU" : "GREY";
      const surface: Result = { name: "AREA", value: area(a, b, steps), unit: scale === undefined ? "PIXEL2" : "MM2" };
      return region === undefined ? [surface] : [{ name: "MEAN", value: region.mean, unit: grey }, { name: "SD", value: region.sd, unit: grey }, surface];
    }
  }
}

/** Whether angles on an image are as if its pixels were square, since nobody says what shape they have. */
export const isApproximate = ({ spacing, aspect }: Pick<ImageEntry, "spacing" | "aspect">): boolean => spacing === null && aspect === null;

const SYMBOLS: Readonly<Record<Unit, string>> = { MM: " mm", MM2: " mm²", PIXEL: " px", PIXEL2: " px²", DEGREE: "°", HU: " HU", GREY: "" };
const PREFIXES: Partial<Record<ResultName, string>> = { SHIFT: "↔ ", MEAN: "x̄ ", SD: "SD " };

/**
 * The lines printed beside a drawing. A length says how its millimetres are known, unless the image itself states them; an angle, that pixels
 * are taken to be square, unless the image says what shape they have.
 */
export function printed(results: readonly Result[], scale: Scale | undefined, image: Pick<ImageEntry, "spacing" | "spacingNote" | "aspect">): string[] {
  const lines = results.map(({ name, value, unit }) => `${PREFIXES[name] ?? ""}${unit === "DEGREE" && isApproximate(image) ? "≈ " : ""}${value.toFixed(unit === "MM2" || unit === "PIXEL2" ? 0 : 1)}${SYMBOLS[unit]}`);
  const at = results.findIndex(({ unit }) => unit === "MM" || unit === "MM2");
  const remark = scale?.source === "IMPLANT" ? `± ${((scale.error ?? 0) * 100).toFixed(1)} %` : image.spacingNote;
  return remark === null ? lines : lines.map((text, index) => (index === at ? `${text} (${remark})` : text));
}
