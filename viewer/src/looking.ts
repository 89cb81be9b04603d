import type { Crop, SeriesEntry } from "./manifest";
import type { Texts } from "./texts";

/** The places to look at for a target: those of the thing that its name begins with, such as screw.L4-left of screw.L4-left.lucency. */
export function cropsFor(crops: readonly Crop[], target: string | undefined): readonly Crop[] {
  return target === undefined ? [] : crops.filter(({ name }) => target === name || target.startsWith(`${name}.`));
}

/** The place after the one that is shown, or the first. */
export function nextCrop(crops: readonly Crop[], shown: Crop | undefined): Crop | undefined {
  return crops[(crops.findIndex((one) => one === shown) + 1) % Math.max(1, crops.length)];
}

/** The series to show beside another: the same of the earlier time if there is one, else the next in the list. */
export function besideOf(all: readonly SeriesEntry[], number: number): number {
  const earlier = all.map((one, index) => (one.earlier ? index : -1)).filter((index) => index >= 0);
  const counterpart = all[number]?.earlier === true ? undefined : (earlier[number] ?? earlier[0]);
  return counterpart ?? (number + 1) % all.length;
}

/** What a series is called on a button and over its picture. */
export function nameOf(texts: Texts, series: SeriesEntry): string {
  const label = series.label ?? `${series.modality} · ${series.images.length}`;
  return series.earlier ? texts("earlier", { label }) : label;
}

/** Half the height of the world that a canvas shows when a box fills it with a little room around. */
export function scaleFor(width: number, height: number, canvasWidth: number, canvasHeight: number): number {
  return (Math.max(height, (width * canvasHeight) / Math.max(1, canvasWidth)) / 2) * ROOM;
}

const ROOM = 1.1;
