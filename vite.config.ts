import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

import { metaPolicy, securityHeaders } from "./scripts/securityHeaders.mjs";

const sampleFolder = path.join(import.meta.dirname, "sample-data");
/** Beside the ledger, in the order in which they are to be read after it. */
const sampleTables = ["lenders.csv", "spend.csv", "loans.csv", "funds.csv", "targets.csv", "annotations.csv"];

/** The sample's files in the order in which they are to be read. */
function samplePaths(): readonly string[] {
  const transactions = path.join(sampleFolder, "transactions");
  if (!existsSync(transactions)) return [];
  const days = readdirSync(transactions).filter((name) => name.endsWith(".csv"));
  return [
    ...days.toSorted().map((name) => path.join(transactions, name)),
    ...sampleTables.map((name) => path.join(sampleFolder, name)),
  ];
}

/** What the app asks for: the list, and every file behind the one before it, which is one request. */
function sampleAnswers(): ReadonlyMap<string, string | Buffer> {
  const files = samplePaths().map((file) => ({ name: path.basename(file), bytes: readFileSync(file) }));
  const index = files.map(({ name, bytes }) => ({ name, sizeBytes: bytes.length }));
  return new Map<string, string | Buffer>([
    ["index.json", JSON.stringify({ files: index })],
    ["sample.csvs", Buffer.concat(files.map(({ bytes }) => bytes))],
  ]);
}

/** The sample, from the app's own origin. */
function sampleData(): Plugin {
  return {
    name: "dipper:sample-data",
    configureServer(server) {
      server.middlewares.use("/sample-data", (request, response, next) => {
        const answer = sampleAnswers().get((request.url ?? "").slice(1).split("?", 1)[0] ?? "");
        return answer === undefined ? next() : response.end(answer);
      });
    },
    writeBundle({ dir = "dist" }) {
      const target = path.join(dir, "sample-data");
      mkdirSync(target, { recursive: true });
      for (const [name, answer] of sampleAnswers()) writeFileSync(path.join(target, name), answer);
    },
  };
}

/** The policy again, for static hosts that send no headers of ours; not in dev, where Vite needs inline scripts. */
function policyInHtml(): Plugin {
  return {
    name: "dipper:policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: metaPolicy },
        injectTo: "head-prepend",
      },
    ],
  };
}

const pwa = VitePWA({
  registerType: "prompt",
  injectRegister: false,
  manifest: {
    name: "Dipper 北斗",
    short_name: "Dipper",
    description: "North-star numbers for lending platforms, computed from your own exports, on your own machine.",
    theme_color: "#10182b",
    background_color: "#f5f6f8",
    display: "standalone",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  },
  workbox: {
    // A host that sends Trusted Types with sw.js would block Workbox's importScripts.
    inlineWorkboxRuntime: true,
    globPatterns: ["**/*.{html,js,css,woff2,svg}"],
    globIgnores: ["sample-data/**"],
    navigateFallbackDenylist: [/^\/sample-data\//],
  },
});

export default defineConfig({
  plugins: [react(), tailwindcss(), sampleData(), policyInHtml(), pwa],
  worker: { format: "es" },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Read by .size-limit.mjs.
    manifest: true,
    license: { fileName: "licenses.md" },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: "charts", test: /node_modules[\\/](echarts|zrender)[\\/]/ }] },
      },
    },
  },
  server: { port: 5173 },
  preview: { port: 4173, headers: securityHeaders },
});
