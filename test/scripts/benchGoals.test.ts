import { describe, expect, test } from "vitest";

import { goalLines } from "#scripts/bench/goals.mjs";
import { quantile } from "#scripts/bench/quantiles.mjs";
import { goalTable } from "#scripts/bench/table.mjs";

function round(onScreenMs: number) {
  const imported = { onScreenMs, longTaskMs: 40, memoryPeak: 300 };
  const answers = [
    { name: "series", p95Ms: 5 },
    { name: "cohorts by month", p95Ms: 150 },
  ];
  return {
    history: imported,
    nextDay: { ...imported, onScreenMs: 500 },
    reloadMs: 200,
    periodChange: { p95Ms: 60, interactionMs: 48 },
    scroll: { p50Ms: 16.7, p95Ms: 33.3 },
    answers,
  };
}

const small = {
  rows: 1_000_000,
  dipper: [round(9000), round(1000), round(2000)],
  duckdb: [{ startMs: 1000, readMs: 3000, restartMs: 900, toldReadMs: 1500 }],
  papaDexie: { wholeMs: 120_000 },
};
const large = { rows: 10_000_000, dipper: [round(24_000)] };

const line = (what: string) => goalLines({ small, large }).find((each) => each.what === what);

describe("goals", () => {
  test("the middle round is set against the peer's", () => {
    expect(line("1 M rows, file to screen, against DuckDB-WASM's read")).toMatchObject({ value: 1.5, isMet: false });
    expect(line("1 M rows, file to screen, against DuckDB-WASM's start and read")).toMatchObject({
      value: 2,
      isMet: false,
    });
    expect(line("1 M rows, file to screen, against PapaParse to Dexie rows")).toMatchObject({ value: 60, isMet: true });
  });

  test("ten times the rows may take eleven times as long", () => {
    const longer = line("10 M rows against 1 M, file to screen");
    expect(longer).toMatchObject({ value: 16, isMet: false });
    expect(longer?.atMost).toBeCloseTo(11);
  });

  test("engine goals hold at the large size only", () => {
    expect(line("1 M rows, cohorts by month, p95 in the engine")).toBe(undefined);
    expect(line("10 M rows, cohorts by month, p95 in the engine")).toMatchObject({ value: 150, isMet: false });
    expect(line("10 M rows, series, p95 in the engine")).toMatchObject({ value: 5, isMet: true });
    expect(line("10 M rows, list of lenders scrolled, a frame, p50")).toMatchObject({ value: 16.7, isMet: true });
    expect(line("10 M rows, list of lenders scrolled, a frame, p95")).toMatchObject({ value: 33.3, isMet: false });
  });

  test("a short run is not judged", () => {
    const lines = goalLines({ small: { ...small, rows: 200_000 }, large: undefined });
    expect(lines.filter(({ isMet }) => isMet !== undefined)).toEqual([]);
  });

  test("what could not be measured is left out", () => {
    const dipper = small.dipper.map((each) => ({ ...each, history: { onScreenMs: 1, longTaskMs: 1 } }));
    const whats = goalLines({ small: { ...small, dipper }, large: undefined }).map(({ what }) => what);
    expect(whats).not.toContain("1 M rows, most memory of the page");
    expect(whats.filter((what) => what.startsWith("10 M"))).toEqual([]);
  });

  test("the table says what is met and how far off the rest is", () => {
    const rows = goalTable(goalLines({ small, large })).split("\n");
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows.find((row) => row.includes("DuckDB-WASM's read"))).toMatch(
      /\| 1\.50 × +\| 2000 ms : 3000 ms +\| ≥ 2\.00 × +\| gap 1\.3 × /,
    );
  });
});

test("quantiles are values that were seen", () => {
  expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(quantile([5, 1, 4, 2, 3], 0.95)).toBe(5);
  expect(quantile([7], 0.5)).toBe(7);
  expect(quantile([], 0.5)).toBe(undefined);
});
