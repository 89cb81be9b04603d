import { expect, test } from "vitest";
import { readCrops, readManifest } from "../src/manifest";
import { image } from "./example";

const list = (changes: object): unknown => ({ series: [{ id: "s1", modality: "CT", images: [{ ...image(), ...changes }] }] });

test("a full list is read as it stands", () => {
  expect(readManifest(list({}))).toEqual([{ id: "s1", label: null, modality: "CT", earlier: false, images: [image()] }]);
});

test("what is not known may be left out", () => {
  const { url, rows, columns, bitsAllocated, bitsStored, signed, photometric } = image();
  const bare = { url, rows, columns, bitsAllocated, bitsStored, signed, photometric };
  const read = readManifest({ series: [{ id: "a", modality: "DX", images: [bare] }] })[0]!.images[0]!;
  expect(read).toEqual(
    image({ intercept: 0, windowCenter: null, windowWidth: null, spacing: null, position: null, orientation: null }),
  );
});

test.each([
  [{ rows: 0 }, "series[0].images[0].rows must be a whole number above 0"],
  [{ bitsAllocated: 32 }, "series[0].images[0].bitsAllocated must be 8 or 16, not 32"],
  [{ bitsAllocated: 8, bitsStored: 12 }, "series[0].images[0].bitsStored must not exceed bitsAllocated (8)"],
  [{ photometric: "RGB" }, 'series[0].images[0].photometric must be MONOCHROME1 or MONOCHROME2, not "RGB"'],
  [{ spacing: [0, 0] }, "series[0].images[0].spacing must be null or two numbers above 0"],
  [{ position: [1, 2] }, "series[0].images[0].position must be null or 3 numbers"],
  [{ orientation: [1, 0, 0, 0, 1, "x"] }, "series[0].images[0].orientation[5] must be a number"],
  [{ windowWidth: 0 }, "series[0].images[0].windowWidth must be 1 or more"],
  [{ url: "" }, "series[0].images[0].url must be a text that is not empty"],
  [{ slope: "1" }, "series[0].images[0].slope must be a number"],
])("%j is refused by place and rule", (changes, message) => {
  expect(() => readManifest(list(changes))).toThrow(message);
});

test("a series without images, and a list that is none, are refused", () => {
  expect(() => readManifest({ series: [{ id: "a", modality: "CT", images: [] }] })).toThrow("series[0].images must hold at least one image");
  expect(() => readManifest([])).toThrow("the list must be an object");
  expect(() => readManifest({})).toThrow("series must be a list");
});

test("where to look is read, may be left out, and is refused by place and rule", () => {
  const crop = { name: "screw.L4-left", at: [0, 3, 0], box: [[1, 2], [30, 40.5]] };
  expect(readCrops({ crops: [crop] })).toEqual([crop]);
  expect(readCrops({})).toEqual([]);
  expect(() => readCrops({ crops: [{ ...crop, box: [[1, 2]] }] })).toThrow("crops[0].box must be two corners");
  expect(() => readCrops({ crops: [{ ...crop, at: [0] }] })).toThrow("crops[0].at must be null or 3 numbers");
});
