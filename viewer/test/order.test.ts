import { expect, test } from "vitest";
import type { ImageEntry } from "../src/manifest";
import { inScrollOrder } from "../src/order";
import { image } from "./example";

const urls = (images: readonly ImageEntry[]): string[] => inScrollOrder(images).map((one) => one.url);

test("axial slices are sorted by their place along the normal, from the feet up", () => {
  const slices = [6, 0, 3].map((z) => image({ url: `z${z}`, position: [0, 0, z] }));
  expect(urls(slices)).toEqual(["z0", "z3", "z6"]);
});

test("tilted slices are sorted along their own normal, not along one axis", () => {
  // Rows along x, columns 60 degrees down from y towards -z: the normal is (0, sin 60, cos 60).
  const tilt = [1, 0, 0, 0, 0.5, -Math.sqrt(3) / 2] as const;
  const slices = [2, 0, 1].map((step) => image({ url: `s${step}`, orientation: tilt, position: [0, 0.866 * step, 0.5 * step] }));
  expect(urls(slices)).toEqual(["s0", "s1", "s2"]);
});

test("images without a place keep the order of the server", () => {
  expect(urls([image({ url: "b" }), image({ url: "a", position: null })])).toEqual(["b", "a"]);
});

test("images in different planes keep the order of the server", () => {
  const sagittal = image({ url: "sagittal", orientation: [0, 1, 0, 0, 0, -1], position: [0, 0, 0] });
  expect(urls([image({ url: "axial", position: [0, 0, 9] }), sagittal])).toEqual(["axial", "sagittal"]);
});
