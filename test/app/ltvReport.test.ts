import { fileURLToPath } from "node:url";

import { afterEach, describe, expect, it, vi } from "vitest";

import type { reportDocument } from "#src/app/report/document.ts";
import { main } from "#src/app/report/main.ts";
import { differences, vector } from "#test/vectors/vectors.ts";

type Ltv = Awaited<ReturnType<typeof reportDocument>>["ltv"];

const SAMPLE = fileURLToPath(new URL("../vectors/sampleTransactions.csv", import.meta.url));

afterEach(() => vi.restoreAllMocks());

async function ltvOf(...options: string[]): Promise<Ltv> {
  let out = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((out += String(text)), true));
  const code = await main(["--as-of", "2025-02-28", "--transfers", "gross", ...options, SAMPLE]);
  expect(code).toBe(0);
  // Only `main` wrote to it.
  return (JSON.parse(out) as { ltv: Ltv }).ltv;
}

/** The vectors are in yuan. */
const inYuan = (fen: number | null): number | null => (fen === null ? null : fen / 100);

describe("lifetime values in the report", () => {
  it("RP9 PJ1 PJ2 LT5 have the figures that the sample ledger is known for", async () => {
    const { volume, balanceYears, margin } = await ltvOf("--spread", "68500");
    const { cohorts, factors, totalStandardError, backtest } = volume!;
    const answers: readonly (readonly [id: string, got: unknown])[] = [
      ["SAMPLE-MACK-f", factors.map(({ factor }) => factor)],
      ["SAMPLE-MACK-ultimate", cohorts.map(({ ultimate }) => inYuan(ultimate))],
      ["SAMPLE-MACK-se", cohorts.map(({ standardError }) => inYuan(standardError))],
      ["SAMPLE-MACK-total-se", inYuan(totalStandardError)],
      [
        "SAMPLE-LTV-CURVE",
        {
          g: balanceYears!.curve.map(({ gain }) => (gain! * 0.0685) / 100),
          G: balanceYears!.curve.map(({ cumulative }) => (cumulative! * 0.0685) / 100),
          n_cohorts: balanceYears!.curve.map(({ cohorts: count }) => count),
          n_users: balanceYears!.curve.map(({ lenders }) => lenders),
        },
      ],
    ];
    for (const [id, got] of answers) expect([id, ...differences(got, vector(id))]).toEqual([id]);
    // The sample has later subsidies and no fees: the margin is the spread on balances less those.
    expect(margin!.curve[0]!.gain).toBeCloseTo(balanceYears!.curve[0]!.gain! * 0.0685, 6);
    expect(margin!.cohorts.map(({ size }) => size)).toEqual(cohorts.map(({ size }) => size));
    expect(backtest).toMatchObject({ origins: 4, cells: 34 });
    expect(backtest!.wape.ladder).toBeCloseTo(0.26, 2);
    expect(backtest!.wape.additive).toBeCloseTo(0.38, 2);
    expect(backtest!.coverage).toBeCloseTo(19 / 34, 12);
  });

  it("RP9 have no margin without a spread", async () => {
    const { margin, volume } = await ltvOf();
    expect(margin).toBeNull();
    expect(volume!.cohorts.length).toBe(14);
  });
});
