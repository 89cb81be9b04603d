import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { frame, lists } from "./series.mjs";

/** The policy that the program sends with every page; the viewer must live under it. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:";

const page = (attributes, language) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Viewer</title>
<link rel="icon" href="data:,"><script type="module" src="/viewer/viewer.js"></script></head>
<body><trabecula-viewer ${attributes}></trabecula-viewer></body></html>`;

const types = { js: "text/javascript", css: "text/css", md: "text/plain" };

async function answer(url) {
  const at = url.pathname;
  if (at === "/") {
    const hidden = url.searchParams.has("hidden") ? "hidden" : "";
    const attributes = `src="${url.searchParams.get("src")}" ${hidden} ${url.searchParams.get("more") ?? ""}`;
    return ["text/html", page(attributes, url.searchParams.get("lang") ?? "en")];
  }
  if (lists[at] !== undefined) {
    return ["application/json", JSON.stringify(lists[at])];
  }
  if (/^\/(frames|short)\/\d$/.test(at)) {
    const bytes = frame(Number(at.at(-1)));
    return ["application/octet-stream", at.startsWith("/short") ? bytes.subarray(0, 1000) : bytes];
  }
  if (/^\/viewer\/[\w.-]+$/.test(at)) {
    return [types[at.split(".").at(-1)] ?? "application/octet-stream", await readFile(new URL(`../target/classes/static${at}`, import.meta.url))];
  }
  return null;
}

/** Serves the built viewer and the synthetic cases on a free port. */
export async function serve() {
  const server = createServer(async (request, response) => {
    const found = await answer(new URL(request.url, "http://localhost")).catch(() => null);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.writeHead(found === null ? 404 : 200, { "Content-Type": found?.[0] ?? "text/plain" });
    response.end(found?.[1] ?? "not found");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
