/**
 * Builds the viewer for Maven: installs the packages of the lock file and bundles, each only when something that it
 * depends on has changed since it was last done.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

process.chdir(new URL("..", import.meta.url).pathname);

const SETTINGS = ["package.json", "package-lock.json", ".npmrc"];

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function fingerprint(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function step(name, files, mark, product, command, advice) {
  const wanted = fingerprint(files);
  if (existsSync(product) && existsSync(mark) && readFileSync(mark, "utf8") === wanted) {
    return;
  }
  console.log(`viewer: ${name}`);
  const { status, error } = spawnSync("npm", command, { stdio: "inherit" });
  if (status !== 0) {
    console.error(`viewer: ${name} failed${error === undefined ? "" : ` (${error.message})`}. ${advice}`);
    process.exit(1);
  }
  writeFileSync(mark, wanted);
}

mkdirSync("target", { recursive: true });
step(
  "installing the packages of the lock file",
  SETTINGS,
  "node_modules/.installed",
  "node_modules",
  ["ci", "--ignore-scripts", "--loglevel=error"],
  "Is Node 20.19 or later installed, and can npm reach its registry?",
);
step(
  "checking types and bundling",
  [...SETTINGS, "tsconfig.json", "vite.config.ts", ...filesIn("src")],
  "target/bundled.sha256",
  "target/classes/static/viewer/viewer.js",
  ["run", "--silent", "build"],
  "The messages above name the place.",
);
