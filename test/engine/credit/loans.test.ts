import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { dayOf } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES, OVERDUE_BUCKETS } from "#src/domain/loans.ts";
import type { LoanRow, LoansArgs, LoanSort, LoansWhere, ProfitFigures } from "#src/engine/protocol.ts";
import { openEngine } from "#test/support/engineHarness.ts";

import { ledgerUpTo, loansCsv, SNAPSHOT, someLoans, type FileLoan } from "./loanFiles.ts";

const RULES = DEFAULT_CREDIT_RULES;
const ALL: LoansWhere = { disbursed: null, products: [] };
const SORTS: readonly LoanSort[] = ["disbursedOn", "principal", "profit", "bad", "overdueDays", "owed"];

type Engine = Awaited<ReturnType<typeof openEngine>>;

async function engineWith(loans: readonly FileLoan[]): Promise<Engine> {
  const engine = await openEngine();
  await engine.drop({ "l.csv": ledgerUpTo(SNAPSHOT), "loans.csv": loansCsv(loans) });
  return engine;
}

function page({ methods }: Engine, asked: Partial<LoansArgs> = {}) {
  const sort = { by: "disbursedOn", descending: false } as const;
  return methods.loans({ where: ALL, rules: RULES, sort, offset: 0, limit: 1000, ...asked });
}

const idsOf = (rows: readonly LoanRow[]) => rows.map(({ loanId }) => loanId);

describe("a list of loans", () => {
  let engine: Engine;
  const loan: FileLoan = {
    ...{ id: "a", product: "A", disbursedOn: dayOf(2024, 1, 10), principal: 60_000, ratePpm: 120_000, periods: 6 },
    ...{ method: "level", interest: 900, funding: 300, bad: 0, marketing: 100, repaid: 30_000, overdueDays: 0 },
  };
  const loans: readonly FileLoan[] = [
    { ...loan, id: "b", bad: 20_000, overdueDays: 120, status: "坏账", borrower: "甲" },
    loan,
    { ...loan, id: "c", disbursedOn: dayOf(2024, 2, 10), repaid: 60_000, overdueDays: undefined, interest: undefined },
    { ...loan, id: "d", disbursedOn: dayOf(2024, 3, 10), product: "B", overdueDays: 31, principal: 90_000 },
  ];
  beforeAll(async () => {
    engine = await engineWith(loans);
  });

  it("LF2 has every cell of the file, and blanks where it has none", async () => {
    const { rows } = await page(engine);
    expect(idsOf(rows)).toEqual(["a", "b", "c", "d"]);
    expect(rows[1]).toMatchObject({
      ...{ loanId: "b", product: "A", disbursedOn: dayOf(2024, 1, 10), principal: 60_000, rate: 0.12, periods: 6 },
      ...{ method: "level", interest: 900, penalty: null, fees: null, bad: 20_000, marketing: 100, funding: 300 },
      ...{ repaid: 30_000, status: "bad", borrower: "甲", overdueDays: 120, profit: 900 - 20_400, owed: 10_000 },
    });
    expect(rows[2]).toMatchObject({ interest: null, overdueDays: null, profit: -400, owed: 0 });
  });

  it("LF3 puts rows in order, those without a value last either way", async () => {
    const inOrder = async (by: LoanSort, descending: boolean) =>
      idsOf((await page(engine, { sort: { by, descending } })).rows);
    expect(await inOrder("overdueDays", false)).toEqual(["a", "d", "b", "c"]);
    expect(await inOrder("overdueDays", true)).toEqual(["b", "d", "a", "c"]);
    expect(await inOrder("profit", false)).toEqual(["b", "c", "a", "d"]);
    expect(await inOrder("owed", true)).toEqual(["d", "a", "b", "c"]);
  });

  it("VT4 keeps loans by how long they are overdue, and those that are owed", async () => {
    const kept = async (where: Partial<LoansWhere>) =>
      idsOf((await page(engine, { where: { ...ALL, ...where } })).rows);
    expect(await kept({ overdue: "over_90" })).toEqual(["b"]);
    expect(await kept({ overdue: "31_60" })).toEqual(["d"]);
    // The one that is repaid in full is overdue with nothing.
    expect(await kept({ overdue: "on_time" })).toEqual(["a"]);
    expect(await kept({ owing: true })).toEqual(["a", "b", "d"]);
    expect(await kept({ owing: true, products: ["B"] })).toEqual(["d"]);
  });

  it("LF4 one loan comes with its schedule, and with its balances as far as the file tells them", async () => {
    const { methods } = engine;
    const { loan: row, instalments } = await methods.loanSchedule({ loanId: "b", rules: RULES });
    expect(row).toEqual((await page(engine)).rows[1]);
    expect(instalments.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(instalments[0]).toMatchObject({
      dueDay: dayOf(2024, 2, 10),
      interest: 600,
      payment: 10_353,
      balance: 50_247,
    });
    expect(instalments.reduce((sum, { principal }) => sum + principal, 0)).toBe(60_000);
    expect(instalments.at(-1)).toMatchObject({ balance: 0, actual: 10_000 });
    const running = await methods.loanSchedule({ loanId: "d", rules: RULES });
    expect(running.instalments.map(({ actual }) => actual === null)).toEqual([false, false, false, false, false, true]);
    expect(await methods.loanSchedule({ loanId: "nobody", rules: RULES })).toEqual({ loan: null, instalments: [] });
  });

  it("LF4 a bullet loan has one instalment, and without what was repaid no balance is told", async () => {
    const bullet: FileLoan = { ...loan, method: "bullet", repaid: undefined };
    const { methods } = await engineWith([bullet]);
    const { instalments } = await methods.loanSchedule({ loanId: "a", rules: RULES });
    // 182 days at 12 % of 600.00 over 365.
    expect(instalments).toEqual([
      {
        number: 1,
        dueDay: dayOf(2024, 7, 10),
        principal: 60_000,
        interest: 3590,
        payment: 63_590,
        balance: 0,
        actual: null,
      },
    ]);
  });

  it("LF2 there is no loan without the dataset", async () => {
    const nothing = await openEngine();
    expect(await page(nothing)).toMatchObject({ rows: [], total: { loans: 0 } });
    expect(await nothing.methods.loanSchedule({ loanId: "a", rules: RULES })).toEqual({ loan: null, instalments: [] });
  });
});

const NEAR = 6;

/** Equal but for the order in which floats were added up. */
function expectSame({ irr, xirr, ...figures }: ProfitFigures, other: ProfitFigures): void {
  const { closing, opening, contractRate, ...exact } = figures;
  expect(other).toMatchObject(exact);
  expect(other.closing.average).toBeCloseTo(closing.average, 2);
  expect(other.opening.average).toBeCloseTo(opening.average, 2);
  expect(other.contractRate ?? -1).toBeCloseTo(contractRate ?? -1, NEAR);
  expect(other.irr.rate ?? -9).toBeCloseTo(irr.rate ?? -9, NEAR);
  expect(other.xirr.rate ?? -9).toBeCloseTo(xirr.rate ?? -9, NEAR);
}

it("LF5 the loans behind a figure come to that figure", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(someLoans, async (loans) => {
      const engine = await engineWith(loans);
      const asked = { ...ALL, rules: RULES, grain: "month" } as const;
      const { total, products } = await engine.methods.profitability(asked);
      expectSame(total, (await page(engine)).total);
      for (const { product, months, ...figures } of products) {
        expectSame(figures, (await page(engine, { where: { ...ALL, products: [product] } })).total);
        for (const { month, ...ofMonth } of months) {
          const drilled = await page(engine, { where: { disbursed: month, products: [product] } });
          expectSame(ofMonth, drilled.total);
          expect(drilled.rows).toHaveLength(ofMonth.loans);
          expect(drilled.rows.reduce((sum, { profit }) => sum + (profit ?? 0), 0)).toBe(ofMonth.profit ?? 0);
        }
      }
      const { overdue } = await engine.methods.vintages({ ...ALL, rules: RULES });
      for (const { product, lines } of overdue)
        for (const { bucket, ...line } of lines) {
          const { rows } = await page(engine, { where: { ...ALL, products: [product], overdue: bucket } });
          expect(rows).toHaveLength(line.loans);
        }
    }),
    { numRuns: 40 },
  );
});

it("LF5 narrowed to some loans, the total is theirs alone", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(someLoans, fc.constantFrom(...OVERDUE_BUCKETS), async (loans, overdue) => {
      const engine = await engineWith(loans);
      const narrowed = await page(engine, { where: { ...ALL, overdue } });
      const kept = loans.filter(({ id }) => idsOf(narrowed.rows).includes(id));
      expect(narrowed.total.loans).toBe(kept.length);
      if (kept.length === 0) return;
      // The same loans as a file of their own; a column that none of them tells is unknown there.
      const alone = await page(await engineWith(kept));
      const { missing } = await engine.methods.profitability({ ...ALL, rules: RULES, grain: "month" });
      const missingAlone = new Set(
        (["interest", "penalty", "fees", "bad", "funding", "marketing"] as const).filter(
          (part) => alone.total[part] === null,
        ),
      );
      if (missingAlone.size === missing.length) expectSame(narrowed.total, alone.total);
      expect(narrowed.total.disbursed).toBe(alone.total.disbursed);
    }),
    { numRuns: 60 },
  );
});

it("LF3 pages of any order join to all that fit", { timeout: 60_000 }, async () => {
  const sortOf = fc.record({ by: fc.constantFrom(...SORTS), descending: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(someLoans, sortOf, fc.integer({ min: 1, max: 7 }), async (loans, sort, limit) => {
      const engine = await engineWith(loans);
      const whole = await page(engine, { sort });
      const joined: LoanRow[] = [];
      for (let offset = 0; offset < loans.length; offset += limit)
        joined.push(...(await page(engine, { sort, offset, limit })).rows);
      expect(joined).toEqual(whole.rows);
      expect(whole.rows).toHaveLength(loans.length);
      const values = whole.rows.map((row) => row[sort.by]).filter((value) => value !== null);
      expect(values).toEqual(values.toSorted((a, b) => (sort.descending ? b - a : a - b)));
      expect(whole.rows.findLastIndex((row) => row[sort.by] !== null)).toBe(values.length - 1);
    }),
    { numRuns: 40 },
  );
});
