/**
 * A synthetic series with pixels that are known exactly: a disc of bone with a metal rod in water, growing with the
 * slice, and a mark at the top left that betrays a mirrored or turned picture.
 */

export const SLICES = 5;
export const SIZE = 128;

/** HU of a pixel; the story compares the screen with it. */
export function hu(slice, row, column) {
  if (row >= 6 && row < 18 && column >= 6 && column < 18) {
    return 1500;
  }
  const away = Math.hypot(row - SIZE / 2, column - SIZE / 2);
  if (away < 6) {
    return 3000;
  }
  if (away < 16 + 8 * slice) {
    return 300 + 100 * slice;
  }
  return away < 60 ? 0 : -1000;
}

/** Stored values are HU + 1024 in 12 of 16 bits, little-endian; the four bits above hold rubbish that must be ignored. */
export function frame(slice) {
  const bytes = Buffer.alloc(SIZE * SIZE * 2);
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      bytes.writeUInt16LE(Math.min(4095, hu(slice, row, column) + 1024) | 0x5000, (row * SIZE + column) * 2);
    }
  }
  return bytes;
}

function image(base, slice, changes = {}) {
  return {
    url: `${base}/${slice}`,
    rows: SIZE,
    columns: SIZE,
    bitsAllocated: 16,
    bitsStored: 12,
    signed: false,
    photometric: "MONOCHROME2",
    slope: 1,
    intercept: -1024,
    windowCenter: 40,
    windowWidth: 400,
    spacing: [0.5, 0.5],
    position: [0, 0, 3 * slice],
    orientation: [1, 0, 0, 0, 1, 0],
    ...changes,
  };
}

/** The images are listed backwards, so that the story sees them sorted by position. */
function ct(base) {
  return Array.from({ length: SLICES }, (_, slice) => image(base, SLICES - 1 - slice));
}

const plain = { position: null, orientation: null, spacing: null, windowCenter: null, windowWidth: null };

export const lists = {
  "/case/ct": { series: [{ id: "s1", modality: "CT", images: ct("/frames") }] },
  "/case/two": {
    series: [
      { id: "s1", modality: "CT", images: ct("/frames") },
      { id: "s2", modality: "CR", images: [image("/frames", 2, { ...plain, slope: 1, intercept: 0 })] },
    ],
  },
  "/case/drawn": {
    series: [{ id: "s1", modality: "CT", images: ct("/frames") }],
    // The list is backwards: its second image is the fourth slice.
    annotations: [{ shape: "LINES", at: [0, 1, 0], points: [[30, 40], [90, 40], [30, 80], [90, 90.58]], label: "L4/L5\n10.0°" }],
  },
  "/case/uneven": { series: [{ id: "s1", modality: "CT", images: [image("/frames", 0), image("/frames", 1), image("/frames", 2, { position: [0, 0, 7] })] }] },
  "/case/pair": {
    series: [
      { id: "s1", label: "CT 1", modality: "CT", images: ct("/frames") },
      { id: "s2", label: "CT 2", modality: "CT", images: [0, 1, 2].map((slice) => image("/frames", slice, { position: [0, 0, 6 * slice] })) },
    ],
  },
  "/case/crops": {
    series: [{ id: "s1", modality: "CT", images: ct("/frames") }],
    // The list is backwards: its images 1 and 4 are slices 3 and 0.
    crops: [
      { name: "screw.L4-left", at: [0, 1, 0], box: [[10, 10], [50, 30]] },
      { name: "screw.L5-left", at: [0, 4, 0], box: [[54, 54], [74, 74]] },
      { name: "screw.L5-left", at: [0, 1, 0], box: [[54, 54], [74, 74]] },
    ],
  },
  "/case/beside": {
    series: [
      { id: "s1", label: "CT 1", modality: "CT", images: ct("/frames") },
      { id: "es1", label: "CT 1", modality: "CT", earlier: true, images: [0, 1, 2].map((slice) => image("/frames", slice, { position: [0, 0, 6 * slice] })) },
    ],
  },
  "/case/negative": { series: [{ id: "s1", modality: "DX", images: [image("/frames", 2, { photometric: "MONOCHROME1" })] }] },
  "/case/fraction": { series: [{ id: "s1", modality: "DX", images: [image("/frames", 2, { slope: 0.5, intercept: -512.5, windowCenter: 100, windowWidth: 500 })] }] },
  "/case/gap": { series: [{ id: "s1", modality: "CT", images: [image("/frames", 0), image("/missing", 1), image("/frames", 2)] }] },
  "/case/short": { series: [{ id: "s1", modality: "CT", images: [image("/short", 0)] }] },
  "/case/empty": { series: [] },
  "/case/wrong": { series: [{ id: "s1", modality: "CT", images: [image("/frames", 0, { rows: 0 })] }] },
};
