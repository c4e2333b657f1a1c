import { bucketsOf } from "#src/domain/period.ts";
import { balanceSeries } from "#src/metrics/balanceSeries.ts";
import type { Book } from "#src/metrics/book.ts";
import { ledgerChecks, warmUpUntil } from "#src/metrics/checks.ts";
import { cohortTriangle } from "#src/metrics/cohortTriangle.ts";
import { growthRows } from "#src/metrics/growth.ts";
import { lenderPoints } from "#src/metrics/lenderSeries.ts";
import { lenderStates, stateOfLender } from "#src/metrics/lenderStates.ts";
import { lendersInClass } from "#src/metrics/lendersInClass.ts";

/** All that a book can be asked, as text, so that two books can be told apart by their answers alone. */
export function bookAnswers(book: Book, channels: number): string {
  return JSON.stringify(answers(book, channels), null, 1);
}

function answers(book: Book, channels: number): unknown {
  const period = { from: book.firstDay ?? book.asOf, to: book.asOf };
  const perChannel = Array.from({ length: channels }, (_, only) =>
    Uint8Array.from({ length: channels }, (__, channel) => (channel === only ? 1 : 0)),
  );
  const views = [undefined, ...perChannel].flatMap((keepChannel) =>
    (["net", "gross"] as const).map((transfers) => ({ keepChannel, transfers })),
  );
  return {
    facts: [book.firstDay, book.asOf, book.rows, book.futureRows, book.lenders, book.amountByType, book.rowsByType],
    profiles: book.profiles,
    checks: ledgerChecks(book, 0),
    warmUp: warmUpUntil(book),
    states: Array.from(book.profiles.kind, (_, lender) => stateOfLender(book, lender)),
    classes: book.lenderMonths.map((table) => [
      lendersInClass(book.profiles, table, "new"),
      lendersInClass(book.profiles, table, "churned"),
      lendersInClass(book.profiles, table, "transient"),
    ]),
    views: views.map(({ keepChannel, transfers }) => ({
      days: balanceSeries(book.dayCube, {
        buckets: bucketsOf(period, "day", 1),
        newRule: "first_day",
        transfers,
        keepProduct: undefined,
        keepChannel,
        firstDay: book.firstDay,
        asOf: book.asOf,
      }),
      lenders: (["day", "week", "month"] as const).map((grain) =>
        lenderPoints(book, {
          buckets: bucketsOf(period, grain, book.weekStart),
          transfers,
          keepChannel,
          countDistinct: () => NaN,
        }),
      ),
      cohorts: [book.monthCohorts, book.weekCohorts].map((cube) =>
        cohortTriangle(cube, { splitBy: "product", transfers, keepChannel, asOf: book.asOf }),
      ),
      growth: growthRows(book.growth, { keepChannel }),
      states: lenderStates(book, { keepChannel }),
    })),
  };
}
