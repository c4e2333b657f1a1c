import { readFile } from "node:fs/promises";
import { basename } from "node:path";

import { LAST_DAY } from "#src/domain/calendar.ts";
import { createEngine } from "#src/engine/engine.ts";
import { decodeFile } from "#src/ingest/decodeFile.ts";
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
  const { methods } = createEngine({ store: createMemoryStore(), decode: decodeFile });
  const today = LAST_DAY;
  await methods.open({ today, ...(options.asOf === undefined ? {} : { asOf: options.asOf }) });
  await methods.saveSettings({ settings: options.settings, today });
  const files = await Promise.all(options.files.map(openFile));
  const outcomes = await methods.importFiles({ files, origin: "own", today, nowMs: 0 });
  const named = outcomes.map((outcome, index) => ({ file: options.files[index]!, outcome }));
  const document = await reportDocument({ methods, settings: options.settings, grain: options.grain, outcomes: named });
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  const refused = named.filter(({ outcome }) => outcome.type === "refused" || outcome.type === "unstored");
  for (const { file, outcome } of refused) {
    if ("refusal" in outcome) process.stderr.write(`${file}: ${outcome.refusal.code}: ${outcome.refusal.message}\n`);
  }
  return refused.length > 0 ? SOME_REFUSED : TAKEN;
}

async function openFile(path: string): Promise<File> {
  try {
    return new File([await readFile(path)], basename(path));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(`${path} cannot be read (${String(error.code)})`, { cause: error });
  }
}
