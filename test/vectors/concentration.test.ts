import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { parseIsoDay } from "#src/domain/calendar.ts";
import { concentrationOf, topShare } from "#src/metrics/concentration.ts";
import { TODAY } from "#test/support/engineHarness.ts";
import { createEngine } from "#src/engine/engine.ts";
import { fileReading } from "#src/ingest/fileReading.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";

import { differences, vector } from "./vectors.ts";

const ALL = { products: [], channels: [] };

async function sampleAsOf(text: string) {
  const { methods } = createEngine({ store: createMemoryStore(), files: fileReading });
  await methods.open({ today: TODAY, asOf: parseIsoDay(text)! });
  const bytes = readFileSync(new URL("sampleTransactions.csv", import.meta.url));
  const files = [new File([bytes], "sample.csv")];
  await methods.importFiles({ files, origin: "own", today: TODAY, nowMs: 0 });
  return methods;
}

describe("the vectors of concentration", () => {
  it.each(["CONC-1", "CONC-2"])("KN1 KN2 KN3 %s", (id) => {
    const of = vector(id);
    // The vector's balances are in ascending order.
    const balances = Float64Array.from(of.args["x"] as readonly number[]);
    const { gini, herfindahl } = concentrationOf(balances);
    expect(differences({ gini, hhi: herfindahl, top1: topShare(balances, 1) }, of)).toEqual([]);
  });

  it("KN1 KN2 KN3 the sample ledger has 377 lenders, top ten 26.0 %, HHI 121, Gini .605", async () => {
    const methods = await sampleAsOf("2025-02-28");
    const { total, byChannel, byProduct, lorenz, basis } = await methods.concentration({
      filter: ALL,
      byProducts: true,
    });
    expect(total.lenders).toBe(377);
    expect(total.topTenShare!.toFixed(3)).toBe("0.260");
    expect((total.herfindahl! * 10_000).toFixed(0)).toBe("121");
    expect(total.gini!.toFixed(3)).toBe("0.605");
    expect(lorenz).toHaveLength(101);
    const { total: series } = await methods.series({
      period: { from: basis.asOf!, to: basis.asOf! },
      grain: "day",
      filter: ALL,
      comparison: "none",
    });
    expect(total.balance).toBe(series.closing);
    for (const groups of [byChannel, byProduct!])
      expect(groups.reduce((sum, group) => sum + group.balance, 0)).toBe(total.balance);
    expect(byChannel.reduce((sum, group) => sum + group.lenders, 0)).toBe(377);
    expect(byProduct!.length).toBeGreaterThan(1);
  });
});
