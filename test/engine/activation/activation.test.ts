import { describe, expect, it } from "vitest";

import { DEFAULT_SETTINGS } from "#src/domain/switches.ts";
import { epochDay } from "#src/domain/units.ts";
import type { ActivationArgs, ActivationCandidate, ActivationResult, Progress } from "#src/engine/protocol.ts";
import { ACTIVATION_ACTIONS } from "#src/metrics/activation/activationAction.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";

import { dumbEligible, dumbLenders, dumbScore, dumbTable, type DumbArgs } from "./dumbScan.ts";
import { DAYS, fileOf, FIRST_DAY, inventedRows, type InventedRow } from "./invented.ts";

const ARGS: ActivationArgs = {
  actions: ACTIVATION_ACTIONS,
  windows: [1, 3, 7, 14],
  thresholds: [1, 2, 3, 5],
  followUpDays: 40,
  splitDay: null,
  permutations: 60,
  filter: { products: [], channels: [] },
};

async function engineWith(rows: readonly InventedRow[], transfers: "net" | "gross" = "net") {
  const engine = await openEngine();
  await engine.methods.saveSettings({ settings: { ...DEFAULT_SETTINGS, transfers }, today: TODAY });
  const half = Math.floor(rows.length / 2);
  // Some of the first file's rows are replaced by the second's: the last import stands over them.
  const replaced = rows.slice(half, half + 20).map((row) => ({ ...row, fen: row.fen + 100, type: "lend" }));
  await engine.drop({ "a.csv": fileOf([...rows.slice(0, half), ...replaced]), "b.csv": fileOf(rows.slice(half)) });
  return engine.methods;
}

const keyOf = ({ action, windowDays, threshold }: Pick<ActivationCandidate, "action" | "windowDays" | "threshold">) =>
  `${action} ${windowDays} ${threshold}`;

describe("the scan through the engine", () => {
  it.each([
    { seed: 1, gross: false, channels: [] },
    { seed: 2, gross: true, channels: [] },
    { seed: 3, gross: false, channels: ["C1"] },
    { seed: 4, gross: true, channels: ["C0"] },
  ])("MN1 MN2 MN3 MN4 equals counting by hand (seed $seed)", async ({ seed, gross, channels }) => {
    const rows = inventedRows(seed, 900);
    const methods = await engineWith(rows, gross ? "gross" : "net");
    const asked: ActivationArgs = { ...ARGS, filter: { products: [], channels } };
    const result = await methods.activation(asked);

    const dumbArgs: DumbArgs = { ...asked, gross, asOf: Math.max(...rows.map(({ day }) => day)) };
    const lenders = dumbLenders(rows, dumbArgs);
    const train = lenders.filter(({ first }) => first < result.splitDay!);
    const holdout = lenders.filter(({ first }) => first >= result.splitDay!);
    expect(lenders.length).toBeGreaterThan(100);
    expect([result.lenders, result.trainLenders, result.holdoutLenders]).toEqual([
      lenders.length,
      train.length,
      holdout.length,
    ]);
    expect(holdout.length / lenders.length).toBeGreaterThanOrEqual(0.3);
    expect(lenders.filter(({ first }) => first > result.splitDay!).length / lenders.length).toBeLessThanOrEqual(0.3);
    expect(result.unknownActions).toEqual([]);

    const expected = new Map<string, ReturnType<typeof dumbTable>>();
    for (const action of ARGS.actions)
      for (const windowDays of ARGS.windows)
        for (const threshold of ARGS.thresholds)
          expected.set(
            keyOf({ action, windowDays, threshold }),
            dumbTable(train, ({ did }) => did(action, windowDays) >= threshold),
          );
    const got = new Map(
      result.candidates.map(
        ({ figures: { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn }, ...rule }) => [
          keyOf(rule),
          { tp, fp, fn, tn },
        ],
      ),
    );
    expect(got).toEqual(expected);
    for (const candidate of result.candidates) {
      const table = expected.get(keyOf(candidate))!;
      expect(candidate.isEligible).toBe(dumbEligible(table));
      expect(candidate.figures.mcc).toBeCloseTo(dumbScore(table), 12);
    }
    const eligible = [...expected.values()].filter(dumbEligible);
    expect(eligible.length).toBeGreaterThan(5);
    expect(result.best!.candidate.figures.mcc).toBeCloseTo(Math.max(...eligible.map(dumbScore)), 12);
    const { action, windowDays, threshold } = result.best!.candidate;
    const held = dumbTable(holdout, ({ did }) => did(action, windowDays) >= threshold);
    expect(result.best!.holdout).toMatchObject({
      truePositive: held.tp,
      falseNegative: held.fn,
      trueNegative: held.tn,
    });
    const later = { count: held.tp, of: held.tp + held.fp };
    expect(result.best!.later).toMatchObject({ did: later, didNot: { count: held.fn, of: held.fn + held.tn } });
    const base = (held.tp + held.fn) / holdout.length;
    const stayed = later.count / later.of;
    const rates = { from: base, to: stayed, halfTo: (base + stayed) / 2 };
    expect(ratesOf(result.trial)).toEqual(stayed > base ? rates : null);
    const all = dumbTable(lenders, ({ did }) => did(action, windowDays) >= threshold);
    expect(result.best!.did).toMatchObject({ count: all.tp, of: all.tp + all.fp });
    expect(result.best!.didNot).toMatchObject({ count: all.fn, of: all.fn + all.tn });
  });

  it("MN5 is the same on every run and in every engine", async () => {
    const rows = inventedRows(5, 420);
    const [one, other] = [await engineWith(rows), await engineWith(rows)];
    const first = await one.activation(ARGS);
    expect(await one.activation(ARGS)).toEqual(first);
    expect(await other.activation(ARGS)).toEqual(first);
    expect(first.best!.pValue).toBeGreaterThanOrEqual(1 / 61);
  });

  it("MN1 a window that leaves no day for the outcome is refused, and said", async () => {
    const methods = await engineWith(inventedRows(6, 200));
    const result = await methods.activation({ ...ARGS, windows: [40, 7, 60, 7, 0] });
    expect(result.refusedWindows).toEqual([0, 40, 60]);
    expect(result.outcome).toEqual({ fromDay: 7, toDay: 40 });
    expect(new Set(result.candidates.map(({ windowDays }) => windowDays))).toEqual(new Set([7]));
  });

  it("MN2 an action that no row shows is listed, not counted as nothing", async () => {
    const rows = inventedRows(7, 200)
      .filter(({ type }) => type !== "deposit")
      .map((row) => ({ ...row, auto: "" as const, product: "", term: 0 }));
    const result = await (await engineWith(rows)).activation(ARGS);
    expect(result.unknownActions).toEqual(["products", "terms", "autoDays", "depositDays"]);
    expect(new Set(result.candidates.map(({ action }) => action))).toEqual(new Set(["lendDays", "amount10k"]));
  });

  it("MN1 lenders without the whole follow-up are nobody yet", async () => {
    const methods = await engineWith(inventedRows(8, 100));
    const result = await methods.activation({ ...ARGS, followUpDays: DAYS + 10 });
    expect(result).toMatchObject({ lenders: 0, splitDay: null, best: null, trial: null });
    expect(result.recentNewLenders!.days).toBe(90);
    const nothing = await (await openEngine()).methods.activation(ARGS);
    expect(nothing).toMatchObject({ lenders: 0, best: null, recentNewLenders: null });
  });

  it("MN7 first lends from the day asked for on are the holdout", async () => {
    const methods = await engineWith(inventedRows(9, 300));
    const splitDay = epochDay(FIRST_DAY + 30);
    const whole = await methods.activation(ARGS);
    const result = await methods.activation({ ...ARGS, splitDay });
    expect(result.splitDay).toBe(splitDay);
    expect(result.trainLenders + result.holdoutLenders).toBe(whole.lenders);
    expect(result.trainLenders).not.toBe(whole.trainLenders);
  });

  it("tells how far it is, and stops when asked to", async () => {
    const methods = await engineWith(inventedRows(10, 300));
    const controller = new AbortController();
    const seen: Progress[] = [];
    const stopped = methods.activation({ ...ARGS, permutations: 5000 }, controller.signal, (progress) => {
      seen.push(progress);
      if (progress.done > progress.total / 2) controller.abort();
    });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(seen.at(-1)!.done).toBeLessThan(seen.at(-1)!.total);
  });
});

function ratesOf(trial: ActivationResult["trial"]) {
  return trial && { from: trial.from, to: trial.to, halfTo: trial.half.to };
}
