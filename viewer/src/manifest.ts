/** What the server says about the images of one case, and the check that it says so properly. */

import type { Point, Shape } from "./geometry";
import { POINTS, type Drawing } from "./measured";

export type Triple = readonly [number, number, number];

/** One frame: where its raw pixels are, and how they become values in space. */
export interface ImageEntry {
  /** Series, image and frame by which the server knows it; null when the place in the list says it. */
  readonly at: Triple | null;
  /** Answers the raw little-endian pixels of one frame. */
  readonly url: string;
  readonly rows: number;
  readonly columns: number;
  readonly bitsAllocated: 8 | 16;
  readonly bitsStored: number;
  readonly signed: boolean;
  readonly photometric: "MONOCHROME1" | "MONOCHROME2";
  /** Modality rescale: value = slope * stored + intercept. */
  readonly slope: number;
  readonly intercept: number;
  readonly windowCenter: number | null;
  readonly windowWidth: number | null;
  /** Millimetres between rows, then between columns; null when nothing is known. */
  readonly spacing: readonly [number, number] | null;
  /** How many times as high as wide a pixel is; null when nobody says so. */
  readonly aspect: number | null;
  /** Where the millimetres hold (for example "at the detector"), shown beside every length. */
  readonly spacingNote: string | null;
  /** Centre of the first pixel, mm, patient axes (DICOM PS3.3 C.7.6.2.1.1). */
  readonly position: Triple | null;
  /** Direction of the rows, then of the columns (DICOM PS3.3 C.7.6.2.1.1). */
  readonly orientation: readonly [number, number, number, number, number, number] | null;
}

/** The part of an image to look at while something is judged. */
export interface Crop {
  readonly name: string;
  /** Series, image and frame. */
  readonly at: Triple;
  /** Two opposite corners. */
  readonly box: readonly [Point, Point];
}

export interface SeriesEntry {
  readonly id: string;
  readonly label: string | null;
  readonly modality: string;
  /** Of another time, to compare with: what is drawn on it is told to nobody. */
  readonly earlier: boolean;
  readonly images: readonly ImageEntry[];
}

/** The image list is not what this viewer understands; the message names the place and the rule. */
export class ManifestRefused extends Error {
  override readonly name = "ManifestRefused";
}

export function readManifest(json: unknown): readonly SeriesEntry[] {
  const series = list(object(json, "the list")["series"], "series");
  return series.map((one, index) => readSeries(object(one, `series[${index}]`), `series[${index}]`));
}

const SHAPES = Object.keys(POINTS) as readonly Shape[];

/** Drawings of another time that are shown with the images, as the list names them. */
export function readAnnotations(json: unknown): readonly Drawing[] {
  return list(object(json, "the list")["annotations"] ?? [], "annotations").map((one, index) => {
    const place = `annotations[${index}]`;
    const fields = object(one, place);
    const shape = oneOf(SHAPES, fields["shape"], `${place}.shape`);
    const points = list(fields["points"], `${place}.points`);
    if (points.length !== POINTS[shape]) {
      throw new ManifestRefused(`${place}.points must be ${POINTS[shape]} for ${shape}`);
    }
    return {
      target: "",
      shape,
      at: numbers<Triple>(fields["at"] ?? [], 3, `${place}.at`)!,
      points: points.map((point, at) => numbers<Point>(point ?? [], 2, `${place}.points[${at}]`)!),
      mm: null,
      label: text(fields["label"], `${place}.label`),
    };
  });
}

/** Where to look for what is judged; a list may have several places for one name. */
export function readCrops(json: unknown): readonly Crop[] {
  return list(object(json, "the list")["crops"] ?? [], "crops").map((one, index) => {
    const place = `crops[${index}]`;
    const fields = object(one, place);
    const box = list(fields["box"], `${place}.box`).map((corner, at) => numbers<Point>(corner ?? [], 2, `${place}.box[${at}]`)!);
    if (box.length !== 2) {
      throw new ManifestRefused(`${place}.box must be two corners`);
    }
    return { name: text(fields["name"], `${place}.name`), at: numbers<Triple>(fields["at"] ?? [], 3, `${place}.at`)!, box: [box[0]!, box[1]!] };
  });
}

function readSeries(json: Fields, place: string): SeriesEntry {
  const images = list(json["images"], `${place}.images`);
  if (images.length === 0) {
    throw new ManifestRefused(`${place}.images must hold at least one image`);
  }
  return {
    id: text(json["id"], `${place}.id`),
    label: json["label"] == null ? null : text(json["label"], `${place}.label`),
    modality: text(json["modality"], `${place}.modality`),
    earlier: oneOf([true, false] as const, json["earlier"] ?? false, `${place}.earlier`),
    images: images.map((one, index) => {
      const where = `${place}.images[${index}]`;
      return readImage(object(one, where), where);
    }),
  };
}

function readImage(json: Fields, place: string): ImageEntry {
  const bitsAllocated = oneOf([8, 16] as const, json["bitsAllocated"], `${place}.bitsAllocated`);
  const bitsStored = count(json["bitsStored"], `${place}.bitsStored`);
  if (bitsStored > bitsAllocated) {
    throw new ManifestRefused(`${place}.bitsStored must not exceed bitsAllocated (${bitsAllocated})`);
  }
  const window = readWindow(json, place);
  return {
    at: numbers<Triple>(json["at"], 3, `${place}.at`),
    url: text(json["url"], `${place}.url`),
    rows: count(json["rows"], `${place}.rows`),
    columns: count(json["columns"], `${place}.columns`),
    bitsAllocated,
    bitsStored,
    signed: oneOf([true, false] as const, json["signed"], `${place}.signed`),
    photometric: oneOf(["MONOCHROME1", "MONOCHROME2"] as const, json["photometric"], `${place}.photometric`),
    slope: finite(json["slope"] ?? 1, `${place}.slope`),
    intercept: finite(json["intercept"] ?? 0, `${place}.intercept`),
    ...window,
    spacing: readSpacing(json["spacing"], `${place}.spacing`),
    aspect: readAspect(json["aspect"], `${place}.aspect`),
    spacingNote: json["spacingNote"] == null ? null : text(json["spacingNote"], `${place}.spacingNote`),
    position: numbers<Triple>(json["position"], 3, `${place}.position`),
    orientation: numbers<NonNullable<ImageEntry["orientation"]>>(json["orientation"], 6, `${place}.orientation`),
  };
}

function readWindow(json: Fields, place: string): Pick<ImageEntry, "windowCenter" | "windowWidth"> {
  if (json["windowCenter"] == null || json["windowWidth"] == null) {
    return { windowCenter: null, windowWidth: null };
  }
  const windowWidth = finite(json["windowWidth"], `${place}.windowWidth`);
  if (windowWidth < 1) {
    throw new ManifestRefused(`${place}.windowWidth must be 1 or more`);
  }
  return { windowCenter: finite(json["windowCenter"], `${place}.windowCenter`), windowWidth };
}

/** Zero spacing occurs in real files and would make every length zero: it is refused, not shown. */
function readSpacing(value: unknown, place: string): readonly [number, number] | null {
  const spacing = numbers<readonly [number, number]>(value, 2, place);
  if (spacing !== null && spacing.some((step) => step <= 0)) {
    throw new ManifestRefused(`${place} must be null or two numbers above 0`);
  }
  return spacing;
}

function readAspect(value: unknown, place: string): number | null {
  const aspect = value == null ? null : finite(value, place);
  if (aspect !== null && aspect <= 0) {
    throw new ManifestRefused(`${place} must be null or a number above 0`);
  }
  return aspect;
}

type Fields = Readonly<Record<string, unknown>>;

function object(value: unknown, place: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ManifestRefused(`${place} must be an object`);
  }
  return value as Fields;
}

function list(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new ManifestRefused(`${place} must be a list`);
  }
  return value;
}

function text(value: unknown, place: string): string {
  if (typeof value !== "string" || value === "") {
    throw new ManifestRefused(`${place} must be a text that is not empty`);
  }
  return value;
}

function finite(value: unknown, place: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new ManifestRefused(`${place} must be a number`);
  }
  return value;
}

function count(value: unknown, place: string): number {
  const number = finite(value, place);
  if (!Number.isInteger(number) || number < 1) {
    throw new ManifestRefused(`${place} must be a whole number above 0`);
  }
  return number;
}

function oneOf<T>(allowed: readonly T[], value: unknown, place: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    throw new ManifestRefused(`${place} must be ${allowed.join(" or ")}, not ${JSON.stringify(value)}`);
  }
  return found;
}

function numbers<T extends readonly number[]>(value: unknown, length: number, place: string): T | null {
  if (value == null) {
    return null;
  }
  const items = list(value, place);
  if (items.length !== length) {
    throw new ManifestRefused(`${place} must be null or ${length} numbers`);
  }
  return items.map((item, index) => finite(item, `${place}[${index}]`)) as readonly number[] as T;
}
