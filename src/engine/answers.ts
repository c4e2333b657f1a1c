import { overlap, type Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import { balanceSeries, periodTotals } from "#src/metrics/balanceSeries.ts";
import type { Book } from "#src/metrics/book.ts";
import type { CohortCube } from "#src/metrics/cohortCube.ts";
import { periodNumber, periodOfNumber } from "#src/metrics/cohortPeriod.ts";
import { cohortTable } from "#src/metrics/cohorts.ts";
import { cohortTriangle } from "#src/metrics/cohortTriangle.ts";
import type { DayCube } from "#src/metrics/dayCube.ts";
import { growthRows } from "#src/metrics/growth.ts";
import { dayFlows, partialDays } from "#src/metrics/qualityDays.ts";

import type { Analyses } from "./analysis.ts";
import { checksOf } from "./checksAnswer.ts";
import { basisOf, channelCodes, productCodes } from "./codes.ts";
import { tableWithIntervals } from "./cohorts/balanceIntervals.ts";
import type { Held } from "./held.ts";
import { createFilteredBooks } from "./filteredBooks.ts";
import { lenderSeriesAnswer } from "./lenderSeriesAnswer.ts";
import { lenderStatesAnswer } from "./lenders/lenderStatesAnswer.ts";
import { comparisonBuckets, comparisonPeriod, observedBuckets, pointsInRuns } from "./periods.ts";
import type {
  Bucket,
  CohortArgs,
  CohortResult,
  CohortSums,
  EngineMethods,
  Filter,
  Points,
  SeriesArgs,
  SeriesResult,
} from "./protocol.ts";
import { createRowsAnswer } from "./rowsAnswer.ts";

type Answers = Pick<
  EngineMethods,
  "series" | "lenderSeries" | "cohorts" | "cohortSums" | "growth" | "lenderStates" | "checks" | "coverage" | "rows"
>;

/** The methods that only read: every one is answered from the book, or from rows where a filter needs them. */
export function answerMethods(current: () => Promise<Held>, analyses: Analyses): Answers {
  const bookFor = createFilteredBooks(analyses);
  const rows = createRowsAnswer();
  return {
    series: async (args, signal, onProgress) => {
      const held = await current();
      // Products are in the cube of all rows; lenders are not.
      const { segment } = args.filter;
      const book =
        segment === undefined ? held.kept.book : await bookFor(held, { products: [], segment }, { signal, onProgress });
      return seriesAnswer(held, args, book.dayCube);
    },
    lenderSeries: async (args, signal, onProgress) => {
      const held = await current();
      return lenderSeriesAnswer(held, args, await bookFor(held, args.filter, { signal, onProgress }));
    },
    cohorts: async (args, signal, onProgress) => {
      const held = await current();
      return cohortsAnswer(held, await bookFor(held, args.filter, { signal, onProgress }), args);
    },
    cohortSums: async ({ grain, filter }, signal, onProgress) => {
      const held = await current();
      const book = await bookFor(held, filter, { signal, onProgress });
      return cohortSumsAnswer(held, cohortCube(book, grain), filter);
    },
    growth: async ({ filter }, signal, onProgress) => {
      const held = await current();
      const book = await bookFor(held, filter, { signal, onProgress });
      const keepChannel = channelCodes(held, filter.channels);
      return { basis: basisOf(held, book.rows), rows: growthRows(book.growth, { keepChannel }) };
    },
    lenderStates: async ({ filter }, signal, onProgress) => {
      const held = await current();
      const book = await bookFor(held, filter, { signal, onProgress });
      return lenderStatesAnswer(analyses(held, { signal, onProgress }), book, filter);
    },
    checks: async () => checksOf(await current()),
    coverage: async () => coverageAnswer(await current()),
    rows: async (args, signal, onProgress) => {
      const held = await current();
      const page = await rows(analyses(held, { signal, onProgress }), args);
      return { basis: basisOf(held, page.total), ...page };
    },
  };
}

function seriesAnswer(held: Held, args: SeriesArgs, dayCube: DayCube): SeriesResult {
  const { book } = held.kept;
  const { newRule, transfers, weekStart } = held.state.settings;
  const query = {
    newRule,
    transfers,
    keepProduct: productCodes(held, args.filter.products),
    keepChannel: channelCodes(held, args.filter.channels),
    firstDay: book.firstDay,
    asOf: book.asOf,
  };
  const observed = { firstDay: book.firstDay ?? book.asOf, asOf: book.asOf, weekStart };
  const period = overlap(args.period, { from: observed.firstDay, to: observed.asOf });
  const buckets = period && book.firstDay !== null ? observedBuckets(period, args.grain, observed) : [];
  const total = periodTotals(dayCube, { ...query, period: period ?? args.period });
  return {
    basis: basisOf(held, total.flows.rows),
    buckets,
    points: pointsOf(buckets),
    total,
    comparison: comparison(),
  };

  function pointsOf(some: readonly Bucket[]): Points {
    return pointsInRuns(some, (run) => balanceSeries(dayCube, { ...query, buckets: run }));
  }

  function comparison(): SeriesResult["comparison"] {
    const against = period && comparisonPeriod(period, args.comparison);
    if (!period || !against) return null;
    const shifted = comparisonBuckets(buckets, period, args.comparison);
    return {
      buckets: shifted,
      points: pointsOf(shifted),
      total: against.from < observed.firstDay ? null : periodTotals(dayCube, { ...query, period: against }),
    };
  }
}

async function cohortsAnswer(held: Held, book: Book, args: CohortArgs): Promise<CohortResult> {
  const { kept, state } = held;
  const cube = cohortCube(book, args.grain);
  const hidden = new Set((args.hidden ?? []).map((day) => periodNumber(epochDay(day), cube.grain, cube.weekStart)));
  const plain = cohortTable(cube, {
    measure: args.measure,
    per: args.per,
    splitBy: args.splitBy,
    keepChannel: channelCodes(held, args.filter.channels),
    transfers: state.settings.transfers,
    spreadPpm: state.settings.spreadPpm,
    asOf: book.asOf,
    hidden,
  });
  const table = await tableWithIntervals(held, args, { book, table: plain, hidden });
  const names = args.splitBy === "channel" ? kept.channelNames : kept.productNames;
  return {
    basis: basisOf(held, book.rows),
    unit: table.unit,
    missing: table.missing,
    groups: table.groups
      .map(({ code, ...group }) => ({ name: code === null ? null : names[code]!, ...group }))
      .toSorted((a, b) => b.lenders - a.lenders || ((a.name ?? "") < (b.name ?? "") ? -1 : 1)),
  };
}

function cohortCube(book: Book, grain: "week" | "month"): CohortCube {
  return grain === "month" ? book.monthCohorts : book.weekCohorts;
}

function cohortSumsAnswer(held: Held, cube: CohortCube, filter: Filter): CohortSums[] {
  const [whole] = cohortTriangle(cube, {
    splitBy: "none",
    keepChannel: channelCodes(held, filter.channels),
    transfers: held.state.settings.transfers,
    asOf: held.kept.book.asOf,
  });
  return (whole?.cohorts ?? []).map(({ cohort, size, cells }) => ({
    cohort: periodOfNumber(cohort, cube.grain, cube.weekStart),
    size,
    cells: cells.map(({ age, lenders, holding, volume, balance, balanceDays }) => ({
      age,
      lenders,
      holding,
      volume,
      balance,
      balanceDays,
    })),
  }));
}

function coverageAnswer(held: Held): Awaited<ReturnType<Answers["coverage"]>> {
  const { book } = held.kept;
  if (book.firstDay === null) return { days: [] };
  const period: Period = { from: book.firstDay, to: book.asOf };
  const whole = { period, grain: "day", filter: { products: [], channels: [] }, comparison: "none" } as const;
  const { buckets, points } = seriesAnswer(held, whole, book.dayCube);
  const partial = new Map(partialDays(dayFlows(book)).map(({ day, expected }) => [day, expected]));
  return {
    days: buckets.map(({ from }, index) => {
      const expectedRows = partial.get(from);
      return {
        day: from,
        rows: points.rows[index] ?? 0,
        volume: points.volume[index] ?? 0,
        exits: points.exits[index] ?? 0,
        ...(expectedRows === undefined ? {} : { expectedRows }),
      };
    }),
  };
}
