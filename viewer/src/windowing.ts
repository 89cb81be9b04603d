import type { ImageEntry } from "./manifest";

/** A grey-scale window: which values are spread from black to white. */
export interface Window {
  readonly center: number;
  readonly width: number;
}

/** The first and last value that the window tells apart. */
export interface Range {
  readonly lower: number;
  readonly upper: number;
}

export type PresetName = "bone" | "soft" | "metal";

/** Windows in Hounsfield units; they mean something on CT only. Metal is wide, so that an implant keeps its edge. */
export const CT_PRESETS: Readonly<Record<PresetName, Window>> = {
  bone: { center: 400, width: 2000 },
  soft: { center: 40, width: 400 },
  metal: { center: 1000, width: 4000 },
};

/** The linear window function of DICOM PS3.3 C.11.2.1.2.1: w - 1 steps around c - 0.5. */
export function rangeOf({ center, width }: Window): Range {
  return { lower: center - 0.5 - (width - 1) / 2, upper: center - 0.5 + (width - 1) / 2 };
}

/** The window of a range: the inverse of rangeOf. */
export function windowOf({ lower, upper }: Range): Window {
  return { center: (lower + upper + 1) / 2, width: upper - lower + 1 };
}

/** The window stored with the image, or one that spans all its values when none is stored. */
export function ownWindow(image: ImageEntry, least: number, greatest: number): Window {
  if (image.windowCenter !== null && image.windowWidth !== null) {
    return { center: image.windowCenter, width: image.windowWidth };
  }
  return windowOf({ lower: least, upper: Math.max(greatest, least + 1) });
}

export function presetsFor(modality: string): readonly PresetName[] {
  return modality === "CT" ? ["bone", "soft", "metal"] : [];
}

/** The preset that a window is, if it is one. */
export function presetOf({ center, width }: Window): PresetName | undefined {
  const names = Object.keys(CT_PRESETS) as PresetName[];
  return names.find((name) => CT_PRESETS[name].center === center && CT_PRESETS[name].width === width);
}
