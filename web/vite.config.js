// Bundles src/ into one readable ES module, src/crossreport/web/static/app.js, which is committed: whoever installs
// Crossreport needs no Node. Its first line holds the hash of what it was built from; tests/web/test_islands.py
// compares it, so that a change here without `make islands` does not pass.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { defineConfig } from "vite";

const SOURCES = new URL("src/", import.meta.url);
const hash = createHash("sha256");
for (const name of readdirSync(SOURCES).sort()) {
  hash.update(name).update("\0").update(readFileSync(new URL(name, SOURCES)));
}
const banner = `// Built by Vite from web/src (sha256:${hash.digest("hex")}): change it there, then run \`make islands\`.`;

export default defineConfig({
  build: {
    target: "es2022",
    minify: false, // shipped as it can be read
    modulePreload: false,
    emptyOutDir: false,
    outDir: process.env.ISLANDS_OUT ?? "../src/crossreport/web/static",
    lib: { entry: "src/main.ts", formats: ["es"], fileName: () => "app.js" },
    rollupOptions: { output: { banner } },
  },
});
