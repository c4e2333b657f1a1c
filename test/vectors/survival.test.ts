import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { createEngine } from "#src/engine/engine.ts";
import type { TimeToSecond } from "#src/engine/protocol.ts";
import { fileReading } from "#src/ingest/fileReading.ts";
import { kaplanMeier } from "#src/metrics/survival.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { TODAY } from "#test/support/engineHarness.ts";

import { differences, vector, VECTORS } from "./vectors.ts";

describe("time until an event", () => {
  it("KM1 KM-6MP: remission under 6-MP, weeks", () => {
    // The data of this vector: times, and whether it happened.
    const { t, e } = VECTORS.data["km_6mp"] as { readonly t: readonly number[]; readonly e: readonly number[] };
    const countsOf = (happened: number): number[] =>
      Array.from(
        { length: Math.max(...t) + 1 },
        (_, time) => t.filter((one, i) => one === time && e[i] === happened).length,
      );
    const steps = kaplanMeier({ events: countsOf(1), censored: countsOf(0) });
    const got = {
      time: steps.map(({ time }) => time),
      n_risk: steps.map(({ atRisk }) => atRisk),
      S: steps.map(({ survival }) => survival),
      se: steps.map(({ standardError }) => standardError),
      lo: steps.map(({ interval }) => interval.low),
      hi: steps.map(({ interval }) => interval.high),
    };
    expect(differences(got, vector("KM-6MP"))).toEqual([]);
  });

  it("KM2 TINY-KM: the second lend occasion by hand, through the engine", async () => {
    const { points } = await secondLend(csvOf("tiny_ledger"), "2024-03-31");
    const got = {
      time: points.map(({ day }) => day),
      n_risk: points.map(({ atRisk }) => atRisk),
      S: points.map(({ share }) => 1 - share),
    };
    expect(differences(got, vector("TINY-KM"))).toEqual([]);
  });

  it("KM2 the sample ledger: 421 of 551 lend again, a quarter by day 5 and half by day 13", async () => {
    const sample = readFileSync(new URL("sampleTransactions.csv", import.meta.url), "utf8");
    const { lenders, events, quantiles } = await secondLend(sample, "2025-02-28");
    expect({ lenders, events }).toEqual({ lenders: 551, events: 421 });
    expect(quantiles).toMatchObject({ p25: 5, p50: 13 });
  });
});

/** Under the gross view, as the vectors are. */
async function secondLend(csv: string, asOf: string): Promise<TimeToSecond> {
  const { methods } = createEngine({ store: createMemoryStore(), files: fileReading });
  await methods.open({ today: TODAY, asOf: parseIsoDay(asOf)! });
  await methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, transfers: "gross" }, today: TODAY });
  const files = [new File([csv], "ledger.csv")];
  await methods.importFiles({ files, origin: "own", today: TODAY, nowMs: 0 });
  const filter = { products: [], channels: [] };
  return (await methods.acquisition({ by: "channel", cohorts: null, filter })).timeToSecond;
}

function csvOf(name: string): string {
  // Ledgers in the file are lists of rows of text.
  const rows = VECTORS.data[name] as readonly Readonly<Record<string, string>>[];
  const header = Object.keys(rows[0]!);
  const lines = rows.map((row) => header.map((column) => `"${row[column]}"`).join(","));
  return [header.join(","), ...lines, ""].join("\n");
}
