import { readFile } from "node:fs/promises";

import { LAST_DAY } from "#src/domain/calendar.ts";
import { createEngine } from "#src/engine/engine.ts";
import { fileReading } from "#src/ingest/fileReading.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";

import { reportDocument } from "./document.ts";
import { parseReportOptions, USAGE, UsageError } from "./options.ts";

const TAKEN = 0;
const FAULT = 1;
const SOME_REFUSED = 2;

/** Prints one JSON document about the files named; the exit code says whether every file was taken. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await report(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n${USAGE}\n`);
    return FAULT;
  }
}

async function report(args: readonly string[]): Promise<number> {
  const options = parseReportOptions(args);
  const { methods } = createEngine({ store: createMemoryStore(), files: fileReading });
  const today = LAST_DAY;
  await methods.open({ today, ...(options.asOf === undefined ? {} : { asOf: options.asOf }) });
  await methods.saveSettings({ settings: options.settings, today });
  const files = await Promise.all(options.files.map(openFile));
  const mode = options.mode === undefined ? {} : { mode: options.mode };
  const outcomes = await methods.importFiles({ files, origin: "own", today, nowMs: 0, ...mode });
  const document = await reportDocument({ methods, settings: options.settings, grain: options.grain, outcomes });
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  const refused = outcomes.filter(({ type }) => type === "refused" || type === "unstored");
  for (const outcome of refused) {
    if (!("refusal" in outcome)) continue;
    const { code, message } = outcome.refusal;
    process.stderr.write(`${outcome.fileName}: ${code}: ${message}\n`);
  }
  return refused.length > 0 ? SOME_REFUSED : TAKEN;
}

/** Named by the path given, so that every entry of the report is. */
async function openFile(path: string): Promise<File> {
  try {
    return new File([await readFile(path)], path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(`${path} cannot be read (${String(error.code)})`, { cause: error });
  }
}
