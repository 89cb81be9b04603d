import { expect, test } from "vitest";
import type { ImageEntry } from "../src/manifest";
import { FrameSizeDiffers, modalityValues } from "../src/pixels";
import { image } from "./example";

const bytes = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;
const strip = (changes: Partial<ImageEntry>): ImageEntry => image({ rows: 1, columns: 3, intercept: 0, ...changes });

test("unsigned 12-bit cells become HU by slope and intercept", () => {
  const { data, least, greatest } = modalityValues(bytes(0x00, 0x00, 0x00, 0x04, 0xff, 0x0f), strip({ intercept: -1024 }));
  expect([...data]).toEqual([-1024, 0, 3071]);
  expect(data).toBeInstanceOf(Int16Array);
  expect([least, greatest]).toEqual([-1024, 3071]);
});

test("bits above the stored ones are dropped", () => {
  expect([...modalityValues(bytes(0x01, 0xf0, 0x02, 0x80, 0x03, 0x10), strip({})).data]).toEqual([1, 2, 3]);
});

test("the sign is that of the highest stored bit", () => {
  const { data } = modalityValues(bytes(0xff, 0x0f, 0x00, 0x08, 0xff, 0x07), strip({ signed: true }));
  expect([...data]).toEqual([-1, -2048, 2047]);
});

test("full 16-bit signed cells keep their range", () => {
  const { data } = modalityValues(bytes(0x00, 0x80, 0xff, 0xff, 0xff, 0x7f), strip({ signed: true, bitsStored: 16 }));
  expect([...data]).toEqual([-32768, -1, 32767]);
  expect(data).toBeInstanceOf(Int16Array);
});

test("8-bit cells stay bytes, and the padding byte of an odd frame is allowed", () => {
  const { data } = modalityValues(bytes(0, 128, 255, 0), strip({ bitsAllocated: 8, bitsStored: 8 }));
  expect([...data]).toEqual([0, 128, 255]);
  expect(data).toBeInstanceOf(Uint8Array);
});

test("a slope with a fraction gives values with fractions", () => {
  const { data } = modalityValues(bytes(1, 0, 2, 0, 3, 0), strip({ slope: 0.5, intercept: -1 }));
  expect([...data]).toEqual([-0.5, 0, 0.5]);
});

test("unsigned 16-bit cells fit without loss, with an offset below zero too", () => {
  expect(modalityValues(bytes(0, 0, 1, 0, 0xff, 0xff), strip({ bitsStored: 16 })).data).toBeInstanceOf(Uint16Array);
  const { data } = modalityValues(bytes(0, 0, 1, 0, 0xff, 0xff), strip({ bitsStored: 16, intercept: -1024 }));
  expect([...data]).toEqual([-1024, -1023, 64511]);
});

test.each([4, 5, 8])("a frame of %i bytes instead of 6 is refused with both numbers", (length) => {
  expect(() => modalityValues(new ArrayBuffer(length), strip({}))).toThrow(new FrameSizeDiffers(6, length).message);
});
