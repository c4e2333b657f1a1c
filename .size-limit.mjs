// Budgets of the built app, by what a reader waits for. Needs a build: the chunks are read from its manifest.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const assets = "dist/assets";
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const chunks = Object.values(manifest);
const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));

/** A chunk and all that it imports at once. */
function withStaticImports(chunk, seen = new Set()) {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const key of chunk.imports ?? []) withStaticImports(manifest[key], seen);
  return seen;
}

function filesOf(roots) {
  return [...new Set(roots.flatMap((root) => [...withStaticImports(root)]))].map((chunk) => path.basename(chunk.file));
}

const charts = scripts.filter((name) => name.startsWith("charts-"));
const isOverview = (chunk) => /\/features\/overview\//.test(chunk.src ?? "");
const atOnce = filesOf(chunks.filter((chunk) => chunk.isEntry || isOverview(chunk)));
const first = atOnce.filter((name) => !charts.includes(name));
if (first.length < atOnce.length) throw new Error("The first screen waits for the chart library.");
const known = new Set([...charts, ...chunks.map((chunk) => path.basename(chunk.file))]);
const workers = scripts.filter((name) => !known.has(name));
const lazy = scripts.filter((name) => known.has(name) && !first.includes(name) && !charts.includes(name));

const budget = (name, names, limit) => ({
  name,
  path: names.map((file) => `${assets}/${file}`),
  limit: `${limit} kB`,
  gzip: true,
});
const each = (title, names, limit) => names.map((file) => budget(`${title} ${file}`, [file], limit));

const styles = readdirSync(assets).filter((name) => name.endsWith(".css"));
const fonts = readdirSync(assets).filter((name) => name.endsWith(".woff2"));

export default [
  budget("entry and overview, before charts", first, 190),
  ...(charts.length > 0 ? [budget("charts", charts, 215)] : []),
  budget("styles", styles, 14),
  ...each("font", fonts, 30),
  ...each("worker", workers, 80),
  ...each("lazy", lazy, 40),
];
