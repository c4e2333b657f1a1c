import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { sampleFiles } from "./sampleData/sampleFiles.mjs";

const folder = new URL("../sample-data/", import.meta.url);
const transactionsFolder = new URL("transactions/", folder);

mkdirSync(transactionsFolder, { recursive: true });
const files = sampleFiles();
for (const name of readdirSync(transactionsFolder)) {
  if (!files.has(`transactions/${name}`)) rmSync(new URL(name, transactionsFolder));
}
for (const [path, text] of files) writeFileSync(new URL(path, folder), text);
