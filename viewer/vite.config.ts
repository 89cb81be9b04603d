import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/**
 * Cornerstone sets the style of its text boxes by the attribute, which a strict content security policy blocks;
 * the same through the style object is allowed. The build fails when the place is no longer found.
 */
function styleWithoutAttribute(): Plugin {
  const before = "textElement.setAttribute('style', combinedStyle)";
  return {
    name: "style-without-attribute",
    transform(code, id) {
      if (!/[\\/]drawingSvg[\\/]drawTextBox\.js$/.test(id)) {
        return null;
      }
      if (!code.includes(before)) {
        this.error(`drawTextBox.js has changed: ${before} not found`);
      }
      return { code: code.replace(before, "textElement.style.cssText = combinedStyle"), map: null };
    },
  };
}

export default defineConfig({
  base: "/viewer/",
  plugins: [styleWithoutAttribute()],
  resolve: {
    // vtk.js reads meshes in XML by way of xmlbuilder2 and, through it, modules of Node that leave the page blank.
    alias: { xmlbuilder2: fileURLToPath(new URL("src/absent-xml.ts", import.meta.url)) },
  },
  build: {
    outDir: "target/classes/static/viewer",
    emptyOutDir: true,
    target: "es2023",
    license: { fileName: "LICENSES.md" },
    rolldownOptions: {
      input: "src/viewer.ts",
      checks: { pluginTimings: false },
      output: { entryFileNames: "viewer.js", chunkFileNames: "[name]-[hash].js", assetFileNames: "[name]-[hash][extname]" },
    },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
  },
  test: { include: ["test/*.test.ts"] },
});
