import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { createEngine } from "#src/engine/engine.ts";
import type { ActivationArgs, ConfusionFigures } from "#src/engine/protocol.ts";
import { fileReading } from "#src/ingest/fileReading.ts";
import { confusionOf } from "#src/metrics/activation/confusion.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { TODAY } from "#test/support/engineHarness.ts";

import { differences, vector } from "./vectors.ts";

const ARGS: ActivationArgs = {
  actions: ["lendDays"],
  windows: [7, 14],
  thresholds: [1, 2, 3, 4, 5],
  followUpDays: 90,
  splitDay: parseIsoDay("2024-09-01")!,
  permutations: 500,
  filter: { products: [], channels: [] },
};

describe("the vectors of the magic number", () => {
  it.each(["CONF-WIKI", "CONF-DEGEN"])("MN3 %s", (id) => {
    const of = vector(id);
    // The four counts of the table, by their usual short names.
    const { tp, fp, fn, tn } = of.args as Readonly<Record<"tp" | "fp" | "fn" | "tn", number>>;
    const counts = { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn };
    expect(differences(confusionOf(counts), of)).toEqual([]);
  });

  it("MN1 MN2 MN3 MN4 SAMPLE-ACTIVATION: two lend days within fourteen days, chosen before the split, hold after it", async () => {
    const { best, ...scan } = await sampleScan();
    const { windowDays, threshold, figures } = best!.candidate;
    const got = {
      n: scan.lenders,
      n_train: scan.trainLenders,
      candidates: scan.candidates.filter(({ isEligible }) => isEligible).length,
      best: { w: windowDays, k: threshold, ...short(figures) },
      holdout: short(best!.holdout!),
    };
    expect(differences(got, vector("SAMPLE-ACTIVATION"))).toEqual([]);
    expect(scan.outcome).toEqual({ fromDay: 14, toDay: 90 });
  });

  it("MN5 MN6 the sample's best rule is hardly found by chance, and may be told", async () => {
    const { best } = await sampleScan();
    expect(best!.pValue).toBeLessThanOrEqual(0.01);
    expect(best!.holdoutLift!.low).toBeGreaterThan(1);
    expect(best!.isPublishable).toBe(true);
  });
});

function short({ truePositive, falsePositive, falseNegative, trueNegative, ...rates }: ConfusionFigures) {
  return { ...rates, tp: truePositive, fp: falsePositive, fn: falseNegative, tn: trueNegative };
}

/** Under the gross view, as the vectors are. */
async function sampleScan() {
  const { methods } = createEngine({ store: createMemoryStore(), files: fileReading });
  await methods.open({ today: TODAY, asOf: parseIsoDay("2025-02-28")! });
  await methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, transfers: "gross" }, today: TODAY });
  const bytes = readFileSync(new URL("sampleTransactions.csv", import.meta.url));
  const files = [new File([bytes], "sample.csv")];
  await methods.importFiles({ files, origin: "own", today: TODAY, nowMs: 0 });
  return methods.activation(ARGS);
}
