import { expect, test } from "vitest";
import { besideOf, cropsFor, nextCrop, scaleFor } from "../src/looking";
import type { Crop, SeriesEntry } from "../src/manifest";
import { image } from "./example";

const crop = (name: string, series: number): Crop => ({ name, at: [series, 0, 0], box: [[0, 0], [10, 10]] });
const series = (id: string, earlier: boolean): SeriesEntry => ({ id, label: null, modality: "DX", earlier, images: [image()] });

test("a target is looked for by the thing that its name begins with", () => {
  const [left, right, side] = [crop("screw.L4-left", 0), crop("screw.L4-right", 0), crop("screw.L4-left", 1)];
  expect(cropsFor([left, right, side], "screw.L4-left.lucency")).toEqual([left, side]);
  expect(cropsFor([left], "screw.L4-left")).toEqual([left]);
  expect(cropsFor([left], "screw.L4-left-out")).toEqual([]);
  expect(cropsFor([left], undefined)).toEqual([]);
});

test("the views of a thing come one after another, the first after the last", () => {
  const [one, other] = [crop("a", 0), crop("a", 1)];
  expect(nextCrop([one, other], undefined)).toBe(one);
  expect(nextCrop([one, other], one)).toBe(other);
  expect(nextCrop([one, other], other)).toBe(one);
  expect(nextCrop([], one)).toBeUndefined();
});

test("beside a series stands the same of the earlier time, or the next one", () => {
  const now = [series("s1", false), series("s2", false)];
  const both = [...now, series("es1", true), series("es2", true)];
  expect(besideOf(now, 0)).toBe(1);
  expect(besideOf(now, 1)).toBe(0);
  expect(besideOf(both, 0)).toBe(2);
  expect(besideOf(both, 1)).toBe(3);
  expect(besideOf([...now, series("es1", true)], 1)).toBe(2);
  expect(besideOf(both, 3)).toBe(0);
});

test("a box fills the picture by its longer side", () => {
  expect(scaleFor(20, 100, 400, 400)).toBeCloseTo(55);
  expect(scaleFor(100, 20, 400, 400)).toBeCloseTo(55);
  expect(scaleFor(100, 20, 800, 400)).toBeCloseTo(27.5);
});
