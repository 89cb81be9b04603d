import { expect, test } from "vitest";
import { printed, resultsOf } from "../src/measured";
import { blur, byImplant, stated } from "../src/scale";
import { image } from "./example";

const bare = image({ rows: 20, columns: 40, spacing: null, position: null, orientation: null });
/** A rod from column 10 to 20, with a sharp edge: two pixels of half grey would be a blur of 2. */
const sharp = Array.from({ length: 800 }, (_, at) => (at % 40 >= 10 && at % 40 < 20 ? 1000 : 0));
const soft = Array.from({ length: 800 }, (_, at) => Math.max(0, Math.min(1000, Math.min((at % 40) - 6, 24 - (at % 40)) * 200)));

test("without spacing nothing is in millimetres", () => {
  expect(stated(bare)).toBeUndefined();
  const results = resultsOf("LENGTH", [[0, 0], [3, 4]], undefined, bare, "DX", undefined);
  expect(printed(results, undefined, { ...bare, spacingNote: "at the detector" })).toEqual(["5.0 px"]);
});

test("with spacing a length is in millimetres, with the list's remark", () => {
  const results = resultsOf("LENGTH", [[0, 0], [6, 8]], stated(image()), image(), "CT", undefined);
  expect(printed(results, stated(image()), image())).toEqual(["5.0 mm"]);
  expect(printed(results, stated(image()), image({ spacingNote: "at the detector" }))).toEqual(["5.0 mm (at the detector)"]);
});

test("a screw of 6.5 mm across 10 pixels makes 0.65 mm a pixel, and says how sure that is", () => {
  const scale = byImplant([{ from: [9.5, 10], to: [19.5, 10], mm: 6.5 }], sharp, bare)!;
  expect(scale.steps).toEqual({ rows: 0.65, columns: 0.65 });
  // One pixel of blur: √(2 / 12) pixels of 10, rounded up to a tenth of a percent.
  expect(scale.error).toBeCloseTo(0.041, 10);
  const results = resultsOf("LENGTH", [[0, 0], [20, 0]], scale, bare, "DX", undefined);
  expect(printed(results, scale, bare)).toEqual(["13.0 mm (± 4.1 %)"]);
});

test("the uncertainty stands beside the millimetres, not beside an angle", () => {
  const scale = byImplant([{ from: [9.5, 10], to: [19.5, 10], mm: 6.5 }], sharp, bare)!;
  const results = resultsOf("LINES", [[0, 0], [10, 0], [2, 10], [12, 10]], scale, bare, "DX", undefined);
  expect(printed(results, scale, bare)).toEqual(["≈ 0.0°", "↔ -1.3 mm (± 4.1 %)"]);
});

test("an angle is marked as long as nobody knows whether the pixels are square", () => {
  const drawn = (entry: typeof bare) => printed(resultsOf("ANGLE", [[10, 0], [0, 0], [0, 10]], stated(entry), entry, "DX", undefined), stated(entry), entry);
  expect(drawn(bare)).toEqual(["≈ 90.0°"]);
  expect(drawn({ ...bare, aspect: 1 })).toEqual(["90.0°"]);
  expect(drawn(image())).toEqual(["90.0°"]);
});

test("pixels twice as high as wide distort neither an angle nor a length", () => {
  const tall = { ...bare, aspect: 2 };
  // Ten columns across and five rows down are as far: half a right angle.
  expect(printed(resultsOf("ANGLE", [[10, 0], [0, 0], [10, 5]], undefined, tall, "DX", undefined), undefined, tall)).toEqual(["45.0°"]);
  expect(printed(resultsOf("LENGTH", [[0, 0], [0, 5]], undefined, tall, "DX", undefined), undefined, tall)).toEqual(["10.0 px"]);
  // 6.5 mm across 10 columns are 0.65 mm a column and 1.3 mm a row; a stroke along 5 rows says the same.
  expect(byImplant([{ from: [9.5, 10], to: [19.5, 10], mm: 6.5 }], sharp, tall)!.steps).toEqual({ rows: 1.3, columns: 0.65 });
  expect(byImplant([{ from: [15, 5], to: [15, 10], mm: 6.5 }], sharp, tall)!.steps).toEqual({ rows: 1.3, columns: 0.65 });
});

test("blurred edges and strokes that scatter make it less sure", () => {
  expect(blur(sharp, bare, [9.5, 10], [19.5, 10])).toBeCloseTo(1, 5);
  expect(blur(soft, bare, [8.5, 10], [21.5, 10])).toBeCloseTo(5, 5);
  const two = byImplant([{ from: [9.5, 10], to: [19.5, 10], mm: 6.5 }, { from: [9.5, 10], to: [20.5, 10], mm: 6.5 }], sharp, bare)!;
  expect(two.error!).toBeGreaterThan(0.05);
  expect(byImplant([], sharp, bare)).toBeUndefined();
  expect(byImplant([{ from: [5, 5], to: [5, 5], mm: 6.5 }], sharp, bare)).toBeUndefined();
});

test("an ellipse gives Hounsfield units on CT only", () => {
  const values = new Array<number>(800).fill(120);
  const units = (modality: string) => resultsOf("ELLIPSE", [[2, 2], [8, 8]], undefined, bare, modality, values).map((one) => one.unit);
  expect(units("CT")).toEqual(["HU", "HU", "PIXEL2"]);
  expect(units("DX")).toEqual(["GREY", "GREY", "PIXEL2"]);
});
