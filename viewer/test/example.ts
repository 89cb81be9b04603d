import type { ImageEntry } from "../src/manifest";

/** A small CT image as a list would describe it; each test changes what it is about. */
export function image(changes: Partial<ImageEntry> = {}): ImageEntry {
  return {
    at: null,
    url: "/frames/0",
    rows: 2,
    columns: 2,
    bitsAllocated: 16,
    bitsStored: 12,
    signed: false,
    photometric: "MONOCHROME2",
    slope: 1,
    intercept: -1024,
    windowCenter: 40,
    windowWidth: 400,
    spacing: [0.5, 0.5],
    aspect: null,
    spacingNote: null,
    position: [0, 0, 0],
    orientation: [1, 0, 0, 0, 1, 0],
    ...changes,
  };
}
