import { expect, test } from "vitest";
import { CT_PRESETS, ownWindow, presetOf, presetsFor, rangeOf, windowOf } from "../src/windowing";
import { image } from "./example";

test("a window of 100 around 50 spreads 0 to 99, by DICOM PS3.3 C.11.2.1.2.1", () => {
  // The standard's function is 0 at x <= c - 0.5 - (w - 1) / 2 and full at x > c - 0.5 + (w - 1) / 2.
  expect(rangeOf({ center: 50, width: 100 })).toEqual({ lower: 0, upper: 99 });
});

test("a range gives back its window", () => {
  for (const window of Object.values(CT_PRESETS)) {
    expect(windowOf(rangeOf(window))).toEqual(window);
  }
});

test("an image's own window is the stored one, or spans its values", () => {
  expect(ownWindow(image(), -1000, 3000)).toEqual({ center: 40, width: 400 });
  const bare = image({ windowCenter: null, windowWidth: null });
  expect(rangeOf(ownWindow(bare, -1000, 3000))).toEqual({ lower: -1000, upper: 3000 });
  expect(ownWindow(bare, 7, 7).width).toBe(2);
});

test("windows in Hounsfield units are offered on CT only", () => {
  expect(presetsFor("CT")).toEqual(["bone", "soft", "metal"]);
  expect(presetsFor("DX")).toEqual([]);
});

test("a window is recognised as its preset", () => {
  expect(presetOf({ center: 400, width: 2000 })).toBe("bone");
  expect(presetOf({ center: 401, width: 2000 })).toBeUndefined();
});
