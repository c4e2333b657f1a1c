import { expect, test } from "vitest";

import { parseIsoDay } from "#src/domain/calendar.ts";
import { ladderModel, lendersOutstanding } from "#src/features/matching/ladderModel.ts";
import { matchModel } from "#src/features/matching/matchModel.ts";
import { balanceWhere, interestWhere } from "#src/features/matching/matchRows.ts";
import { csvOf, EVER, openEngine, type FileRow } from "#test/support/engineHarness.ts";

const ROW: FileRow = {
  txnId: "",
  lender: "A",
  at: "",
  type: "lend",
  amount: "",
  product: "P",
  term: "",
  channel: "app",
};

const ROWS: readonly FileRow[] = [
  { ...ROW, txnId: "1", at: "2024-01-01", amount: "1000.00", term: "60" },
  { ...ROW, txnId: "2", at: "2024-01-10", amount: "300.00", lender: "B" },
  { ...ROW, txnId: "3", at: "2024-01-11", amount: "200.00", lender: "B", term: "5" },
  { ...ROW, txnId: "4", at: "2024-01-20", amount: "10.00", type: "interest" },
  { ...ROW, txnId: "5", at: "2024-01-31", amount: "50.00", type: "exit", lender: "C" },
];

const LOANS = [
  "loan_id,product,disbursed_on,principal,annual_rate,periods,method,repaid_principal",
  "L1,CASH,2024-01-01,900.00,12.00%,3,equal_principal,0.00",
  "L2,CASH,2024-01-15,600.00,12.00%,1,bullet,0.00",
].join("\n");

const ARGS = {
  period: EVER,
  grain: "month",
  rules: { rounding: "half_up", dayCount: "act_365" },
  lenderYieldPpm: null,
} as const;

test("MT1 MT4: lenders' side is the same with and without a loans file", async () => {
  const { methods, drop } = await openEngine();
  await drop({ "ledger.csv": csvOf(ROWS) });
  const alone = await methods.matching(ARGS);
  expect(alone).toMatchObject({ hasLoans: false, now: null, points: [] });
  expect(lendersOutstanding(alone)).toBe(145_000);
  expect(ladderModel(alone).rows.map(({ lenders }) => lenders)).toEqual([20_000, 0, 100_000, 0, 0, 0, 0, 30_000]);

  await drop({ "loans.csv": LOANS });
  const both = await methods.matching(ARGS);
  expect(both.now).toMatchObject({ lenders: 145_000, borrowers: 150_000, idle: 0, short: 5000 });
  expect(lendersOutstanding(both)).toBe(145_000);
  expect(lendersOutstanding({ ...both, now: null })).toBe(145_000);
  expect(matchModel(both, "month").ratio).toEqual([145_000 / 150_000]);
  const owed = ladderModel(both).rows.reduce((sum, { borrowers }) => sum + (borrowers ?? 0), 0);
  expect(owed).toBe(150_000);
});

test("MT1 MT3: the rows that figures lead to add up to them", async () => {
  const { methods, drop } = await openEngine();
  await drop({ "ledger.csv": csvOf(ROWS), "loans.csv": LOANS });
  const { now, lenderYield, basis } = await methods.matching(ARGS);
  const first = parseIsoDay("2024-01-01")!;
  const page = { sort: { by: "instant", descending: false }, offset: 0, limit: 10 } as const;
  const { amountByType } = await methods.rows({ ...page, where: balanceWhere(first, basis.asOf!) });
  expect(amountByType).toEqual({ lend: 150_000, exit: 5000 });
  expect(now?.lenders).toBe(145_000);
  const interest = await methods.rows({ ...page, where: interestWhere(basis.asOf!, lenderYield!.days) });
  expect(interest.amountByType).toEqual({ interest: 1000 });
});

test("MT4 MT5: the lots behind every line of the ladder come to lenders' side of it", async () => {
  const { methods, drop } = await openEngine();
  await drop({ "ledger.csv": csvOf(ROWS) });
  const { rows } = ladderModel(await methods.matching(ARGS));
  const sort = { by: "open", descending: true } as const;
  for (const { place, lenders } of rows) {
    const page = await methods.openLots({ due: place, sort, offset: 0, limit: 10 });
    expect(page.open, JSON.stringify(place)).toBe(lenders);
    expect(page.rows.reduce((sum, { open }) => sum + open, 0)).toBe(lenders);
  }
  const undated = await methods.openLots({ due: { type: "undated" }, sort, offset: 0, limit: 10 });
  expect(undated.rows).toMatchObject([{ lender: "B", product: "P", termDays: null, maturityDay: null, open: 30_000 }]);
});
