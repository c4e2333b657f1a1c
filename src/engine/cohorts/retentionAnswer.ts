import { monthEnd, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import type { Held } from "#src/engine/held.ts";
import type { RetentionArgs, RetentionResult } from "#src/engine/protocol.ts";
import { CHANNEL_KINDS, type LenderDirectory } from "#src/metrics/lenders/lenderDirectory.ts";
import { cohortMonths, observedAges } from "#src/metrics/retention/cohortMonths.ts";
import { retentionTable } from "#src/metrics/retention/retention.ts";

/** Retention by month of the first lend, from the ages in which every lender did something. */
export async function retentionAnswer(analysis: Analysis, args: RetentionArgs): Promise<RetentionResult> {
  const { held } = analysis;
  const { book } = held.kept;
  const lenderBook = await analysis.lenderBook();
  const activity = args.clock === "calendar" ? lenderBook.calendarBits : lenderBook.rollingBits;
  const cube = args.clock === "calendar" ? lenderBook.calendar : lenderBook.rolling;
  const split = splitOf(held, await analysis.directory(), args.splitBy);
  const { columns, groups } = retentionTable(
    {
      bits: args.measure === "holding" ? activity.held : activity.lent,
      words: activity.words,
      cohort: cohortMonths(book.profiles),
      group: split?.codes,
      kept: await analysis.lendersKept(args.filter),
      observed: observedAges(cube),
    },
    { ...args, hidden: new Set(args.hidden.map((day) => monthOf(epochDay(day)))) },
  );
  return {
    basis: basisOf(held, book.rows),
    columns,
    groups: groups
      .map(({ code, lenders, rows, curve }) => ({
        name: split ? (split.names[code] ?? "") : null,
        lenders,
        rows: rows.map(({ cohort, ...row }) => ({ cohort: monthPeriod(cohort), ...row })),
        curve,
      }))
      .toSorted((a, b) => b.lenders - a.lenders || ((a.name ?? "") < (b.name ?? "") ? -1 : 1)),
  };
}

function monthPeriod(month: MonthNumber): Period {
  return { from: monthStart(month), to: monthEnd(month) };
}

interface Split {
  /** By lender code. */
  readonly codes: Uint16Array | Uint8Array;
  /** By code. */
  readonly names: readonly string[];
}

function splitOf(held: Held, people: LenderDirectory, splitBy: RetentionArgs["splitBy"]): Split | undefined {
  const { kept } = held;
  switch (splitBy) {
    case "none":
      return undefined;
    case "channel":
      return { codes: kept.book.profiles.channel, names: kept.channelNames };
    case "product":
      return { codes: kept.book.profiles.firstProduct, names: kept.productNames };
    case "kind":
      return { codes: people.kind, names: CHANNEL_KINDS };
    case "campaign":
      return { codes: people.campaign, names: people.campaignNames };
  }
}
