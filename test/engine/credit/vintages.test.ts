import { readFileSync } from "node:fs";

import { beforeAll, describe, expect, it } from "vitest";

import { parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { VintagesArgs, VintagesResult } from "#src/engine/protocol.ts";
import { csvOf, openEngine } from "#test/support/engineHarness.ts";

const day = (text: string): EpochDay => parseIsoDay(text)!;

const ASKED: VintagesArgs = { rules: DEFAULT_CREDIT_RULES, disbursed: null, products: [] };

/** The ledger goes to the last day of March 2024. */
const LEDGER = csvOf([
  {
    ...{ txnId: "t1", lender: "a", at: "2024-03-31 10:00:00", type: "lend", amount: "1", product: "P", term: "30" },
    channel: "",
  },
]);

const HEADER = "loan_id,product,disbursed_on,principal,annual_rate,periods,method";
const TOLD = `${HEADER},interest_received,bad_principal,repaid_principal,overdue_days
L1,A,2023-11-10,600,0%,6,level,0,0,400,0
L2,B,2023-11-30,400,12%,4,level,0,400,0,92
L3,A,2024-02-29,500,0%,5,level,0,0,250,0
`;

async function openWith(loans: string) {
  const engine = await openEngine();
  await engine.drop({ "l.csv": LEDGER, "loans.csv": loans });
  return (asked: Partial<VintagesArgs> = {}) => engine.methods.vintages({ ...ASKED, ...asked });
}

it("VT1 VT2 VT3 VT4 curves by months on book, and what is overdue", async () => {
  const vintages = await openWith(TOLD);
  const result = await vintages();
  expect(result).toMatchObject({ snapshotDay: day("2024-03-31"), hasBad: true, hasPrepaid: true, hasOverdue: true });
  expect(result.vintages).toMatchObject([
    { loans: 2, disbursed: 100_000, bad: [0, 0, 0, 0, 40_000], prepaid: [0, 0, 0, 0, 0] },
    { loans: 1, disbursed: 50_000, bad: [0, 0, null, null, null], prepaid: [0, 15_000, null, null, null] },
  ]);
  expect(result.expected.prepaid).toEqual([0, 0.1, 0.1, 0.1, 0.1]);
  expect(result.overdue.map(({ product, lines }) => [product, ...lines.map(({ owed }) => owed)])).toEqual([
    ["A", 45_000, 0, 0, 0, 0],
    ["B", 0, 0, 0, 0, 40_000],
  ]);
  expect(result.allProducts).toEqual(["A", "B"]);
});

it("VT1 the scope keeps products and days of disbursal", async () => {
  const vintages = await openWith(TOLD);
  const ofA = await vintages({ products: ["A"] });
  expect(ofA.vintages.map(({ disbursed }) => disbursed)).toEqual([60_000, 50_000]);
  expect(ofA.expected.prepaid.slice(0, 2)).toEqual([0, 15_000 / 110_000]);
  expect(ofA.overdue.map(({ product }) => product)).toEqual(["A"]);
  const late = await vintages({ disbursed: { from: day("2023-11-30"), to: day("2024-02-28") } });
  expect(late.vintages.map(({ loans }) => loans)).toEqual([1]);
  const none = await vintages({ products: ["Z"] });
  expect(none).toMatchObject({ vintages: [], overdue: [], allProducts: ["A", "B"] });
});

it("VT1 a column that is not in the file switches off its curve alone", async () => {
  const withoutBad = await openWith(
    `${HEADER},repaid_principal,interest_received\nL1,A,2023-11-10,600,0%,6,level,450,0\n`,
  );
  const first = await withoutBad();
  expect(first).toMatchObject({ hasBad: false, hasPrepaid: true, hasOverdue: false, overdue: [] });
  expect(first.vintages[0]!.bad).toEqual([null, null, null, null, null]);
  expect(first.expected.bad).toEqual([null, null, null, null, null]);
  expect(first.vintages[0]!.prepaid.at(-1)).toBe(5000);

  const withoutInterest = await openWith(
    `${HEADER},repaid_principal,bad_principal\nL1,A,2023-11-10,600,0%,6,level,450,0\n`,
  );
  const second = await withoutInterest();
  expect(second).toMatchObject({ hasBad: true, hasPrepaid: false });
  expect(second.vintages[0]!.bad).toEqual([0, 0, 0, 0, 0]);
  expect(second.vintages[0]!.prepaid).toEqual([null, null, null, null, null]);
});

it("VT1 without loans there is nothing", async () => {
  const engine = await openEngine();
  await engine.drop({ "l.csv": LEDGER });
  const result = await engine.methods.vintages(ASKED);
  expect(result).toMatchObject({ snapshotDay: null, hasBad: false, vintages: [], overdue: [], allProducts: [] });
});

describe("the sample", () => {
  let result: VintagesResult;
  let rows: readonly (readonly string[])[];

  beforeAll(async () => {
    const loans = readFileSync(new URL("../../../sample-data/loans.csv", import.meta.url), "utf8");
    rows = loans
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const engine = await openEngine();
    await engine.drop({ "l.csv": LEDGER.replace("2024-03-31", "2025-03-31"), "loans.csv": loans });
    result = await engine.methods.vintages({ ...ASKED, products: ["CL12"] });
  });

  const fen = (text: string): number => Math.round(Number(text) * 100);

  it("VT1 VT2 the first vintages of CL12 end at the file's bad principal", () => {
    const own = rows.filter(([, product, on]) => product === "CL12" && on!.startsWith("2024-01"));
    const inFile = own.reduce((sum, row) => sum + fen(row[10]!), 0);
    const [january] = result.vintages;
    expect(january!.loans).toBe(own.length);
    expect(january!.bad.findLast((point) => point !== null)).toBe(inFile);
    expect(inFile).toBeGreaterThan(0);
  });

  it("VT4 every loan that owes is in a bucket of its product", () => {
    const own = rows.filter((row) => row[1] === "CL12" && fen(row[3]!) > fen(row[13]!));
    const [line] = result.overdue;
    expect(line!.lines.reduce((sum, { loans }) => sum + loans, 0)).toBe(own.length);
    expect(line!.lines.reduce((sum, { owed }) => sum + owed, 0)).toBe(
      own.reduce((sum, row) => sum + fen(row[3]!) - fen(row[13]!), 0),
    );
    expect(line!.lines.at(-1)!.loans).toBe(own.filter((row) => Number(row[16]) > 90).length);
  });
});
