import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "vite";

/** One page a peer, and one that speaks to the app's own engine. */
const scripts = {
  duckdb: new URL("./pages/duckdb.mjs", import.meta.url),
  papaDexie: new URL("./pages/papaDexie.mjs", import.meta.url),
  engine: new URL("./pages/engine.mjs", import.meta.url),
};

const html = (
  name,
) => `<!doctype html><title>${name}</title><input type="file"><script type="module" src="${name}.js"></script>
`;

/** Bundles the bench's pages into a folder; the app's build knows nothing of them. */
export async function buildPages(folder) {
  await build({
    configFile: false,
    logLevel: "warn",
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2023",
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(scripts).map(([name, url]) => [name, fileURLToPath(url)])),
        output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" },
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(scripts)) writeFileSync(path.join(folder, `${name}.html`), html(name));
}
