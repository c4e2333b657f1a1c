import { SECONDS_A_DAY, monthOf } from "#src/domain/calendar.ts";
import type { LedgerColumns } from "#src/domain/columns.ts";
import { EVENT_TYPES, TYPE } from "#src/domain/eventTypes.ts";
import type { PartitionInfo } from "#src/domain/ledger.ts";
import { lendersInClass } from "#src/metrics/lendersInClass.ts";
import { KIND } from "#src/metrics/lenderProfiles.ts";
import { lenderStateOf } from "#src/metrics/lenders/lenderStateOf.ts";
import { isNewVolume } from "#src/metrics/newVsReturning.ts";

import { segmentMask, type Analysis } from "./analysis.ts";
import { channelCodes, productCodes } from "./codes.ts";
import { originClause, retainedClause } from "./cohorts/retainedLenders.ts";
import type { Held } from "./held.ts";
import { lenderMonth } from "./keptBook.ts";
import type { RowsWhere } from "./protocol.ts";

/** Decides row by row, without an object per row, whether a row is asked for. */
export interface RowMatcher {
  /** False when no row of the block can be. */
  mayHold(info: PartitionInfo): boolean;
  holds(columns: LedgerColumns, row: number): boolean;
  isVolume(type: number): boolean;
  isNew(columns: LedgerColumns, row: number): boolean;
}

export async function rowMatcher(analysis: Analysis, where: RowsWhere): Promise<RowMatcher> {
  const { held } = analysis;
  const { book } = held.kept;
  const { newRule, transfers } = held.state.settings;
  const { lenders } = await held.ledger.dictionaries();
  const { profiles } = book;
  const from = where.period ? where.period.from * SECONDS_A_DAY : 0;
  const isAfterBook = where.period !== undefined && where.period.from > book.asOf;
  const lastDay = where.period?.to ?? book.asOf;
  const to = ((isAfterBook ? lastDay : Math.min(lastDay, book.asOf)) + 1) * SECONDS_A_DAY;
  const types =
    where.types &&
    maskOf(
      EVENT_TYPES.length,
      where.types.map((type) => EVENT_TYPES.indexOf(type)),
    );
  const keepProduct = productCodes(held, where.filter?.products ?? []);
  const lenderMask = await lendersWhere(analysis, where);
  const lender = where.lender === undefined ? undefined : (lenders.find(where.lender) ?? -1);

  const isVolume = (type: number): boolean => type === TYPE.lend || (transfers === "gross" && type === TYPE.transferIn);
  const isNew = (columns: LedgerColumns, row: number): boolean =>
    isNewVolume(profiles, columns.lender[row]!, columns.instant[row]!, newRule);

  return {
    isVolume,
    isNew,
    mayHold: (info) =>
      (where.importId === undefined || info.importId === where.importId) &&
      info.lastDay * SECONDS_A_DAY + SECONDS_A_DAY > from &&
      info.firstDay * SECONDS_A_DAY < to,
    holds: (columns, row) => {
      const instant = columns.instant[row]!;
      if (instant < from || instant >= to) return false;
      const type = columns.type[row]!;
      if (types && types[type] !== 1) return false;
      if (keepProduct && keepProduct[columns.product[row]!] !== 1) return false;
      const code = columns.lender[row]!;
      if (lender !== undefined && code !== lender) return false;
      if (lenderMask && lenderMask[code] !== 1) return false;
      if (where.newness === undefined) return true;
      return isVolume(type) && isNew(columns, row) === (where.newness === "new");
    },
  };
}

/** Lenders that the clauses about lenders keep, or undefined when there are none. */
async function lendersWhere(analysis: Analysis, where: RowsWhere): Promise<Uint8Array | undefined> {
  const { held } = analysis;
  const clauses = [
    await internalClause(analysis, where),
    await segmentClause(analysis, where),
    cohortClause(held, where),
    channelClause(held, where),
    await productClause(held, where),
    await originClause(analysis, where),
    await retainedClause(analysis, where),
    await stateClause(analysis, where),
    await growthClause(held, where),
  ];
  const asked = clauses.filter((clause) => clause !== undefined);
  if (asked.length === 0) return undefined;
  const { size } = (await held.ledger.dictionaries()).lenders;
  const keep = new Uint8Array(size);
  for (let lender = 0; lender < size; lender++) keep[lender] = asked.every((clause) => clause(lender)) ? 1 : 0;
  return keep;
}

type LenderClause = (lender: number) => boolean;

/** Rows of accounts that are left out of every figure are in no list either, but for that of an import or a lender. */
async function internalClause({ held, directory }: Analysis, where: RowsWhere): Promise<LenderClause | undefined> {
  const isListed = where.importId !== undefined || where.lender !== undefined;
  if (isListed || !held.state.settings.leavesInternalOut) return undefined;
  const { isInternal } = await directory();
  return (lender) => isInternal[lender] !== 1;
}

async function segmentClause(analysis: Analysis, { filter }: RowsWhere): Promise<LenderClause | undefined> {
  const kept = await segmentMask(analysis, filter?.segment);
  return kept && ((lender) => kept[lender] === 1);
}

function cohortClause({ kept }: Held, { cohort }: RowsWhere): LenderClause | undefined {
  if (!cohort) return undefined;
  const { kind, firstInstant } = kept.book.profiles;
  const from = cohort.from * SECONDS_A_DAY;
  const to = (cohort.to + 1) * SECONDS_A_DAY;
  return (lender) => kind[lender] === KIND.lent && firstInstant[lender]! >= from && firstInstant[lender]! < to;
}

function channelClause(held: Held, { filter, firstChannel }: RowsWhere): LenderClause | undefined {
  const { channel } = held.kept.book.profiles;
  const filtered = channelCodes(held, filter?.channels ?? []);
  const first = firstChannel === undefined ? undefined : held.kept.channelNames.indexOf(firstChannel);
  if (!filtered && first === undefined) return undefined;
  return (lender) =>
    (!filtered || filtered[channel[lender]!] === 1) && (first === undefined || channel[lender] === first);
}

async function productClause(held: Held, { firstProduct }: RowsWhere): Promise<LenderClause | undefined> {
  if (firstProduct === undefined) return undefined;
  const { products } = await held.ledger.dictionaries();
  const code = products.find(firstProduct) ?? -1;
  const { firstProduct: first } = held.kept.book.profiles;
  return (lender) => first[lender] === code;
}

async function stateClause(analysis: Analysis, { lenderState }: RowsWhere): Promise<LenderClause | undefined> {
  if (!lenderState) return undefined;
  const [directory, lenderBook] = [await analysis.directory(), await analysis.lenderBook()];
  const sources = { book: analysis.held.kept.book, lenderBook, directory };
  return (lender) => lenderStateOf(lender, sources) === lenderState;
}

async function growthClause({ kept, readSummary }: Held, { growth }: RowsWhere): Promise<LenderClause | undefined> {
  if (!growth) return undefined;
  const month = monthOf(growth.month.from);
  const table = await lenderMonth(kept, readSummary, month);
  if (!table) return () => false;
  const inClass = lendersInClass(kept.book.profiles, table, growth.class);
  return (lender) => inClass[lender] === 1;
}

function maskOf(size: number, codes: readonly number[]): Uint8Array {
  const mask = new Uint8Array(size);
  for (const code of codes) mask[code] = 1;
  return mask;
}
