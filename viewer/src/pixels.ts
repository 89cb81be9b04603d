import type { ImageEntry } from "./manifest";

/** The values of one frame after the modality rescale (HU for a CT), with their range. */
export interface Values {
  readonly data: Uint8Array | Int16Array | Uint16Array | Float32Array;
  readonly least: number;
  readonly greatest: number;
}

/** The frame has another number of bytes than its description demands. */
export class FrameSizeDiffers extends Error {
  override readonly name = "FrameSizeDiffers";
  constructor(
    readonly expected: number,
    readonly received: number,
  ) {
    super(`expected ${expected} bytes, received ${received}`);
  }
}

/**
 * Turns raw little-endian pixels into modality values. Bits above bitsStored are dropped (they may carry
 * overlays) and the sign is taken from the highest stored bit, as DICOM PS3.5 section 8.1.1 lays the cell out.
 */
export function modalityValues(raw: ArrayBuffer, image: ImageEntry): Values {
  const cells = image.rows * image.columns;
  const expected = cells * (image.bitsAllocated / 8);
  // A frame of odd length is padded to even in DICOM, so one byte more is in order.
  if (raw.byteLength !== expected && raw.byteLength !== expected + (expected % 2)) {
    throw new FrameSizeDiffers(expected, raw.byteLength);
  }
  const data = room(raw, image, cells);
  return { data, ...rescaled(stored(raw, image, cells), data, image) };
}

/** The cells of the frame as they lie; every machine that browsers run on is little-endian, as the frames are. */
function stored(raw: ArrayBuffer, image: ImageEntry, cells: number): Uint8Array | Uint16Array {
  return image.bitsAllocated === 8 ? new Uint8Array(raw, 0, cells) : new Uint16Array(raw, 0, cells);
}

/** Fills the values, which may lie where the cells are, cell by cell; answers their range. */
function rescaled(cells: Uint8Array | Uint16Array, data: Values["data"], { bitsStored, signed, slope, intercept }: ImageEntry): { least: number; greatest: number } {
  const unused = 32 - bitsStored;
  const whole = slope === 1 && Number.isInteger(intercept) && !(data instanceof Float32Array);
  const offset = intercept | 0;
  let least = Infinity;
  let greatest = -Infinity;
  for (let at = 0; at < cells.length; at++) {
    const high = cells[at]! << unused;
    const cell = signed ? high >> unused : high >>> unused;
    // Most CTs have slope 1: whole numbers all the way, which is several times as fast.
    const value = whole ? (cell + offset) | 0 : slope * cell + intercept;
    data[at] = value;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return { least, greatest };
}

/**
 * The smallest array that holds every value this image could have, so that a whole series gets the same type; in place of the
 * raw cells when they are as wide, since a CT of hundreds of slices would otherwise be held twice.
 */
function room(raw: ArrayBuffer, image: ImageEntry, cells: number): Values["data"] {
  const [from, to] = possibleRange(image);
  if (!Number.isInteger(image.slope) || !Number.isInteger(image.intercept)) {
    return new Float32Array(cells);
  }
  if (from >= 0 && to <= 0xff) {
    return image.bitsAllocated === 8 ? new Uint8Array(raw, 0, cells) : new Uint8Array(cells);
  }
  if (from >= -0x8000 && to <= 0x7fff) {
    return image.bitsAllocated === 16 ? new Int16Array(raw, 0, cells) : new Int16Array(cells);
  }
  return from >= 0 && to <= 0xffff ? new Uint16Array(cells) : new Float32Array(cells);
}

function possibleRange(image: ImageEntry): readonly [number, number] {
  const codes = 2 ** image.bitsStored;
  const first = image.signed ? -codes / 2 : 0;
  const ends = [first, first + codes - 1].map((code) => image.slope * code + image.intercept);
  return [Math.min(...ends), Math.max(...ends)];
}
