/**
 * The viewer's story: the built bundle in a real browser, under the strict content security policy, with images
 * whose pixels are known. Screenshots are left in target/screenshots.
 */
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { chromium } from "playwright-core";
import { hu, SIZE } from "./series.mjs";
import { drawingStories } from "./drawing.mjs";
import { lookingStories } from "./looking.mjs";
import { serve } from "./server.mjs";

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && path !== "" && existsSync(path),
);
if (executablePath === undefined) {
  const line = "!".repeat(78);
  console.error(`${line}\nTHE VIEWER STORY WAS NOT RUN: no Chromium found. Install it (Debian: apt-get install\nchromium) or name it in the environment variable CHROMIUM.\n${line}`);
  process.exit(0);
}

const shots = new URL("../target/screenshots/", import.meta.url).pathname;
mkdirSync(shots, { recursive: true });
const server = await serve();
const software = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

async function browser(args) {
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage", ...args] });
}

/** A page whose every complaint counts as a failure, except the answers of the server that the story asked for. */
async function open(at, query, expected = () => false) {
  const page = await at.newPage({ viewport: { width: 1100, height: 760 } });
  page.complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !expected(message.text())) {
      page.complaints.push(message.text());
    }
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
  await page.goto(`${server.origin}/?${new URLSearchParams(query)}`);
  return page;
}

const viewer = (page) => page.locator("trabecula-viewer");
const state = (page, name, value) =>
  page.waitForSelector(`trabecula-viewer[data-${name}=${JSON.stringify(value)}]`, { timeout: 30_000 });
const status = (page) => viewer(page).locator(".status").textContent();
const statusIs = (page, text, same) =>
  page.waitForFunction(
    ([wanted, equal]) => (document.querySelector("trabecula-viewer").shadowRoot.querySelector(".status").textContent === wanted) === equal,
    [text, same],
  );
const press = async (page, key) => {
  await viewer(page).locator(".viewport").focus();
  await page.keyboard.press(key);
};
const button = (page, action) => viewer(page).locator(`button[data-action=${action}]`);

/** What the picture shows: grey values at given image points, and the spread over the whole picture. */
async function look(page) {
  const canvas = viewer(page).locator("canvas").first();
  const png = (await canvas.screenshot()).toString("base64");
  const box = await canvas.boundingBox();
  return page.evaluate(
    async ([data, { width, height }, size]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const sheet = new OffscreenCanvas(bitmap.width, bitmap.height);
      const pen = sheet.getContext("2d");
      pen.drawImage(bitmap, 0, 0);
      const { data: rgba } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
      const grey = (x, y) => rgba[4 * (Math.round(y) * bitmap.width + Math.round(x))];
      let sum = 0;
      const seen = new Set();
      for (let at = 0; at < rgba.length; at += 4) {
        sum += rgba[at];
        seen.add(rgba[at]);
      }
      const scale = Math.min(width, height) / size;
      // The image is fitted into the canvas and centred; a point is (row, column) from the middle of the image.
      const at = (row, column) => grey(width / 2 + column * scale, height / 2 + row * scale);
      return { mean: (sum / rgba.length) * 4, greys: seen.size, rod: at(0, 0), bone: at(0, 11), water: at(0, 55), air: at(62, 0), corners: [at(-52, -52), at(-52, 52), at(52, -52), at(52, 52)] };
    },
    [png, box, SIZE],
  );
}

/** The grey that the linear window gives to a value (DICOM PS3.3 C.11.2.1.2.1). */
function greyOf(value, width, center) {
  const grey = ((value - (center - 0.5)) / (width - 1) + 0.5) * 255;
  return Math.max(0, Math.min(255, grey));
}
const near = (seen, expected, what) => assert.ok(Math.abs(seen - expected) <= 3, `${what}: grey ${seen}, expected ${expected.toFixed(1)}`);
const middle = SIZE / 2;
function showsSlice(seen, slice, [width, center]) {
  near(seen.rod, greyOf(hu(slice, middle, middle), width, center), "rod");
  near(seen.bone, greyOf(hu(slice, middle, middle + 11), width, center), "bone");
  near(seen.water, greyOf(hu(slice, middle, middle + 55), width, center), "water");
  near(seen.air, greyOf(-1000, width, center), "air");
  [1500, -1000, -1000, -1000].forEach((value, index) => near(seen.corners[index], greyOf(value, width, center), `corner ${index}`));
}

const stories = {
  async "a CT series is shown with its own window, scrolled, windowed and measured"(page, cpu) {
    await state(page, "ready", "true");
    await state(page, "index", "2");
    assert.equal(await viewer(page).getAttribute("data-rendering"), cpu ? "cpu" : "gpu");
    assert.equal(await viewer(page).getAttribute("data-count"), "5");
    const first = await look(page);
    assert.ok(first.greys > 3, "the picture is blank");
    showsSlice(first, 2, [400, 40]);
    assert.match(await status(page), /Slice 3 \/ 5 .* W 400 {2}L 40 .* 0.50 × 0.50 mm per pixel/);

    await press(page, "ArrowDown");
    await state(page, "index", "3");
    await press(page, "1");
    await state(page, "window", "2000/400");
    const bone = await look(page);
    showsSlice(bone, 3, [2000, 400]);
    assert.ok(Math.abs(bone.mean - first.mean) > 5, "the window changed nothing");
    await press(page, "End");
    await state(page, "index", "4");
    showsSlice(await look(page), 4, [2000, 400]);
    await press(page, "PageUp");
    await state(page, "index", "0");
    await page.mouse.move(550, 400);
    await page.mouse.wheel(0, 100);
    await state(page, "index", "1");
    await viewer(page).locator("input[type=range]").fill("5");
    await state(page, "index", "4");
    await button(page, "metal").click();
    await state(page, "window", "4000/1000");
    showsSlice(await look(page), 4, [4000, 1000]);
    await page.screenshot({ path: `${shots}ct${cpu}.png` });

    await press(page, "i");
    await viewer(page).locator("button[data-action=invert][aria-pressed=true]").waitFor();
    near((await look(page)).air, 255 - greyOf(-1000, 4000, 1000), "inverted air");
    await press(page, "r");
    await state(page, "window", "400/40");
    showsSlice(await look(page), 4, [400, 40]);
    await drag(page, [500, 350], [560, 350], "left");
    await page.waitForSelector("trabecula-viewer:not([data-window='400/40'])");
    await press(page, "4");
    await state(page, "window", "400/40");
  },

  async "a length is in millimetres, stays with its slice, and can be cleared"(page, cpu) {
    await state(page, "ready", "true");
    await press(page, "2");
    await press(page, "l");
    await drag(page, [450, 330], [650, 330], "left");
    const text = viewer(page).locator("svg text");
    await text.waitFor();
    const zoom = Number(/Zoom (\d+)/.exec(await status(page))[1]) / 100;
    const shown = /^(\d+\.\d) mm$/.exec(await text.textContent());
    assert.ok(shown !== null, `length text: ${await text.textContent()}`);
    assert.ok(Math.abs(Number(shown[1]) - (200 / zoom) * 0.5) < 0.5, `length ${shown[1]} mm for 200 screen pixels at zoom ${zoom}`);
    assert.equal(await text.evaluate((one) => one.style.userSelect), "none");
    await page.screenshot({ path: `${shots}length${cpu}.png` });
    await press(page, "ArrowDown");
    await state(page, "index", "3");
    await text.waitFor({ state: "detached" });
    await press(page, "ArrowUp");
    await text.waitFor();
    await button(page, "clear").click();
    await text.waitFor({ state: "detached" });
    assert.ok(await button(page, "clear").isDisabled());
  },

  async "zoom and pan follow the mouse and are undone by reset"(page) {
    await state(page, "ready", "true");
    const before = await status(page);
    const fitted = await look(page);
    await drag(page, [550, 300], [550, 380], "right");
    await statusIs(page, before, false);
    const zoomed = await status(page);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, 100);
    await page.keyboard.up("Control");
    await statusIs(page, zoomed, false);
    assert.match(await viewer(page).getAttribute("data-index"), /^2$/);
    await drag(page, [550, 300], [750, 300], "middle");
    assert.notDeepEqual(await look(page), fitted);
    await button(page, "reset").click();
    await statusIs(page, before, true);
    assert.deepEqual(await look(page), fitted);
    await page.setViewportSize({ width: 600, height: 700 });
    await statusIs(page, before, false);
    assert.ok((await look(page)).greys > 3);
    await page.screenshot({ path: `${shots}narrow.png` });
  },
};

async function drag(page, from, to, which) {
  await page.mouse.move(...from);
  await page.mouse.down({ button: which });
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up({ button: which });
}

/** Stories with a list of their own: [query, story, complaints of the browser that belong to it]. */
const others = {
  "an X-ray without spacing is uncalibrated and offers no CT windows": [
    { src: "/case/two", lang: "zh" },
    async (page) => {
      await state(page, "ready", "true");
      await press(page, "1");
      await state(page, "window", "2000/400");
      await press(page, "i");
      await viewer(page).getByRole("button", { name: "CR · 1" }).click();
      await state(page, "count", "1");
      assert.match(await status(page), /未校准/);
      assert.doesNotMatch(await status(page), /mm/);
      assert.equal(await button(page, "bone").count(), 0);
      assert.equal(await viewer(page).getAttribute("data-window"), "4001/2025");
      near((await look(page)).bone, greyOf(hu(2, middle, middle + 11) + 1024, 4001, 2024.5), "bone");
      await press(page, "l");
      await drag(page, [450, 330], [550, 330], "left");
      assert.match(await viewer(page).locator("svg text").textContent(), /^\d+\.\d px$/);
      await page.screenshot({ path: `${shots}x-ray-chinese.png` });
    },
  ],
  "a MONOCHROME1 image shows low values bright": [
    { src: "/case/negative" },
    async (page) => {
      await state(page, "ready", "true");
      const seen = await look(page);
      near(seen.air, 255, "air");
      near(seen.rod, 0, "rod");
      assert.equal(await button(page, "invert").getAttribute("aria-pressed"), "false");
      await press(page, "i");
      await viewer(page).locator("button[data-action=invert][aria-pressed=true]").waitFor();
      near((await look(page)).air, 0, "air inverted");
      await press(page, "r");
      await viewer(page).locator("button[data-action=invert][aria-pressed=false]").waitFor();
      near((await look(page)).air, 255, "air after the reset");
    },
  ],
  "a rescale with fractions keeps them": [
    { src: "/case/fraction" },
    async (page) => {
      await state(page, "ready", "true");
      const seen = await look(page);
      const value = (0.5 * (hu(2, middle, middle + 11) + 1024)) - 512.5;
      near(seen.bone, greyOf(value, 500, 100), "bone");
    },
  ],
  "a viewer that starts hidden fits its image when it is shown, and draws on the processor when asked to": [
    { src: "/case/ct", hidden: "", more: 'rendering="cpu" label-reset="Start again"' },
    async (page) => {
      await viewer(page).evaluate((element) => new Promise((done) => setTimeout(done, 0)).then(() => (element.hidden = false)));
      await state(page, "ready", "true");
      await state(page, "rendering", "cpu");
      await page.waitForFunction(() => /Zoom 3\d\d/.test(document.querySelector("trabecula-viewer").shadowRoot.querySelector(".status").textContent));
      showsSlice(await look(page), 2, [400, 40]);
      assert.equal(await button(page, "reset").innerText(), "Start againR");
    },
  ],
  "a new source replaces the images, and a removed viewer takes everything with it": [
    { src: "/case/ct" },
    async (page) => {
      await state(page, "ready", "true");
      await viewer(page).evaluate((element) => element.setAttribute("src", "/case/negative"));
      await state(page, "count", "1");
      near((await look(page)).air, 255, "air");
      await viewer(page).evaluate((element) => {
        const parent = element.parentNode;
        element.remove();
        parent.append(element);
      });
      await state(page, "ready", "true");
      near((await look(page)).air, 255, "air again");
    },
  ],
  "two viewers on one page keep their pictures and lengths apart": [
    { src: "/case/ct" },
    async (page) => {
      await state(page, "ready", "true");
      await viewer(page).evaluate((element) => {
        const other = document.createElement("trabecula-viewer");
        other.setAttribute("src", "/case/ct");
        element.after(other);
      });
      const [one, other] = [viewer(page).nth(0), viewer(page).nth(1)];
      await page.waitForFunction(() => document.querySelectorAll("trabecula-viewer[data-ready]").length === 2);
      await one.locator(".viewport").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("1");
      await page.keyboard.press("l");
      await drag(page, [450, 330], [550, 330], "left");
      await one.locator("svg text").waitFor();
      assert.deepEqual([await one.getAttribute("data-index"), await one.getAttribute("data-window")], ["3", "2000/400"]);
      assert.deepEqual([await other.getAttribute("data-index"), await other.getAttribute("data-window")], ["2", "400/40"]);
      await other.locator(".viewport").focus();
      await page.keyboard.press("ArrowDown");
      await page.waitForFunction(() => document.querySelectorAll("trabecula-viewer[data-index='3']").length === 2);
      assert.equal(await other.locator("svg text").count(), 0);
    },
  ],
  "an image that does not load is told, and the others still scroll": [
    { src: "/case/gap" },
    async (page) => {
      await page.waitForSelector("trabecula-viewer[data-error]");
      assert.equal(await viewer(page).getByRole("alert").innerText(), "Image 2 could not be loaded: the server answered 404.");
      await page.screenshot({ path: `${shots}image-missing.png` });
      await press(page, "ArrowDown");
      await state(page, "index", "2");
      assert.ok(!(await viewer(page).getByRole("alert").isVisible()));
    },
    (text) => text.includes("404"),
  ],
  "a frame of the wrong size is refused": [
    { src: "/case/short" },
    async (page) => {
      await state(page, "error", "Image 1 could not be loaded: expected 32768 bytes, received 1000.");
    },
  ],
  "a wrong list names the place": [
    { src: "/case/wrong" },
    async (page) => state(page, "error", "The list of images is not valid: series[0].images[0].rows must be a whole number above 0."),
  ],
  "an empty list says so": [{ src: "/case/empty" }, async (page) => state(page, "error", "There are no images here.")],
  "a missing list says so": [
    { src: "/case/nothing" },
    async (page) => state(page, "error", "The images could not be loaded: the server answered 404."),
    (text) => text.includes("404"),
  ],
};

const looking = lookingStories({ viewer, state, press, button, drag, status, shots });
const drawings = drawingStories({ viewer, state, press, button, drag, status, look, near, greyOf, shots });

let failures = 0;
async function run(name, at, query, story, expected) {
  if (process.argv[2] !== undefined && !name.includes(process.argv[2])) {
    return;
  }
  const began = Date.now();
  const page = await open(at, query, expected);
  try {
    await story(page);
    assert.deepEqual(page.complaints, [], "the browser complained");
    console.log(`ok    ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    failures++;
    await page.screenshot({ path: `${shots}failed-${failures}.png` });
    console.error(`FAIL  ${name}\n${error.stack}\n${page.complaints.join("\n")}`);
  } finally {
    await page.close();
  }
}

const accelerated = await browser(software);
for (const [name, story] of Object.entries(stories)) {
  await run(name, accelerated, { src: "/case/ct" }, (page) => story(page, ""));
}
for (const [name, [query, story, expected]] of Object.entries({ ...others, ...looking, ...drawings.everywhere, ...drawings.accelerated })) {
  await run(name, accelerated, query, story, expected);
}
await accelerated.close();

const plain = await browser(["--disable-gpu", "--disable-3d-apis"]);
for (const [name, story] of Object.entries(stories)) {
  await run(`${name} (no WebGL)`, plain, { src: "/case/ct" }, (page) => story(page, "-cpu"));
}
for (const [name, [query, story, expected]] of Object.entries({ ...looking, ...drawings.everywhere, ...drawings.plain })) {
  await run(`${name} (no WebGL)`, plain, query, story, expected);
}
await plain.close();
server.stop();
process.exit(failures === 0 ? 0 : 1);
