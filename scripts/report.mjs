// `npm run --silent report`: standard output carries the report's JSON and nothing else.
import path from "node:path";
import { pathToFileURL } from "node:url";

import { buildIfStale, root } from "./build.mjs";

buildIfStale("report");
const { main } = await import(pathToFileURL(path.join(root, ".cache/report/report.mjs")).href);
process.exitCode = await main(process.argv.slice(2));
