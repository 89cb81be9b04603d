/**
 * How long it takes until a CT of 300 x 512 x 512 stands in three planes: from the key until all three are drawn, in headless
 * Chromium with software GL, frames from a server on the same machine. Prints the runs and their median in seconds; `npm run bench [RUNS]`.
 */
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { POLICY } from "../story/server.mjs";

const [SLICES, SIZE] = [300, 512];
const runs = Number(process.argv[2] ?? 5);
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && path !== "" && existsSync(path),
);
if (executablePath === undefined) {
  console.error("No Chromium found: install it, or name it in the environment variable CHROMIUM.");
  process.exit(1);
}

/** A body of bone with two rods through it, different in every slice. */
function frame(slice) {
  const cells = new Int16Array(SIZE * SIZE);
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      const away = Math.hypot(row - SIZE / 2, column - SIZE / 2);
      const rod = Math.abs(row - SIZE / 2) < 10 && Math.abs(Math.abs(column - SIZE / 2) - 60) < 10;
      cells[row * SIZE + column] = rod ? 3000 : away < 100 + (slice % 40) ? 150 + ((row * 7 + column * 13 + slice * 5) % 90) : away < 230 ? 20 : -1000;
    }
  }
  return Buffer.from(cells.buffer);
}

const frames = Array.from({ length: SLICES }, (_, slice) => frame(slice));
const list = JSON.stringify({
  series: [
    {
      id: "s1",
      modality: "CT",
      images: frames.map((_, slice) => ({
        url: `/frames/${slice}`,
        rows: SIZE,
        columns: SIZE,
        bitsAllocated: 16,
        bitsStored: 16,
        signed: true,
        photometric: "MONOCHROME2",
        windowCenter: 400,
        windowWidth: 2000,
        spacing: [0.4, 0.4],
        position: [0, 0, slice],
        orientation: [1, 0, 0, 0, 1, 0],
      })),
    },
  ],
});
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/viewer/viewer.js"></script></head><body><trabecula-viewer src="/list"></trabecula-viewer></body></html>`;

async function answer(path) {
  if (path === "/") return ["text/html", page];
  if (path === "/list") return ["application/json", list];
  if (path.startsWith("/frames/")) return ["application/octet-stream", frames[Number(path.slice(8))]];
  if (/^\/viewer\/[\w.-]+$/.test(path)) return ["text/javascript", await readFile(new URL(`../target/classes/static${path}`, import.meta.url))];
  return null;
}

const server = createServer(async (request, response) => {
  const found = await answer(request.url).catch(() => null);
  response.setHeader("Content-Security-Policy", POLICY);
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(found === null ? 404 : 200, { "Content-Type": found?.[0] ?? "text/plain" });
  response.end(found?.[1]);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const seconds = [];
for (let run = 0; run < runs; run++) {
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
  const tab = await browser.newPage({ viewport: { width: 1100, height: 760 } });
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForSelector("trabecula-viewer[data-ready=true]", { timeout: 60_000 });
  seconds.push(
    await tab.evaluate(async () => {
      const viewer = document.querySelector("trabecula-viewer");
      const began = performance.now();
      viewer.shadowRoot.querySelector("[data-action=planes]").click();
      while (viewer.dataset.layout !== "planes") {
        await new Promise((next) => requestAnimationFrame(next));
      }
      return (performance.now() - began) / 1000;
    }),
  );
  if (run === runs - 1) {
    await tab.screenshot({ path: new URL("../target/screenshots/bench-planes.png", import.meta.url).pathname });
  }
  await browser.close();
}
server.close();
const median = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)];
console.log(`${SLICES} x ${SIZE} x ${SIZE} in three planes: median ${median.toFixed(2)} s (${seconds.map((one) => one.toFixed(2)).join(", ")})`);
