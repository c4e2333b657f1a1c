import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bucketsOf, overlap, type Period } from "#src/domain/period.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { balanceSeries, FLOW_MEASURES, periodTotals } from "#src/metrics/balanceSeries.ts";
import { buildBook, type Book } from "#src/metrics/book.ts";
import type { CohortCube } from "#src/metrics/cohortCube.ts";
import { cohortTriangle, type CohortGroupSums } from "#src/metrics/cohortTriangle.ts";
import { periodOfNumber } from "#src/metrics/cohortPeriod.ts";
import { distinctLenders } from "#src/metrics/distinctLenders.ts";
import { growthRows } from "#src/metrics/growth.ts";
import { lenderPoints } from "#src/metrics/lenderSeries.ts";
import { lenderStates, stateOfLender } from "#src/metrics/lenderStates.ts";
import {
  arbitraryAsOf,
  arbitraryBlocks,
  arbitraryRows,
  BASE,
  CHANNELS,
  PRODUCTS,
  SPAN,
} from "#test/support/arbitraryLedger.ts";
import { bookInput, partOf } from "#test/support/ledgerRows.ts";
import { Oracle, type OracleArgs } from "#test/support/oracle.ts";

const LENDERS = 6;
const RUNS = { numRuns: 60 };

const ledger = fc.record({
  ledger: arbitraryBlocks(arbitraryRows()),
  asOf: arbitraryAsOf(),
  weekStart: fc.constantFrom(1 as const, 7 as const, 4 as const),
  newRule: fc.constantFrom("first_instant" as const, "first_day" as const),
  transfers: fc.constantFrom("net" as const, "gross" as const),
  channels: fc.option(fc.subarray([0, 1, 2, 3]), { nil: undefined }),
  products: fc.option(fc.subarray([0, 1, 2, 3]), { nil: undefined }),
});

type Case = typeof ledger extends fc.Arbitrary<infer Value> ? Value : never;

function mask(codes: readonly number[] | undefined, size: number): Uint8Array | undefined {
  return codes && Uint8Array.from({ length: size }, (_, code) => (codes.includes(code) ? 1 : 0));
}

function oracleOf(made: Case, args: Partial<OracleArgs> = {}): Oracle {
  const { asOf, weekStart, newRule, transfers, channels } = made;
  const keepChannel = channels ? { keepChannel: channels } : {};
  return new Oracle(made.ledger.rows, { asOf, weekStart, newRule, transfers, ...keepChannel, ...args });
}

function bookOf({ ledger: { blocks }, asOf, weekStart }: Case, productFilter?: Uint8Array): Book {
  const filter = productFilter ? { productFilter } : {};
  return buildBook({ ...bookInput(blocks, asOf, { weekStart, ...filter }), products: PRODUCTS, channels: CHANNELS });
}

function somePeriods(): Period[] {
  const days = [BASE - 20, BASE + 3, BASE + 40, BASE + SPAN + 60].map(epochDay);
  return [
    { from: days[0]!, to: days[3]! },
    { from: days[1]!, to: days[2]! },
  ];
}

/** Buckets of every grain, the first and last cut, and two that are no bucket at all. */
function cutBuckets(made: Case): Period[] {
  const grains = ["day", "week", "month"] as const;
  const [wide, narrow] = somePeriods();
  const buckets = [wide!, narrow!].flatMap((period) =>
    grains.flatMap((grain) =>
      grain === "day" && period === wide
        ? []
        : bucketsOf(period, grain, made.weekStart).map((bucket) => overlap(bucket, period)!),
    ),
  );
  return [...buckets, wide!, narrow!];
}

/** Everything about lenders that the book and the oracle can both say, as the book says it. */
function bookFigures(book: Book, made: Case, keepProduct: Uint8Array | undefined): unknown {
  const keepChannel = mask(made.channels, CHANNELS);
  const { transfers, asOf } = made;
  const points = lenderPoints(book, {
    buckets: cutBuckets(made),
    transfers,
    keepChannel,
    countDistinct: ({ from, to }) =>
      distinctLenders(made.ledger.blocks.map(partOf), {
        period: { from, to: epochDay(Math.min(to, asOf)) },
        transfers,
        profiles: book.profiles,
        keepProduct,
        keepChannel,
      }),
  });
  const cubes = [book.monthCohorts, book.weekCohorts];
  const query = { transfers, keepChannel, asOf };
  return {
    newLenders: points.newLenders,
    lending: points.lendingLenders,
    holding: points.lendersHolding,
    cohorts: cubes.map((cube) => triangleOf(cube, cohortTriangle(cube, { ...query, splitBy: "none" })[0])),
    byProduct: cubes.map((cube) =>
      Array.from({ length: PRODUCTS }, (_, product) =>
        triangleOf(
          cube,
          cohortTriangle(cube, { ...query, splitBy: "product" }).find(({ code }) => code === product),
        ),
      ),
    ),
    growth: growthRows(book.growth, { keepChannel }).map(
      ({ month, open, new: begun, resurrected, expansion, contraction, churned, close, lenders }) => ({
        month,
        open,
        new: begun,
        resurrected,
        expansion,
        contraction,
        churned,
        close,
        lenders,
      }),
    ),
    states: lenderStates(book, { keepChannel }).filter(({ lenders }) => lenders > 0),
    stateOf: Array.from({ length: LENDERS }, (_, lender) =>
      keepChannel === undefined || keepChannel[book.profiles.channel[lender] ?? 0] === 1
        ? stateOfLender(book, lender)
        : undefined,
    ),
  };
}

/** The same as the oracle says it. */
function oracleFigures(oracle: Oracle, made: Case): unknown {
  const { asOf } = made;
  const grains = ["month", "week"] as const;
  const inBuckets = (figure: (observed: Period) => number | undefined) =>
    cutBuckets(made).map((bucket) =>
      isSeen(oracle, bucket, asOf) ? figure({ from: bucket.from, to: epochDay(Math.min(bucket.to, asOf)) }) : null,
    );
  const order = ["new", "holding", "resurrected", "grace", "lost", "never_lent"];
  const states = order.map((state) => {
    const members = oracle.lenders.filter((lender) => oracle.state(lender) === state);
    const balance = members.reduce((sum, lender) => sum + oracle.balance(lender, asOf), 0);
    return { state, lenders: members.length, balance };
  });
  return {
    newLenders: inBuckets((observed) => oracle.flows(observed)["newLenders"]),
    lending: inBuckets((observed) => oracle.lending(observed)),
    holding: inBuckets(({ to }) => oracle.holding(to)),
    cohorts: grains.map((grain) => oracle.cohorts(grain)),
    byProduct: grains.map((grain) => Array.from({ length: PRODUCTS }, (_, product) => oracle.cohorts(grain, product))),
    growth: oracle.growth(),
    states: states.filter(({ lenders }) => lenders > 0),
    stateOf: Array.from({ length: LENDERS }, (_, lender) =>
      oracle.lenders.includes(lender) ? oracle.state(lender) : undefined,
    ),
  };
}

function isSeen(oracle: Oracle, bucket: Period, asOf: EpochDay): boolean {
  return oracle.firstDay !== null && bucket.to >= oracle.firstDay && bucket.from <= asOf;
}

function triangleOf(cube: CohortCube, group: CohortGroupSums | undefined): unknown {
  return (group?.cohorts ?? []).map(({ cohort, size, cells }) => ({
    start: periodOfNumber(cohort, cube.grain, cube.weekStart).from,
    size,
    cells,
  }));
}

describe("a book equals recomputation from rows, whatever the order and partition of rows", () => {
  it("OB1 VO1 VO2 NR1 NR2 EX1 EX2 TR1 TR2 NI1 NI2 flows and outstanding of any bucket, by any filter", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const oracle = oracleOf(made, made.products ? { keepProduct: made.products } : {});
        const book = bookOf(made);
        const query = {
          newRule: made.newRule,
          transfers: made.transfers,
          keepProduct: mask(made.products, PRODUCTS),
          keepChannel: mask(made.channels, CHANNELS),
          firstDay: book.firstDay,
          asOf: book.asOf,
        };
        expect(book.firstDay).toBe(oracle.firstDay);
        const buckets = cutBuckets(made);
        const points = balanceSeries(book.dayCube, { ...query, buckets });
        buckets.forEach((bucket, place) => {
          const flows = oracle.flows({ from: bucket.from, to: epochDay(Math.min(bucket.to, made.asOf)) });
          const unseen = !isSeen(oracle, bucket, made.asOf);
          const names = [...FLOW_MEASURES, "outstanding"] as const;
          const got = names.map((measure) => `${measure} ${points[measure][place]}`);
          expect(got).toEqual(names.map((measure) => `${measure} ${unseen ? null : flows[measure]}`));
        });
        for (const period of somePeriods()) {
          const totals = periodTotals(book.dayCube, { ...query, period });
          const { outstanding, ...flows } = oracle.flows({
            from: period.from,
            to: epochDay(Math.min(period.to, made.asOf)),
          });
          expect(totals.flows).toEqual(flows);
          expect(totals.closing).toBe(outstanding);
        }
      }),
      RUNS,
    );
  });

  it("NR3 LN1 LN2 CO1 GA1 LS1 lenders, cohorts, growth and states", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        expect(bookFigures(bookOf(made), made, undefined)).toEqual(oracleFigures(oracleOf(made), made));
      }),
      RUNS,
    );
  });

  it("DM1 the same of some products only, with profiles of all rows", () => {
    fc.assert(
      fc.property(ledger, (made) => {
        const products = made.products ?? [1, 2];
        const keepProduct = mask(products, PRODUCTS);
        const got = bookFigures(bookOf(made, keepProduct), made, keepProduct);
        expect(got).toEqual(oracleFigures(oracleOf(made, { keepProduct: products }), made));
      }),
      RUNS,
    );
  });
});
