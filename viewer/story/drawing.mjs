/** Stories of measuring: what is drawn becomes an event with its geometry, in millimetres only when they are known. */
import assert from "node:assert/strict";
import { hu, SIZE } from "./series.mjs";

export function drawingStories({ viewer, state, press, button, drag, status, look, near, greyOf, shots }) {
  /** Where a point of the image is on the screen: it is fitted into the picture and centred. */
  async function screen(page, points, at = 0) {
    const box = await viewer(page).locator("canvas").nth(at).boundingBox();
    const scale = Math.min(box.width, box.height) / SIZE;
    const middle = (SIZE - 1) / 2;
    return points.map(([column, row]) => [box.x + box.width / 2 + (column - middle) * scale, box.y + box.height / 2 + (row - middle) * scale]);
  }

  async function line(page, from, to) {
    await drag(page, ...(await screen(page, [from, to])), "left");
  }

  /** Keeps what the viewer tells, by id. */
  async function listen(page) {
    await viewer(page).evaluate((element) => {
      window.told = new Map();
      element.addEventListener("measured", (event) => window.told.set(event.detail.id, event.detail));
      element.addEventListener("unmeasured", (event) => window.told.delete(event.detail.id));
    });
  }
  async function told(page, count) {
    await page.waitForFunction((wanted) => window.told.size === wanted, count);
    return page.evaluate(() => [...window.told.values()]);
  }
  const close = (seen, expected, within, what) => assert.ok(Math.abs(seen - expected) <= within, `${what}: ${seen}, expected ${expected}`);

  const everywhere = {
    "what is drawn is told with its geometry, for the target that the page chose": [
      { src: "/case/ct" },
      async (page) => {
        await state(page, "ready", "true");
        await listen(page);
        await viewer(page).evaluate((element) => (element.target = { name: "screw.L4-left.lucency", label: "L4 left" }));
        await page.waitForFunction(() => document.querySelector("trabecula-viewer").shadowRoot.querySelector(".target").textContent === "for L4 left");
        await press(page, "l");
        await line(page, [20, 30], [50, 70]);
        const [length] = await told(page, 1);
        assert.deepEqual([length.target, length.shape, length.unit], ["screw.L4-left.lucency", "LENGTH", "MM"]);
        assert.deepEqual(length.at, [0, 2, 0]);
        close(length.points[0][0], 20, 0.6, "column");
        close(length.points[1][1], 70, 0.6, "row");
        close(length.value, 25, 0.5, "50 pixels of 0.5 mm");
        await press(page, "e");
        await line(page, [64, 64], [68, 67]);
        const ellipse = (await told(page, 2))[1];
        const [[c0, r0], [c1, r1]] = ellipse.points;
        const inside = [];
        for (let row = 0; row < SIZE; row++) {
          for (let column = 0; column < SIZE; column++) {
            if (((column - (c0 + c1) / 2) / ((c1 - c0) / 2)) ** 2 + ((row - (r0 + r1) / 2) / ((r1 - r0) / 2)) ** 2 <= 1) {
              inside.push(hu(2, row, column));
            }
          }
        }
        close(ellipse.results[0].value, inside.reduce((sum, one) => sum + one, 0) / inside.length, 0.01, "mean HU");
        assert.deepEqual(ellipse.results.map((one) => one.unit), ["HU", "HU", "MM2"]);
        await press(page, "a");
        await line(page, [90, 30], [70, 30]);
        await page.mouse.click(...(await screen(page, [[70, 50]]))[0]);
        close((await told(page, 3))[2].value, 90, 2.5, "a right angle");
        await page.screenshot({ path: `${shots}drawn.png` });
        await press(page, "Backspace");
        await told(page, 2);
        await button(page, "clear").click();
        await told(page, 0);
      },
    ],
    "two endplates give an angle and a shift, drawn in any order": [
      { src: "/case/ct" },
      async (page) => {
        await state(page, "ready", "true");
        await listen(page);
        await press(page, "c");
        await line(page, [90, 84], [30, 80]);
        await line(page, [36, 40], [90, 30]);
        const [lines] = await told(page, 1);
        assert.equal(lines.points.length, 4);
        const tilt = (Math.atan2(4, 60) + Math.atan2(10, 54)) * (180 / Math.PI);
        close(lines.value, tilt, 1.5, "tilt");
        close(lines.results[1].value, ((6 * 60 - 40 * 4) / Math.hypot(60, 4)) * 0.5, 0.6, "shift");
        await page.screenshot({ path: `${shots}endplates.png` });
      },
    ],
    "an uncalibrated image has pixels, until a screw of known width is drawn across": [
      { src: "/case/two" },
      async (page) => {
        await state(page, "ready", "true");
        await viewer(page).getByRole("button", { name: "CR" }).click();
        await state(page, "count", "1");
        await state(page, "ready", "true");
        await listen(page);
        await press(page, "l");
        await line(page, [20, 100], [44, 100]);
        assert.equal((await told(page, 1))[0].unit, "PIXEL");
        assert.match(await status(page), /uncalibrated/);
        await viewer(page).evaluate((element) => (element.target = { name: "screw.L4-left.stroke", label: "L4 left", mm: 6 }));
        await line(page, [58, 64], [70, 64]);
        const [length, stroke] = await told(page, 2);
        assert.equal(stroke.unit, "PIXEL");
        assert.deepEqual([length.unit, length.error > 0.01], ["MM", true]);
        close(length.value, 12, 0.8, "24 pixels at 6 mm for 12");
        assert.match(await status(page), /by an implant: 0\.\d+ mm per pixel ± [\d.]+ %/);
        await page.screenshot({ path: `${shots}by-implant.png` });
        await press(page, "Backspace");
        assert.equal((await told(page, 1))[0].unit, "PIXEL");
      },
    ],
    "drawings of another time are shown and stay as they are; those of a sheet that came back can be changed": [
      { src: "/case/drawn" },
      async (page) => {
        await state(page, "ready", "true");
        await listen(page);
        await state(page, "index", "3");
        const text = viewer(page).locator("svg text");
        await text.getByText("L4/L5").waitFor();
        assert.match(await text.textContent(), /10\.0°/);
        assert.ok(await button(page, "clear").isDisabled());
        await line(page, [30, 40], [30, 20]);
        assert.match(await text.textContent(), /10\.0°/);
        await viewer(page).evaluate((element) =>
          element.restore([{ target: "segment.L4/L5.flexion", shape: "LENGTH", at: [0, 1, 0], points: [[10, 10], [50, 10]], value: 20, unit: "MM" }]),
        );
        const [restored] = await told(page, 1);
        assert.deepEqual([restored.target, restored.value], ["segment.L4/L5.flexion", 20]);
        await button(page, "clear").click();
        await told(page, 0);
        assert.match(await text.first().textContent(), /L4\/L5/);
        await page.screenshot({ path: `${shots}earlier.png` });
      },
    ],
    "two pictures side by side scroll together in space": [
      { src: "/case/pair" },
      async (page) => {
        await state(page, "ready", "true");
        await press(page, "b");
        await state(page, "layout", "two");
        await state(page, "ready", "true");
        assert.equal(await viewer(page).locator(".pane").count(), 2);
        const corner = (at) => viewer(page).locator(".corner").nth(at).textContent();
        await page.waitForFunction(() => document.querySelector("trabecula-viewer").shadowRoot.querySelectorAll(".corner")[1].textContent !== "");
        assert.deepEqual([await corner(0), await corner(1)], ["CT 1 Slice 3 / 5", "CT 2 Slice 2 / 3"]);
        await viewer(page).locator(".viewport").first().click();
        await page.keyboard.press("k");
        await page.keyboard.press("End");
        // The last slice lies at 12 mm; of the other series that is the third, at 12 mm too.
        await page.waitForFunction(() => document.querySelector("trabecula-viewer").shadowRoot.querySelectorAll(".corner")[1].textContent === "CT 2 Slice 3 / 3");
        await page.screenshot({ path: `${shots}two.png` });
        await page.keyboard.press("o");
        await page.waitForFunction(() => document.querySelector("trabecula-viewer").shadowRoot.querySelectorAll(".pane").length === 1);
        await state(page, "index", "4");
      },
    ],
  };

  const accelerated = {
    "three planes go through one point, which follows the mouse": [
      { src: "/case/ct" },
      async (page) => {
        await state(page, "ready", "true");
        await press(page, "m");
        await state(page, "layout", "planes");
        assert.equal(await viewer(page).locator(".plane").count(), 3);
        const plane = async (at) => {
          const canvas = viewer(page).locator(".plane canvas").nth(at);
          const png = (await canvas.screenshot()).toString("base64");
          return page.evaluate(async (data) => {
            const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
            pen.drawImage(bitmap, 0, 0);
            const { data: rgba } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
            return { greys: new Set(rgba.filter((_, index) => index % 4 === 0)).size, middle: rgba[4 * (Math.floor(bitmap.height / 2 + 6) * bitmap.width + Math.floor(bitmap.width / 2 + 6))] };
          }, png);
        };
        for (const at of [0, 1, 2]) {
          const seen = await plane(at);
          assert.ok(seen.greys > 2, `plane ${at} is blank`);
          near(seen.middle, 255, `rod in plane ${at}`);
        }
        await page.screenshot({ path: `${shots}planes.png` });
        const box = await viewer(page).locator(".plane").first().boundingBox();
        await page.mouse.click(box.x + box.width / 2 + 60, box.y + box.height / 2 + 40);
        await page.waitForFunction(() => !document.querySelector("trabecula-viewer").shadowRoot.querySelector(".planes").dataset.focus.startsWith("31.8 31.8"));
        await page.keyboard.press("1");
        await button(page, "one").click();
        await state(page, "layout", "one");
        assert.ok((await look(page)).greys > 3);
      },
    ],
    "slices that are not evenly spaced make no planes, and the page says so": [
      { src: "/case/uneven" },
      async (page) => {
        await state(page, "ready", "true");
        await press(page, "m");
        await state(page, "planes", "refused");
        assert.equal(await viewer(page).getAttribute("data-layout"), "one");
        await viewer(page).getByText("evenly spaced").waitFor();
      },
    ],
  };

  const plain = {
    "without WebGL there are no planes, and the stack stays": [
      { src: "/case/ct" },
      async (page) => {
        await state(page, "ready", "true");
        await press(page, "m");
        await viewer(page).getByText("need WebGL").waitFor();
        await press(page, "ArrowDown");
        await state(page, "index", "3");
      },
    ],
  };

  return { everywhere, accelerated, plain };
}
