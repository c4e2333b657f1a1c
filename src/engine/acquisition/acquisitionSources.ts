import { monthOf } from "#src/domain/calendar.ts";
import type { Period } from "#src/domain/period.ts";
import type { AcquisitionInput } from "#src/metrics/acquisition/acquisitionTable.ts";
import type { MonthSpan } from "#src/metrics/acquisition/lenderGroups.ts";
import { spendRows } from "#src/metrics/acquisition/spendRows.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import type { Held } from "#src/engine/held.ts";
import { entriesKept } from "#src/engine/lenders/entriesKept.ts";
import type { Filter, MissingDataset } from "#src/engine/protocol.ts";

/** What figures of acquisition are computed from, and what is not there for them. */
export interface GatheredAcquisition {
  readonly input: AcquisitionInput;
  readonly missing: readonly MissingDataset[];
}

/**
 * Gathers the lenders, the cubes and the spend of some months.
 *
 * Spend is what channels cost: it goes with a filter of channels, but a product or a segment has none of its own. It is
 * not known when no row names any of the channels.
 *
 * @param cohorts  its days are widened to months; null is all months of the ledger
 */
export async function acquisitionSources(
  analysis: Analysis,
  { filter, cohorts }: { readonly filter: Filter; readonly cohorts: Period | null },
): Promise<GatheredAcquisition> {
  const { held } = analysis;
  const [book, directory, kept, table] = await Promise.all([
    analysis.lenderBook(),
    analysis.directory(),
    entriesKept(analysis, filter),
    analysis.table("spend"),
  ]);
  const { spreadPpm } = held.state.settings;
  const months = monthsOf(held, cohorts);
  const isSplit = filter.products.length > 0 || filter.segment !== undefined;
  const hasSpend = table.rows > 0;
  const spend = isSplit ? [] : spendRows(table, { months, asOf: book.asOf, channels: filter.channels });
  return {
    missing: [
      ...(directory.isKnown ? [] : (["lenders"] as const)),
      ...(hasSpend ? [] : (["spend"] as const)),
      ...(spreadPpm === null ? (["spread"] as const) : []),
    ],
    input: {
      ...{ book, directory, kept, months, spreadPpm },
      spend: spend.length > 0 ? spend : null,
      ...(await cellsOf(analysis, filter)),
      profiles: held.kept.book.profiles,
      countsRegistered: filter.products.length === 0,
      productNames: held.kept.productNames,
    },
  };
}

/** Months of the ledger that are asked for; none before its first row. */
function monthsOf({ kept: { book } }: Held, cohorts: Period | null): MonthSpan {
  if (book.firstDay === null) return { from: 0, to: -1 };
  const ledger = { from: monthOf(book.firstDay), to: monthOf(book.asOf) };
  if (cohorts === null) return ledger;
  return {
    from: Math.max(ledger.from, monthOf(cohorts.from)),
    to: Math.min(ledger.to, monthOf(cohorts.to)),
  };
}

/** The cube that a filter is answered from: channels and first products are in the cells, a segment is not. */
async function cellsOf(analysis: Analysis, filter: Filter): Promise<Pick<AcquisitionInput, "cube" | "keepsSegment">> {
  if (filter.segment !== undefined) {
    const { calendar } = await analysis.cubesOf(await analysis.lendersKept(filter));
    return { cube: calendar, keepsSegment: () => true };
  }
  const { calendar: cube } = await analysis.lenderBook();
  const { channelNames } = await analysis.directory();
  const { productNames } = analysis.held.kept;
  return { cube, keepsSegment: (segment) => keepsChannel(segment) && keepsProduct(segment) };

  function keepsChannel(segment: number): boolean {
    return filter.channels.length === 0 || filter.channels.includes(channelNames[cube.channel[segment]!]!);
  }
  function keepsProduct(segment: number): boolean {
    return filter.products.length === 0 || filter.products.includes(productNames[cube.firstProduct[segment]!]!);
  }
}
