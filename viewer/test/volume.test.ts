import { expect, test } from "vitest";
import { nearest } from "../src/linking";
import { volumeOf } from "../src/planes";
import { image } from "./example";

const slices = (heights: readonly number[]) => heights.map((z) => image({ position: [0, 0, z] }));
const series = (images: ReturnType<typeof slices>, modality = "CT") => ({ id: "s", label: null, modality, earlier: false, images });

test("evenly spaced parallel slices make a volume", () => {
  expect(volumeOf(series(slices([6, 0, 3])), ["a", "b", "c"])).toMatchObject({ step: 3, middle: [0.25, 0.25, 3] });
});

test.each([
  ["a slice is missing", series(slices([0, 3, 9]))],
  ["a slice is there twice", series(slices([0, 3, 3]))],
  ["there are two only", series(slices([0, 3]))],
  ["it is a radiograph", series(slices([0, 3, 6]), "DX")],
  ["the pixels have no size", series(slices([0, 3, 6]).map((one) => ({ ...one, spacing: null })))],
  ["one has other rows", series([...slices([0, 3]), image({ position: [0, 0, 6], rows: 3 })])],
])("none when %s", (_, one) => {
  expect(volumeOf(one, ["a", "b", "c"])).toBeUndefined();
});

test("another series follows to the slice nearest in space", () => {
  expect(nearest(image({ position: [0, 0, 7] }), slices([0, 5, 10]))).toBe(1);
  expect(nearest(image({ position: null }), slices([0, 5, 10]))).toBeUndefined();
});
