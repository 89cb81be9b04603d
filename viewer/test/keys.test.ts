import { expect, test } from "vitest";
import { keyWish, wheelSlices } from "../src/keys";

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  keyWish({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

test("arrows scroll by one, page keys by ten, Home and End to the ends", () => {
  expect(press("ArrowDown")).toEqual({ kind: "scroll", by: 1 });
  expect(press("PageUp")).toEqual({ kind: "scroll", by: -10 });
  expect(press("End")).toEqual({ kind: "end", last: true });
});

test("each way of measuring has its letter, and w or Escape give the window back", () => {
  expect(["l", "A", "c", "e"].map((key) => press(key))).toEqual(
    ["LENGTH", "ANGLE", "LINES", "ELLIPSE"].map((what) => ({ kind: "draw", what })),
  );
  expect(press("Escape")).toEqual({ kind: "draw", what: "window" });
});

test("n goes to the next view of what is judged", () => {
  expect(press("n")).toEqual({ kind: "crop" });
});

test("other keys, and shortcuts of the browser, are left alone", () => {
  expect(press("Tab")).toBeNull();
  expect(press("r", { ctrlKey: true })).toBeNull();
});

test("a notch of the wheel is one slice, however far it turns", () => {
  expect(wheelSlices(0, 100)).toEqual({ slices: 1, left: 0 });
  expect(wheelSlices(30, -120)).toEqual({ slices: -1, left: 0 });
});

test("small movements of a touch pad add up to slices, and start afresh when they turn round", () => {
  expect(wheelSlices(0, 30)).toEqual({ slices: 0, left: 30 });
  expect(wheelSlices(30, 30)).toEqual({ slices: 1, left: 10 });
  expect(wheelSlices(40, -20).left).toBe(-20);
});
