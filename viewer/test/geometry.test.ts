import { expect, test } from "vitest";
import { angle, area, inEllipse, length, PIXELS, shift, tilt, toImage, toWorld, type Point } from "../src/geometry";
import { image } from "./example";

const steps = { rows: 0.5, columns: 2 };

test("a length takes rows and columns at their own distance", () => {
  // 3 columns of 2 mm and 16 rows of 0.5 mm: 6 and 8, so 10 mm.
  expect(length([1, 2], [4, 18], steps)).toBe(10);
});

test("an angle is that at the corner", () => {
  expect(angle([10, 0], [0, 0], [0, 5], PIXELS)).toBeCloseTo(90, 10);
  // In millimetres the arms are (2, 0) and (2, 2): 45 degrees.
  expect(angle([1, 0], [0, 0], [1, 4], steps)).toBeCloseTo(45, 10);
});

const upper: readonly [Point, Point] = [[10, 10], [50, 10]];
const lower: readonly [Point, Point] = [[12, 40], [52, 47.0531]];

test("two lines give their tilt, however they were drawn", () => {
  // atan(7.0531 / 40) is 10 degrees.
  const ways = [
    [...upper, ...lower],
    [...lower, ...upper],
    [upper[1], upper[0], lower[0], lower[1]],
    [lower[1], lower[0], upper[1], upper[0]],
  ];
  ways.forEach((points) => expect(tilt(points, PIXELS)).toBeCloseTo(10, 4));
});

test("the shift is that of the left ends, along the lower line", () => {
  expect(shift([[10, 10], [50, 10], [12, 40], [52, 40]], PIXELS)).toBe(-2);
  expect(shift([[15, 10], [50, 10], [12, 40], [52, 40]], { rows: 0.5, columns: 0.5 })).toBe(1.5);
});

test("an ellipse counts the pixels whose centres lie in it", () => {
  const values = Array.from({ length: 25 }, (_, at) => at);
  // Radius 1 around the middle of 5 x 5: the middle (12) and its four neighbours.
  const region = inEllipse(values, { rows: 5, columns: 5 }, [1, 1], [3, 3])!;
  expect(region.pixels).toBe(5);
  expect(region.mean).toBe(12);
  expect(region.sd).toBeCloseTo(Math.sqrt((25 + 1 + 0 + 1 + 25) / 4), 10);
  expect(area([1, 1], [3, 3], steps)).toBeCloseTo(Math.PI * 2 * 0.5, 10);
  expect(inEllipse(values, { rows: 5, columns: 5 }, [0.2, 0.2], [0.4, 0.4])).toBeUndefined();
});

test("a point goes to the patient and back, in tilted images too", () => {
  const tilted = image({ orientation: [1, 0, 0, 0, 0.5, -Math.sqrt(3) / 2], position: [10, -4, 7], spacing: [0.7, 0.4] });
  expect(toImage(toWorld([12.25, 3.5], tilted), tilted)).toEqual([12.25, 3.5]);
  expect(toImage(toWorld([1, 2], image({ spacing: null, position: null, orientation: null })), image({ spacing: null, position: null, orientation: null }))).toEqual([1, 2]);
});
