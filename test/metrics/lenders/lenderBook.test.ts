import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { monthEnd, monthOf } from "#src/domain/calendar.ts";
import type { EventType } from "#src/domain/eventTypes.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import { epochDay } from "#src/domain/units.ts";
import { buildBook, type Book } from "#src/metrics/book.ts";
import { COHORT_BEFORE } from "#src/metrics/cohortCube.ts";
import { cohortTriangle } from "#src/metrics/cohortTriangle.ts";
import { buildAgeCubes, buildLenderBook, type LenderBookInput } from "#src/metrics/lenders/buildLenderBook.ts";
import { AGE, AGE_WIDTH, type AgeCube, type LenderBook, type LenderFacts } from "#src/metrics/lenders/lenderBook.ts";
import { arbitraryBlocks, arbitraryRows, BASE, SPAN } from "#test/support/arbitraryLedger.ts";
import { bookInput, type Row } from "#test/support/ledgerRows.ts";

import { agesSince, LenderOracle } from "./lenderOracle.ts";

const LENDERS = 6;
const RUNS = { numRuns: 200 };

/** First lends of two lenders, with what follows within days: the signs of bonus hunters. */
const firstLends = fc
  .array(
    fc.record({
      lender: fc.nat(1),
      day: fc.nat(14),
      type: fc.constantFrom<EventType[]>("lend", "lend", "exit", "withdraw", "withdraw", "subsidy", "transfer_in"),
      amount: fc.constantFrom(100, 200, 300),
      product: fc.nat(1),
      termDays: fc.constantFrom(0, 3, 5),
      isLate: fc.boolean(),
    }),
    { maxLength: 10 },
  )
  .map((rows) =>
    rows.map(({ day, isLate, ...row }, place): Row => ({
      ...row,
      id: `${place}`,
      channel: 1,
      instant: (BASE + day) * 86_400 + (isLate ? 60 : 0),
    })),
  );

const ledger = fc.record({
  ledger: arbitraryBlocks(fc.oneof(arbitraryRows(), firstLends)),
  asOf: fc.integer({ min: BASE, max: BASE + SPAN + 120 }).map(epochDay),
  newRule: fc.constantFrom("first_instant" as const, "first_day" as const),
  transfers: fc.constantFrom("net" as const, "gross" as const),
  thresholdFen: fc.constantFrom(100, 200, 400),
  cashOutDays: fc.nat(3),
  kind: fc.array(fc.nat(2), { minLength: LENDERS, maxLength: LENDERS }),
  campaign: fc.array(fc.nat(2), { minLength: LENDERS, maxLength: LENDERS }),
  mask: fc.array(fc.nat(1), { minLength: LENDERS, maxLength: LENDERS }),
  hasCoupons: fc.boolean(),
  rowsAtOnce: fc.integer({ min: 1, max: 60 }),
});

type Case = typeof ledger extends fc.Arbitrary<infer Value> ? Value : never;

const couponOf = (row: Pick<Row, "amount">): number => (row.amount % 3 === 0 ? 7 : -1);

function withCoupons({ columns, dead }: LedgerPart): LedgerPart {
  return { columns: { ...columns, couponAmount: columns.amount.map((amount) => couponOf({ amount })) }, dead };
}

function finished<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function inputOf(made: Case): { readonly book: Book; readonly input: LenderBookInput } {
  const { asOf, newRule, transfers, thresholdFen, cashOutDays, rowsAtOnce } = made;
  const given = { ...bookInput(made.ledger.blocks, asOf), lenders: LENDERS, products: 4, channels: 4 };
  const book = buildBook(given);
  const input = {
    parts: made.hasCoupons ? given.parts.map(withCoupons) : given.parts,
    profiles: book.profiles,
    kind: Uint8Array.from(made.kind),
    campaign: Uint16Array.from(made.campaign),
    asOf,
    newRule,
    transfers,
    hunterRules: { thresholdFen, cashOutDays },
    rowsAtOnce,
  };
  return { book, input };
}

function oracleOf(made: Case): LenderOracle {
  const rows = made.ledger.blocks.flatMap((block) => block.rows.filter((_, row) => block.dead?.[row] !== true));
  return new LenderOracle(rows, { ...made, couponOf: made.hasCoupons ? couponOf : () => -1 });
}

function factsOf(facts: LenderFacts, lender: number): Record<string, number | undefined> {
  const columns = Object.entries<Readonly<Record<number, number>>>({ ...facts });
  return Object.fromEntries(columns.map(([name, column]) => [name, column[lender]]));
}

/** Sizes and cells by what a segment stands for. */
function segmentsOf(cube: AgeCube): Map<string, { size: number; cells: number[][] }> {
  const segments = new Map<string, { size: number; cells: number[][] }>();
  for (let segment = 0; segment < cube.segments; segment++) {
    const cells: number[][] = [];
    for (let cell = cube.start[segment]!; cell < cube.start[segment + 1]!; cell++)
      cells.push([...cube.values.subarray(cell * AGE_WIDTH, (cell + 1) * AGE_WIDTH)]);
    const { cohort, channel, kind, campaign, firstProduct, signs } = cube;
    const key = [cohort, channel, kind, campaign, firstProduct, signs].map((column) => column[segment]).join(" ");
    expect(segments.has(key)).toBe(false);
    segments.set(key, { size: cube.size[segment]!, cells });
  }
  return segments;
}

function added(a: readonly number[][], b: readonly number[][]): number[][] {
  return a.map((cell, age) => cell.map((value, place) => value + b[age]![place]!));
}

/** The same from the oracle, of some lenders. */
function oracleSegments(made: Case, clock: AgeCube["clock"]): Map<string, { size: number; cells: number[][] }> {
  const own = oracleOf(made);
  const segments = new Map<string, { size: number; cells: number[][] }>();
  for (const lender of own.oracle.lenders) {
    const { kind, day, channel, product } = own.oracle.beginning(lender);
    if (kind === "none") continue;
    const cohort = kind === "lent" ? monthOf(day) : COHORT_BEFORE;
    const { signs } = own.facts(lender);
    const key = [cohort, channel, made.kind[lender], made.campaign[lender], product, signs].join(" ");
    const ages = kind === "lent" ? agesSince(monthEnd(cohort), clock, made.asOf).length : 0;
    const cells = Array.from({ length: ages }, (_, age) => own.cell(lender, clock, age));
    const known = segments.get(key);
    segments.set(key, { size: (known?.size ?? 0) + 1, cells: known ? added(known.cells, cells) : cells });
  }
  return segments;
}

function totals(cubes: readonly AgeCube[]): Map<string, { size: number; cells: number[][] }> {
  const sums = new Map<string, { size: number; cells: number[][] }>();
  for (const cube of cubes)
    for (const [key, { size, cells }] of segmentsOf(cube)) {
      const known = sums.get(key);
      sums.set(key, known ? { size: known.size + size, cells: added(known.cells, cells) } : { size, cells });
    }
  return sums;
}

describe("a lender book equals recomputation from rows, whatever the order and partition of rows", () => {
  it("has the facts of every lender", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const { input } = inputOf(made);
        const { facts, ...book } = finished(buildLenderBook(input));
        const own = oracleOf(made);
        for (const lender of own.oracle.lenders) {
          const got = factsOf(facts, lender);
          expect(got).toEqual(own.facts(lender));
        }
        expect(book.shortestTermDays).toBe(own.shortestTerm());
        expect(book.hasWithdrawals).toBe(own.oracle.all.some((row) => row.type === "withdraw"));
        expect(book.lastMonth).toBe(monthOf(epochDay(made.asOf + 1)) - 1);
      }),
      RUNS,
    );
  });

  it("has a bit for every age in which a lender lent or held", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const book = finished(buildLenderBook(inputOf(made).input));
        const own = oracleOf(made);
        for (const lender of own.oracle.lenders)
          for (const clock of ["calendar", "rolling"] as const) {
            const ages = own.ages(lender, clock).map((days) => own.didIn(lender, days));
            const read = (which: "lent" | "held"): boolean[] =>
              Array.from({ length: 32 }, (_, age) => hasBit(book, clock, { which, lender, age }));
            const expected = (which: "lent" | "held"): boolean[] =>
              Array.from({ length: 32 }, (_, age) => ages[age]?.[which] ?? false);
            expect(read("lent")).toEqual(expected("lent"));
            expect(read("held")).toEqual(expected("held"));
          }
      }),
      RUNS,
    );
  });

  it("has the sums of every segment at every age on both clocks", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const book = finished(buildLenderBook(inputOf(made).input));
        expect(segmentsOf(book.calendar)).toEqual(oracleSegments(made, "calendar"));
        expect(segmentsOf(book.rolling)).toEqual(oracleSegments(made, "rolling"));
      }),
      RUNS,
    );
  });

  it("agrees with the cohorts of the day's book on the calendar clock", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const { book, input } = inputOf(made);
        const { calendar } = finished(buildLenderBook(input));
        const triangle = cohortTriangle(book.monthCohorts, {
          splitBy: "none",
          transfers: made.transfers,
          keepChannel: undefined,
          asOf: made.asOf,
        });
        expect(cohortsOf(calendar)).toEqual(triangle[0]?.cohorts ?? []);
      }),
      RUNS,
    );
  });

  it("adds up to the whole from the cubes of any two halves", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const { input } = inputOf(made);
        const book = finished(buildLenderBook(input));
        const cubesOf = (wanted: Uint8Array) => finished(buildAgeCubes({ ...input, wanted }, book.facts.signs));
        const some = cubesOf(Uint8Array.from(made.mask));
        const others = cubesOf(Uint8Array.from(made.mask, (one) => 1 - one));
        for (const clock of ["calendar", "rolling"] as const)
          expect(totals([some[clock], others[clock]])).toEqual(totals([book[clock]]));
      }),
      RUNS,
    );
  });

  it("knows nothing of lenders that are left out", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const isKept = (row: Row): boolean => made.mask[row.lender] === 1;
        const { input } = inputOf(made);
        const { facts } = finished(buildLenderBook({ ...input, wanted: Uint8Array.from(made.mask) }));
        const blocks = made.ledger.blocks.map(({ rows, dead }) => ({
          rows,
          dead: rows.map((row, place) => dead?.[place] === true || !isKept(row)),
        }));
        const own = oracleOf({ ...made, ledger: { ...made.ledger, blocks } });
        for (let lender = 0; lender < LENDERS; lender++) {
          const got = factsOf(facts, lender);
          const nothing = Object.fromEntries(Object.keys(got).map((name) => [name, 0]));
          expect(got).toEqual(own.oracle.lenders.includes(lender) ? own.facts(lender) : nothing);
        }
      }),
      RUNS,
    );
  });
});

function hasBit(
  book: LenderBook,
  clock: "calendar" | "rolling",
  { which, lender, age }: { readonly which: "lent" | "held"; readonly lender: number; readonly age: number },
): boolean {
  const bits = clock === "calendar" ? book.calendarBits : book.rollingBits;
  const word = bits[which][lender * bits.words + Math.floor(age / 32)] ?? 0;
  return ((word >>> (age % 32)) & 1) === 1;
}

/** The cube as cohorts of all its segments, in the words of the cohort triangle. */
function cohortsOf(cube: AgeCube): unknown {
  const cohorts = new Map<number, { size: number; cells: number[][] }>();
  for (const [key, { size, cells }] of segmentsOf(cube)) {
    const cohort = Number(key.split(" ")[0]);
    if (cohort < 0) continue;
    const known = cohorts.get(cohort);
    cohorts.set(cohort, { size: (known?.size ?? 0) + size, cells: known ? added(known.cells, cells) : cells });
  }
  return [...cohorts]
    .toSorted(([a], [b]) => a - b)
    .map(([cohort, { size, cells }]) => ({
      cohort,
      size,
      cells: cells.map((cell, age) => ({
        age,
        lenders: cell[AGE.lent],
        holding: cell[AGE.held],
        volume: cell[AGE.volume],
        volumeTermDays: cell[AGE.volumeTermDays],
        balance: cell[AGE.balance],
        balanceDays: cell[AGE.balanceDays],
        fees: cell[AGE.fees],
        subsidies: cell[AGE.laterSubsidies],
      })),
    }));
}
