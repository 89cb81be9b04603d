/** The viewer goes to what is judged, and shows an earlier time beside it. */
import assert from "node:assert/strict";

export function lookingStories({ viewer, state, press, button, drag, status, shots }) {
  const aim = (page, name) => viewer(page).evaluate((element, target) => (element.target = { name: target, label: target }), name);
  const zoom = async (page) => Number(/Zoom (\d+)/.exec(await status(page))[1]) / 100;
  /** Waits until so many image pixels, with a tenth of room, fill the picture. */
  const fills = (page, columns, rows) =>
    page.waitForFunction(
      ([wide, high]) => {
        const root = document.querySelector("trabecula-viewer").shadowRoot;
        const { width, height } = root.querySelector("canvas").getBoundingClientRect();
        const zoom = Number(/Zoom (\d+)/.exec(root.querySelector(".status").textContent)[1]) / 100;
        return Math.abs(zoom - Math.min(width / wide, height / high) / 1.1) < 0.2;
      },
      [columns, rows],
    );

  return {
    "what is judged fills the picture, view after view": [
      { src: "/case/crops", more: 'tools="LENGTH"' },
      async (page) => {
        await state(page, "ready", "true");
        await state(page, "index", "2");
        const whole = await zoom(page);
        assert.ok(!(await button(page, "nextCrop").isVisible()));
        await aim(page, "screw.L4-left.lucency");
        await state(page, "index", "3");
        await fills(page, 40, 20);
        assert.ok((await zoom(page)) > whole);
        await aim(page, "screw.L5-left.lucency");
        await fills(page, 20, 20);
        await state(page, "index", "3");
        await button(page, "nextCrop").click();
        await state(page, "index", "0");
        await press(page, "n");
        await state(page, "index", "3");
        await page.screenshot({ path: `${shots}crop.png` });
        await press(page, "r");
        await page.waitForFunction(
          (zoom) => Number(/Zoom (\d+)/.exec(document.querySelector("trabecula-viewer").shadowRoot.querySelector(".status").textContent)[1]) / 100 < zoom + 0.1,
          whole,
        );
        assert.ok(await button(page, "length").isVisible());
        assert.ok(!(await button(page, "ellipse").isVisible()));
        await press(page, "e");
        assert.equal(await viewer(page).locator(".viewport").getAttribute("data-tool"), "window");
      },
    ],
    "an earlier time stands beside, and what is drawn on it is told to nobody": [
      { src: "/case/beside" },
      async (page) => {
        await state(page, "ready", "true");
        await viewer(page).evaluate((element) => {
          element.told = [];
          element.addEventListener("measured", ({ detail }) => element.told.push(detail.at[0]));
        });
        assert.equal(await viewer(page).getByRole("button", { name: "Earlier: CT 1" }).count(), 1);
        await button(page, "two").click();
        await state(page, "layout", "two");
        await page.waitForFunction(() => /Earlier: CT 1/.test(document.querySelector("trabecula-viewer").shadowRoot.querySelectorAll(".corner")[1]?.textContent));
        await button(page, "length").click();
        for (const [number, pane] of [[0, 1], [1, 2]]) {
          const box = await viewer(page).locator("canvas").nth(1 - number).boundingBox();
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          await drag(page, [x - 40, y], [x + 40, y], "left");
          await page.waitForFunction((many) => document.querySelector("trabecula-viewer").shadowRoot.querySelectorAll("svg text").length >= many, pane);
        }
        assert.deepEqual(await viewer(page).evaluate((element) => [...new Set(element.told)]), [0]);
        await page.screenshot({ path: `${shots}beside.png` });
      },
    ],
  };
}
