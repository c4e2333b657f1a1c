import fc from "fast-check";
import { expect, it } from "vitest";

import { dayOf } from "#src/domain/calendar.ts";
import { TERM_BUCKETS } from "#src/domain/leverageRules.ts";
import { DEFAULT_CREDIT_RULES } from "#src/domain/loans.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { LoansPage, LoansWhere, MatchingResult, TermPlace } from "#src/engine/protocol.ts";
import { EVER, openEngine } from "#test/support/engineHarness.ts";

import { ledgerUpTo, loansCsv, SNAPSHOT, someLoans, type FileLoan } from "./loanFiles.ts";

const PLACES: readonly TermPlace[] = ["overdue", ...TERM_BUCKETS.keys()];

type Methods = Awaited<ReturnType<typeof openEngine>>["methods"];
type Rules = typeof DEFAULT_CREDIT_RULES;

async function engineWith(loans: readonly FileLoan[], ledgerDay: EpochDay | null): Promise<Methods> {
  const { methods, drop } = await openEngine();
  await drop({ ...(ledgerDay === null ? {} : { "l.csv": ledgerUpTo(ledgerDay) }), "loans.csv": loansCsv(loans) });
  return methods;
}

function loansIn(
  methods: Methods,
  due: TermPlace,
  { rules = DEFAULT_CREDIT_RULES, where = {} }: { readonly rules?: Rules; readonly where?: Partial<LoansWhere> } = {},
): Promise<LoansPage> {
  const sort = { by: "due", descending: true } as const;
  return methods.loans({
    where: { disbursed: null, products: [], ...where, due },
    rules,
    sort,
    offset: 0,
    limit: 1000,
  });
}

function matching(methods: Methods, { rounding, dayCount }: Rules): Promise<MatchingResult> {
  return methods.matching({ period: EVER, grain: "month", rules: { rounding, dayCount }, lenderYieldPpm: null });
}

const barOf = ({ ladder, overdue }: MatchingResult, place: TermPlace) =>
  place === "overdue" ? overdue.borrowers : ladder[place]!.borrowers;

const someRules: fc.Arbitrary<Rules> = fc.record({
  rounding: fc.constantFrom("half_up", "half_even"),
  dayCount: fc.constantFrom("act_365", "30_360"),
  capital: fc.constant("schedule"),
});

it("MT4 the loans behind a bar come to the bar, in every line and on any last day", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(someLoans, fc.nat(500), someRules, async (loans, before, rules) => {
      const methods = await engineWith(loans, epochDay(SNAPSHOT - before));
      const ladder = await matching(methods, rules);
      for (const place of PLACES) {
        const { rows, due, total } = await loansIn(methods, place, { rules });
        expect(due).toBe(barOf(ladder, place));
        expect(rows.reduce((sum, row) => sum + row.due!, 0)).toBe(due);
        expect(total.loans).toBe(rows.length);
        expect(rows.map((row) => row.due)).toEqual(rows.map((row) => row.due).toSorted((a, b) => b! - a!));
        expect(rows.every((row) => row.due! > 0)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

/** 1,200 yuan in twelve parts of 100. On 2024-05-31 four have been due; the next are due in 15, 45, 76, … days. */
const YEAR: FileLoan = {
  ...{ id: "paid", product: "A", disbursedOn: dayOf(2024, 1, 15), principal: 120_000, ratePpm: 0, periods: 12 },
  ...{ method: "level", repaid: 40_000 },
};

const LOANS: readonly FileLoan[] = [
  YEAR,
  { ...YEAR, id: "ahead", product: "B", repaid: 95_000 },
  { ...YEAR, id: "behind", repaid: 10_000, overdueDays: 77 },
  { ...YEAR, id: "done", repaid: 120_000 },
];

it("MT4 a line holds the loans with money in it, and leaves the others out", async () => {
  const methods = await engineWith(LOANS, dayOf(2024, 5, 31));
  const told = async (place: TermPlace, where: Partial<LoansWhere> = {}) => {
    const { rows } = await loansIn(methods, place, { where });
    return rows.map(({ loanId, due }) => `${loanId} ${due! / 100}`);
  };
  expect(await told("overdue")).toEqual(["behind 300"]);
  expect(await told(0)).toEqual([]);
  // Equals stand as in the book: by day of disbursal and then by id.
  expect(await told(1)).toEqual(["ahead 100", "behind 100", "paid 100"]);
  expect(await told(3)).toEqual(["behind 100", "paid 100", "ahead 50"]);
  expect(await told(3, { products: ["B"] })).toEqual(["ahead 50"]);
  expect(await told(5)).toEqual(["behind 200", "paid 200"]);
});

it("MT4 without a line there is nothing due to tell, and without a ledger no loan is in one", async () => {
  const methods = await engineWith(LOANS, null);
  expect(await loansIn(methods, 1)).toMatchObject({ rows: [], due: 0, total: { loans: 0 } });
  const sort = { by: "due", descending: true } as const;
  const where = { disbursed: null, products: [] };
  const all = await methods.loans({ where, rules: DEFAULT_CREDIT_RULES, sort, offset: 0, limit: 9 });
  expect(all.due).toBeNull();
  expect(all.rows.map(({ loanId, due }) => `${loanId} ${due}`)).toEqual([
    "ahead null",
    "behind null",
    "done null",
    "paid null",
  ]);
});
