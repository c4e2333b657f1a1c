import { defineConfig } from "vite";

/** The report of `npm run report`: the engine without a browser, as one module for Node. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: "src/app/report/main.ts",
    outDir: ".cache/report",
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "report.mjs", codeSplitting: false } },
  },
  ssr: { noExternal: true },
});
