import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { partsPerMillion } from "#src/domain/units.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";
import { samplePaths } from "#test/support/sampleOracle.ts";

/** The engine with the whole sample in it, at the spread that its story is told with. */
export async function sampleEngine() {
  const engine = await openEngine();
  const tables = ["lenders.csv", "spend.csv"].map(
    (name) => new URL(`../../../sample-data/${name}`, import.meta.url).pathname,
  );
  const files = Object.fromEntries(
    [...samplePaths(), ...tables].map((path) => [basename(path), readFileSync(path, "utf8")]),
  );
  await engine.drop(files);
  await engine.methods.saveSettings({
    settings: { ...DEFAULT_SETTINGS, spreadPpm: partsPerMillion(58_300) },
    today: TODAY,
  });
  return engine;
}
