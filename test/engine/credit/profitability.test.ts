import { describe, expect, it } from "vitest";

import { dayOf, parseIsoDay } from "#src/domain/calendar.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { ProfitabilityArgs } from "#src/engine/protocol.ts";
import { createMemoryStore } from "#src/store/memoryStore.ts";
import { openEngine, TODAY } from "#test/support/engineHarness.ts";

import { ledgerUpTo, loansCsv, OPTIONAL_FIELDS, type FileLoan, type OptionalField } from "./loanFiles.ts";

const ASKED: ProfitabilityArgs = {
  rules: DEFAULT_CREDIT_RULES,
  disbursed: null,
  products: [],
  grain: "month",
};

const day = (text: string): EpochDay => parseIsoDay(text) ?? TODAY;

async function openWith(files: Readonly<Record<string, string>>) {
  const engine = await openEngine();
  await engine.drop(files);
  return (asked: Partial<ProfitabilityArgs> = {}) => engine.methods.profitability({ ...ASKED, ...asked });
}

/** 1,200.00 without interest in 12 parts; three are paid by the end of March, and two yuan earned. */
const LOAN: FileLoan = {
  id: "L1",
  product: "A",
  disbursedOn: dayOf(2023, 12, 31),
  principal: 120_000,
  ratePpm: 0,
  periods: 12,
  method: "level",
  interest: 300,
  bad: 0,
  funding: 60,
  marketing: 40,
  repaid: 30_000,
};

const LEDGER = ledgerUpTo(dayOf(2024, 3, 31));

function without(...left: readonly OptionalField[]): string {
  return loansCsv(
    [LOAN],
    OPTIONAL_FIELDS.filter((field) => !left.includes(field)),
  );
}

describe("the worked example", () => {
  const example: FileLoan = {
    ...{
      id: "T",
      product: "TEACH12",
      disbursedOn: dayOf(2022, 12, 15),
      periods: 12,
      method: "level",
      ratePpm: 180_000,
    },
    ...{ principal: 18_800_000_000, interest: 1_600_000_000, bad: 520_000_000, marketing: 410_000_000 },
    ...{ funding: 470_000_000, repaid: 18_280_000_000, status: "settled" },
  };

  it("PF1 PF2 PF3 PF4 PF5 PF6 PF8 gives its figures from a file", async () => {
    const ask = await openWith({ "l.csv": LEDGER, "loans.csv": loansCsv([example]) });
    const { total, snapshotDay } = await ask();
    expect(snapshotDay).toBe(dayOf(2024, 3, 31));
    expect(total).toMatchObject({ profit: 200_000_000, cost: 1_400_000_000, breakEvenBad: 720_000_000, owed: 0 });
    expect(total.perDisbursed).toBeCloseTo(0.010638, 6);
    expect(total.closing.perYear).toBeCloseTo(0.022486, 6);
    expect(total.closing.average).toBeCloseTo(889_447_9999.8, -2);
    expect(total.opening.perYear).toBeCloseTo(0.019118, 6);
    expect(total.realised).toBeCloseTo(0.8497, 4);
    expect(total.irr.rate).toBeCloseTo(0.06377, 5);
    expect((1 + (total.irr.rate ?? NaN) / 12) ** 12 - 1).toBeCloseTo(0.06567, 5);
    expect(total).toMatchObject({ finished: 1, contractRate: 0.18 });
  });

  it("PF3 has no capital in use from repayments where they ended it sooner", async () => {
    const ask = await openWith({
      "l.csv": LEDGER,
      // Repaid in full, with the interest of the first month alone.
      "loans.csv": loansCsv([{ ...example, repaid: example.principal, bad: 0, interest: 282_000_000 }]),
    });
    const bySchedule = await ask();
    const byRepayments = await ask({ rules: { ...DEFAULT_CREDIT_RULES, capital: "repayments" } });
    expect(bySchedule.total.closing.fenYears).toBeGreaterThan(0);
    expect(byRepayments.total.closing).toMatchObject({ fenYears: 0, perYear: null });
    expect(byRepayments.total.opening.fenYears).toBe(example.principal / 12);
    // All of it came a month after it went out, less marketing.
    const monthly = (18_800_000_000 + 282_000_000) / (18_800_000_000 + 410_000_000) - 1;
    expect(bySchedule.total.irr.rate).toBeCloseTo(12 * monthly, 9);
  });
});

it("PF3 PF4 counts the due days that have come, and none after the snapshot", async () => {
  const ask = await openWith({ "l.csv": LEDGER, "loans.csv": loansCsv([{ ...LOAN, ratePpm: 120_000 }]) });
  const { total } = await ask();
  // 1 % of 1,200.00, 1,105.38 and 1,009.81: the due days of January, February and March.
  expect(total).toMatchObject({ scheduledInterest: 1200 + 1105 + 1010, finished: 0, owed: 90_000 });
  expect(total.realised).toBe(300 / 3315);
  expect(total.closing.average).toBeCloseTo(total.closing.fenYears * 4, 9);
});

it("PF8 what is still owed counts at face on the last due day passed", async () => {
  const ask = await openWith({ "l.csv": LEDGER, "loans.csv": without("penalty", "fees") });
  const { total } = await ask();
  // Out 1,200.40; in 101.00 in each of three months, and 900.00 that is owed with the third: 2.60 of gain.
  expect(total.profit).toBe(200);
  const rate = (total.irr.rate ?? NaN) / 12;
  const worth = [1, 2, 3].reduce((sum, month) => sum + 10_100 / (1 + rate) ** month, 90_000 / (1 + rate) ** 3);
  expect(worth).toBeCloseTo(120_040, 5);
  expect(total.xirr.rate).not.toBeNull();
});

it("PF7 a column that the file lacks leaves out what depends on it alone", async () => {
  const full = await (await openWith({ "l.csv": LEDGER, "loans.csv": without("penalty", "fees") }))();
  expect(full.missing).toEqual(["penalty", "fees"]);
  expect(full.total).toMatchObject({ penalty: null, fees: null, income: 300, profit: 200 });

  const noMarketing = await (await openWith({ "l.csv": LEDGER, "loans.csv": without("marketing") }))();
  const unknown = { rate: null, reason: "unknown" };
  expect(noMarketing.missing).toContain("marketing");
  expect(noMarketing.total).toMatchObject({
    ...{ marketing: null, cost: null, profit: null, perDisbursed: null, breakEvenBad: null },
    ...{ bad: 0, funding: 60, income: 300, irr: unknown, xirr: unknown },
    closing: { perYear: null },
  });
  expect(noMarketing.overTime.map(({ profit }) => profit)).toEqual([[null]]);

  const noRepaid = await (await openWith({ "l.csv": LEDGER, "loans.csv": without("repaid") }))();
  expect(noRepaid).toMatchObject({ hasRepaid: false, total: { owed: 90_000, profit: 200 } });
});

it("PF7 a blank cell in a column that has values is nothing", async () => {
  const other: FileLoan = { ...LOAN, id: "L2", marketing: undefined, interest: 100, funding: undefined };
  const { total, missing } = await (await openWith({ "l.csv": LEDGER, "loans.csv": loansCsv([LOAN, other]) }))();
  expect(missing).not.toContain("marketing");
  expect(total).toMatchObject({ interest: 400, marketing: 40, funding: 60, profit: 300 });
});

describe("PF7 a product whose loans lack a column", () => {
  const other: FileLoan = {
    ...{ ...LOAN, id: "L2", product: "B", disbursedOn: dayOf(2024, 1, 10), bad: undefined, interest: 900 },
    principal: 50_000,
  };
  const full: FileLoan = { ...LOAN, bad: 100 };
  const files = { "l.csv": LEDGER, "loans.csv": loansCsv([full, { ...full, id: "L3", bad: undefined }, other]) };
  const unknown = { rate: null, reason: "unknown" };
  const lacking = {
    ...{ bad: null, cost: null, profit: null, perDisbursed: null, breakEvenBad: null, irr: unknown, xirr: unknown },
    ...{ interest: 900, income: 900, funding: 60, closing: { perYear: null }, opening: { perYear: null } },
  };

  it("PF7 is unknown by itself, in its months and over time, and none in the total", async () => {
    const { total, products, overTime, missing } = await (await openWith(files))();
    expect(missing).toEqual(["penalty", "fees"]);
    expect(total).toMatchObject({ bad: 100, profit: 1500 - 400 });
    expect(products[0]).toMatchObject({ product: "A", bad: 100, profit: 300, penalty: null });
    expect(products[1]).toMatchObject({ product: "B", ...lacking, months: [lacking] });
    expect(overTime.map(({ profit }) => profit)).toEqual([
      [300, null],
      [null, null],
    ]);
  });

  it("PF7 is unknown where it alone is asked for, whatever days are", async () => {
    const ask = await openWith(files);
    const alone = await ask({ products: ["B"] });
    expect(alone.total).toMatchObject(lacking);
    expect(alone).toMatchObject({ missing: ["penalty", "fees", "bad"], gaps: { loans: 1, blanks: [] } });
    const january = await ask({ disbursed: { from: day("2024-01-01"), to: day("2024-01-31") } });
    expect(january.total).toMatchObject(lacking);
    // A value on another day tells that the product has the column.
    const early = loansCsv([other, { ...other, id: "L4", disbursedOn: dayOf(2023, 6, 1), bad: 7 }]);
    const told = await openWith({ "l.csv": LEDGER, "loans.csv": early });
    const { total } = await told({ disbursed: { from: day("2024-01-01"), to: day("2024-01-31") } });
    expect(total).toMatchObject({ loans: 1, bad: 0, profit: 800 });
  });

  it("PF7 has no row with a profit, no moved one and no bad curve", async () => {
    const { methods, drop } = await openEngine();
    await drop(files);
    const rules = DEFAULT_CREDIT_RULES;
    const scope = { disbursed: null, products: ["B"] };
    const sort = { by: "profit", descending: true } as const;
    const all = { disbursed: null, products: [] };
    const { rows } = await methods.loans({ where: all, rules, sort, offset: 0, limit: 9 });
    expect(rows.map(({ loanId, profit }) => [loanId, profit])).toEqual([
      ["L3", 200],
      ["L1", 100],
      ["L2", null],
    ]);
    expect((await methods.loans({ where: scope, rules, sort, offset: 0, limit: 9 })).total).toMatchObject(lacking);
    const whatIf = await methods.profitWhatIf({ ...scope, rules, factors: { interest: 2_000_000 } });
    expect(whatIf).toMatchObject({
      now: { profit: null, bad: null },
      moved: { income: 1800, profit: null },
      tornado: [],
    });
    expect((await methods.profitWhatIf({ ...all, rules, factors: {} })).now.profit).toBe(1100);
    expect(await methods.vintages({ ...scope, rules })).toMatchObject({ hasBad: false, overdueBad: null });
    expect(await methods.vintages({ ...all, rules })).toMatchObject({ hasBad: true });
  });

  it("PF7 counts the blank cells that are none, and names the products that lack the column", async () => {
    const ask = await openWith(files);
    const { gaps } = await ask();
    expect(gaps).toMatchObject({ loans: 3, blanks: [{ part: "bad", loans: 2, products: ["B"] }] });
    expect((await ask({ products: ["A"] })).gaps?.blanks).toEqual([{ part: "bad", loans: 1, products: [] }]);
    const none = await openWith({ "l.csv": LEDGER, "loans.csv": loansCsv([full]) });
    expect((await none()).gaps).toMatchObject({ loans: 1, blanks: [], beyond: 0, later: 0, isDisbursal: false });
  });
});

it("LC6 counts loans of which more is repaid and bad than was lent; profit has all of the bad", async () => {
  const beyond: FileLoan = { ...LOAN, id: "L2", repaid: 100_000, bad: 20_001 };
  const ask = await openWith({
    "l.csv": LEDGER,
    "loans.csv": loansCsv([{ ...LOAN, repaid: 100_000, bad: 20_000 }, beyond, { ...LOAN, id: "L3", repaid: 120_001 }]),
  });
  const { gaps, total } = await ask();
  expect(gaps?.beyond).toBe(2);
  expect(total).toMatchObject({ bad: 40_001, owed: 0 });
  expect((await ask({ products: ["Z"] })).gaps).toMatchObject({ loans: 0, beyond: 0 });
});

describe("PF9 the day on which loans are looked at", () => {
  const later: FileLoan = { ...LOAN, id: "L2", disbursedOn: dayOf(2024, 5, 20) };
  const loans = loansCsv([LOAN, later]);

  it("PF9 is the last day of the ledger, or the last disbursal where that is later", async () => {
    expect((await (await openWith({ "l.csv": LEDGER, "loans.csv": loansCsv([LOAN]) }))()).snapshotDay).toBe(
      day("2024-03-31"),
    );
    expect((await (await openWith({ "l.csv": LEDGER, "loans.csv": loans }))()).snapshotDay).toBe(day("2024-05-20"));
    expect((await (await openWith({ "loans.csv": loans }))()).snapshotDay).toBe(day("2024-05-20"));
  });

  it("PF9 says when it is a disbursal, and not where nothing is disbursed after the ledger", async () => {
    const gapsOf = async (files: Readonly<Record<string, string>>) => (await (await openWith(files))()).gaps;
    expect(await gapsOf({ "l.csv": LEDGER, "loans.csv": loansCsv([LOAN]) })).toMatchObject({ isDisbursal: false });
    expect(await gapsOf({ "l.csv": LEDGER, "loans.csv": loans })).toMatchObject({ isDisbursal: true, later: 0 });
    expect(await gapsOf({ "loans.csv": loans })).toMatchObject({ isDisbursal: true, latest: TODAY });
    const onDay = { ...LOAN, id: "L3", disbursedOn: dayOf(2024, 3, 31) };
    expect(await gapsOf({ "l.csv": LEDGER, "loans.csv": loansCsv([onDay]) })).toMatchObject({ isDisbursal: false });
  });

  it("PF9 leaves out loans disbursed after the day that is asked for", async () => {
    const store = createMemoryStore();
    const engine = await openEngine(store);
    await engine.drop({ "l.csv": LEDGER, "loans.csv": loans });
    expect((await engine.methods.profitability(ASKED)).total.loans).toBe(2);
    await engine.methods.open({ today: TODAY, asOf: day("2024-02-29") });
    const earlier = await engine.methods.profitability(ASKED);
    // The file tells how the loan stood when the later one had been disbursed.
    expect(earlier).toMatchObject({ snapshotDay: day("2024-05-20"), total: { loans: 1, disbursed: 120_000 } });
    expect(earlier.gaps).toMatchObject({ loans: 1, later: 1, latest: day("2024-02-29"), isDisbursal: true });
  });
});

it("PF8 loans without a due day yet are too young for a return", async () => {
  const young = { ...LOAN, disbursedOn: dayOf(2024, 3, 15), repaid: 0 };
  const { total } = await (await openWith({ "l.csv": LEDGER, "loans.csv": loansCsv([young]) }))();
  const tooYoung = { rate: null, reason: "too_young" };
  expect(total).toMatchObject({ irr: tooYoung, xirr: tooYoung, realised: null, closing: { perYear: null } });
});

it("LF1 a loan of an unknown method enters nothing, and is counted", async () => {
  const csv = `${loansCsv([LOAN], [])}L2,A,2024-01-01,100,12%,3,somehow\n`;
  const result = await (await openWith({ "l.csv": LEDGER, "loans.csv": csv }))();
  expect(result).toMatchObject({ unread: 1, unreadIds: ["L2"], total: { loans: 1, disbursed: 120_000 } });
});

it("LF1 of the loans that cannot be read all are counted, and the first three named", async () => {
  const bad = ["L2,A,2024-01-01,100,12%,3,somehow", "L3,A,2024-01-01,100,12%,3,other", "L4,A,2024-01-01,9,12%,3,x"];
  const csv = `${loansCsv([LOAN], [])}${[...bad, "L5,A,2024-01-01,9,12%,3,y"].join("\n")}\n`;
  const result = await (await openWith({ "l.csv": LEDGER, "loans.csv": csv }))();
  expect(result).toMatchObject({ unread: 4, unreadIds: ["L2", "L3", "L4"] });
});

it("PF14 a loan that owes nothing any more has run to its end before its last due day", async () => {
  const finishedOf = async (...loans: readonly FileLoan[]) =>
    (await (await openWith({ "l.csv": LEDGER, "loans.csv": loansCsv(loans) }))()).total.finished;
  const repaid = { ...LOAN, id: "L2", repaid: 120_000 };
  const partlyBad = { ...LOAN, id: "L3", principal: 240_000, repaid: 200_000, bad: 40_000 };
  expect(await finishedOf(LOAN)).toBe(0);
  expect(await finishedOf(repaid)).toBe(1);
  expect(await finishedOf(LOAN, repaid, partlyBad)).toBe(0.75);
  expect(await finishedOf({ ...repaid, repaid: 119_999 })).toBe(0);
});

it("PF1 a scope tells what it leaves out, and a scope without a loan is empty", async () => {
  const loans = [LOAN, { ...LOAN, id: "L2", product: "B", disbursedOn: dayOf(2024, 2, 10), principal: 50_000 }];
  const ask = await openWith({ "l.csv": LEDGER, "loans.csv": loansCsv(loans) });
  const inFebruary = await ask({ disbursed: { from: day("2024-02-01"), to: day("2024-02-29") } });
  expect(inFebruary.products.map(({ product }) => product)).toEqual(["B"]);
  expect(inFebruary).toMatchObject({
    outside: { loans: 1, disbursed: 120_000 },
    span: { from: day("2023-12-31"), to: day("2024-02-10") },
    allProducts: ["A", "B"],
  });
  const none = await ask({ products: ["Z"] });
  expect(none).toMatchObject({ products: [], overTime: [], total: { loans: 0, profit: 0, perDisbursed: null } });
  expect(none.total.irr).toEqual({ rate: null, reason: "no_sign_change" });
});

it("PF1 is empty without loans", async () => {
  const result = await (await openWith({ "l.csv": LEDGER }))();
  expect(result).toMatchObject({
    snapshotDay: null,
    products: [],
    overTime: [],
    span: null,
    allProducts: [],
    gaps: null,
  });
  expect(result.total).toMatchObject({ loans: 0, profit: null, income: null });
});
