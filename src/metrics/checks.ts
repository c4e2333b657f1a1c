import { isoDay, monthEnd, monthOf, monthStart } from "#src/domain/calendar.ts";
import { BALANCE_SIGN, EVENT_TYPES, TYPE } from "#src/domain/eventTypes.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import { cellBalanceChange } from "./balanceSeries.ts";
import type { Book } from "./book.ts";
import { COHORT, COHORT_WIDTH } from "./cohortCube.ts";
import { CUBE, CUBE_WIDTH } from "./dayCube.ts";
import { growthRows } from "./growth.ts";
import { lentIn } from "./lenderMonths.ts";

/** One law of the ledger, with what its two sides came to. */
export interface LedgerCheck {
  readonly id: string;
  readonly holds: boolean;
  /** Fen or counts; null where the check has no sides. */
  readonly left: number | null;
  readonly right: number | null;
  /** How many days, lenders, months or rows break it. */
  readonly affected: number;
  /** The first few: days as YYYY-MM-DD; lenders stand in `lenders` by code. */
  readonly examples: readonly string[];
  readonly lenders: readonly number[];
  /** English, for the report; null while the check holds. */
  readonly detail: string | null;
}

const EXAMPLES = 5;

/**
 * Every check of a ledger's book (CK1 to CK13), ascending by id. Without rows all hold.
 *
 * @param lentBefore  fen lent in the months of the lender-month table that are no longer in the book
 */
export function ledgerChecks(book: Book, lentBefore: number): LedgerCheck[] {
  const days = daysOf(book);
  const months = monthsOf(book, days);
  return [
    channelSum(book),
    cohortSide(book, months, "cohort-balance"),
    cohortSide(book, months, "cohort-volume"),
    exitsBeforeLends(book),
    growthIdentity(book, months),
    leftTruncation(book),
    noDayMissing(days),
    noNegativeBalance(book),
    outstandingByLender(book, days),
    productSum(book),
    sumsExact(book),
    transfersPair(book, days),
    volumeNewReturning(book, days, lentBefore),
  ];
}

/**
 * The last day on which the split of new and returning is unreliable, because history begins before
 * the files do (CK9); null when it does not.
 */
export function warmUpUntil(book: Book): EpochDay | null {
  const { earlyExits, longestTerm } = book.state;
  if (book.firstDay === null || earlyExits.rows === 0 || book.rowsByType[TYPE.opening] !== 0) return null;
  if (longestTerm === 0) return epochDay(earlyExits.lastDay);
  if (earlyExits.firstDay >= book.firstDay + longestTerm) return null;
  return epochDay(Math.min(book.asOf, book.firstDay + longestTerm - 1));
}

/** Cells of the cube added up by day from the first. */
interface DayRow {
  readonly day: EpochDay;
  readonly sums: Float64Array;
  readonly outstanding: number;
}

function daysOf({ dayCube, firstDay, asOf }: Book): DayRow[] {
  if (firstDay === null) return [];
  const sums = Array.from({ length: asOf - firstDay + 1 }, () => new Float64Array(CUBE_WIDTH));
  for (let cell = 0; cell < dayCube.cells; cell++) {
    const sum = sums[dayCube.day[cell]! - firstDay]!;
    for (let measure = 0; measure < CUBE_WIDTH; measure++)
      sum[measure]! += dayCube.values[cell * CUBE_WIDTH + measure]!;
  }
  let outstanding = 0;
  return sums.map((sum, place) => {
    outstanding += cellBalanceChange(sum, 0);
    return { day: epochDay(firstDay + place), sums: sum, outstanding };
  });
}

function volumeOf({ sums }: DayRow): number {
  return sums[TYPE.lend]! + sums[CUBE.lendAtFirstInstant]! + sums[CUBE.lendLaterOnFirstDay]!;
}

/** Volume and closing outstanding of every complete month, from the day cube. */
interface MonthRow {
  readonly month: number;
  readonly volume: number;
  readonly openings: number;
  readonly outstanding: number;
}

function monthsOf({ firstDay, asOf }: Book, days: readonly DayRow[]): MonthRow[] {
  if (firstDay === null) return [];
  const first = monthOf(firstDay);
  const complete = monthOf(epochDay(asOf + 1)) - first;
  return Array.from({ length: complete }, (_, place) => {
    const month = first + place;
    const from = Math.max(0, monthStart(month) - firstDay);
    const inside = days.slice(from, monthEnd(month) - firstDay + 1);
    return {
      month,
      volume: inside.reduce((sum, day) => sum + volumeOf(day), 0),
      openings: inside.reduce((sum, day) => sum + day.sums[TYPE.opening]!, 0),
      outstanding: inside.at(-1)?.outstanding ?? 0,
    };
  });
}

/** CK1: on every day outstanding from flows is the sum of the lenders' balances. */
function outstandingByLender({ lenderCounts, state, firstDay }: Book, days: readonly DayRow[]): LedgerCheck {
  const changes = new Float64Array(days.length);
  const { cells, day, balance } = lenderCounts.closing;
  for (let cell = 0; cell < cells; cell++) changes[day[cell]! - (firstDay ?? 0)]! += balance[cell]!;
  let byLender = 0;
  const broken = days.filter(({ outstanding }, place) => (byLender += changes[place]!) !== outstanding);
  const left = days.at(-1)?.outstanding ?? 0;
  const right = state.balance.reduce((sum, amount) => sum + amount, 0);
  const affected = Math.max(broken.length, left === right ? 0 : 1);
  return check("outstanding-by-lender", {
    left,
    right,
    affected,
    days: broken.map((row) => row.day),
    says: "days on which outstanding from flows is not the sum of the lenders' balances",
  });
}

/** CK2: new and returning volume make up the volume of the lenders' months and of the rows. */
function volumeNewReturning(book: Book, days: readonly DayRow[], lentBefore: number): LedgerCheck {
  const left = days.reduce((sum, day) => sum + volumeOf(day), 0);
  const lenderMonths = [...book.lenderMonths, book.state.runningMonth];
  const byLender = lenderMonths.reduce((sum, table) => sum + lentIn(table), lentBefore);
  const right = book.amountByType[TYPE.lend]!;
  const affected = left === right && byLender === right ? 0 : 1;
  return check("volume-new-returning", {
    left,
    right,
    affected,
    says: "new and returning volume do not add up to the volume of the lenders or of the rows",
  });
}

/** CK3, CK4: at the end of every month the cohorts, with those of before and of nobody, make up the whole. */
function cohortSide(book: Book, months: readonly MonthRow[], id: "cohort-balance" | "cohort-volume"): LedgerCheck {
  const balance = id === "cohort-balance";
  const cube = book.monthCohorts;
  const byMonth = new Map<number, number>();
  for (let cell = 0; cell < cube.cells; cell++) {
    const amount = cube.values[cell * COHORT_WIDTH + (balance ? COHORT.balance : COHORT.lend)]!;
    byMonth.set(cube.period[cell]!, (byMonth.get(cube.period[cell]!) ?? 0) + amount);
  }
  const whole = (row: MonthRow): number => (balance ? row.outstanding : row.volume);
  const broken = months.filter((row) => (byMonth.get(row.month) ?? 0) !== whole(row));
  const shown = broken[0] ?? months.at(-1);
  return check(id, {
    left: shown ? (byMonth.get(shown.month) ?? 0) : 0,
    right: shown ? whole(shown) : 0,
    affected: broken.length,
    days: broken.map(({ month }) => monthEnd(month)),
    says: balance
      ? "months at whose end the cohorts' balances are not outstanding"
      : "months in which the cohorts' volumes are not the volume",
  });
}

/** CK5: growth accounting closes every month, on outstanding, and opens on the close before it. */
function growthIdentity(book: Book, months: readonly MonthRow[]): LedgerCheck {
  const rows = growthRows(book.growth, { keepChannel: undefined });
  const closeBefore = new Map(rows.map((row) => [row.month.to + 1, row.close]));
  const growth = new Map(rows.map((row) => [row.month.to, row]));
  const broken = months.filter(({ month, outstanding, openings }) => {
    const row = growth.get(monthEnd(month));
    if (row === undefined) return outstanding !== 0;
    const { open, close, new: begun, resurrected, expansion, contraction, churned } = row;
    const opens = open === (closeBefore.get(row.month.from) ?? 0) + openings;
    return !opens || close !== outstanding || open + begun + resurrected + expansion - contraction - churned !== close;
  });
  const shown = broken[0] ?? months.at(-1);
  return check("growth-identity", {
    left: shown ? (growth.get(monthEnd(shown.month))?.close ?? 0) : 0,
    right: shown?.outstanding ?? 0,
    affected: broken.length,
    days: broken.map(({ month }) => monthEnd(month)),
    says: "months whose growth accounting does not close on outstanding",
  });
}

/** CK6: no lender's balance is below zero at the end of a day. */
function noNegativeBalance({ state }: Book): LedgerCheck {
  return check("no-negative-balance", {
    affected: state.everNegative.length,
    lenders: state.everNegative,
    says: "lenders whose balance was below zero at the end of some day: rows are missing",
  });
}

/** CK7: transfers in and out are equal on every day. */
function transfersPair(book: Book, days: readonly DayRow[]): LedgerCheck {
  const broken = days.filter(
    ({ sums }) =>
      sums[TYPE.transferIn]! + sums[CUBE.transferInAtFirstInstant]! + sums[CUBE.transferInLaterOnFirstDay]! !==
      sums[TYPE.transferOut],
  );
  return check("transfers-pair", {
    left: book.amountByType[TYPE.transferIn]!,
    right: book.amountByType[TYPE.transferOut]!,
    affected: broken.length,
    days: broken.map(({ day }) => day),
    says: "days on which transfers in and out differ",
  });
}

/** CK8: nobody exits before a first lend, transfer in or opening. */
function exitsBeforeLends({ state }: Book): LedgerCheck {
  const { rows, lenders } = state.earlyExits;
  return check("exits-before-lends", {
    affected: rows,
    lenders,
    says: `rows take principal out before their lender put any in (${lenders.length} lenders)`,
  });
}

/** CK9: the files begin where the platform's history does. */
function leftTruncation(book: Book): LedgerCheck {
  const until = warmUpUntil(book);
  const affected = until === null || book.firstDay === null ? 0 : until - book.firstDay + 1;
  return check("left-truncation", {
    affected,
    days: until === null ? [] : [until],
    says: "days at the start on which new and returning cannot be told apart: exits come without their lends",
  });
}

/** CK10: every calendar day has rows. */
function noDayMissing(days: readonly DayRow[]): LedgerCheck {
  const missing = days.filter(({ sums }) => sums[CUBE.rows] === 0).map(({ day }) => day);
  return check("no-day-missing", { affected: missing.length, days: missing, says: "days without a row" });
}

/** CK11: what the products add up to is what the rows do, by type. */
function productSum(book: Book): LedgerCheck {
  return dimensionSum(book, "product-sum", "product");
}

/** CK12: the same for channels. */
function channelSum(book: Book): LedgerCheck {
  return dimensionSum(book, "channel-sum", "channel");
}

function dimensionSum(book: Book, id: string, dimension: "product" | "channel"): LedgerCheck {
  const { cells, values, [dimension]: codes } = book.dayCube;
  const byCode = new Map<number, Float64Array>();
  for (let cell = 0; cell < cells; cell++) {
    const sums = byCode.get(codes[cell]!) ?? new Float64Array(CUBE_WIDTH);
    byCode.set(codes[cell]!, sums);
    for (let measure = 0; measure < CUBE_WIDTH; measure++) sums[measure]! += values[cell * CUBE_WIDTH + measure]!;
  }
  const total = new Float64Array(CUBE_WIDTH);
  for (const sums of byCode.values()) sums.forEach((amount, measure) => (total[measure]! += amount));
  total[TYPE.lend]! += total[CUBE.lendAtFirstInstant]! + total[CUBE.lendLaterOnFirstDay]!;
  total[TYPE.transferIn]! += total[CUBE.transferInAtFirstInstant]! + total[CUBE.transferInLaterOnFirstDay]!;
  const broken = EVENT_TYPES.filter((_, type) => total[type] !== book.amountByType[type]);
  const left = [...byCode.values()].reduce((sum, sums) => sum + cellBalanceChange(sums, 0), 0);
  const right = book.amountByType.reduce((sum, amount, type) => sum + BALANCE_SIGN[type]! * amount, 0);
  const affected = broken.length + (total[CUBE.rows] === book.rows ? 0 : 1);
  return check(id, { left, right, affected, says: `types of event whose ${dimension}s do not add up to the total` });
}

/** CK13: no sum of amounts is beyond what whole numbers hold exactly: all of them together are not. */
function sumsExact({ amountByType }: Book): LedgerCheck {
  const left = amountByType.reduce((sum, amount) => sum + amount, 0);
  const right = Number.MAX_SAFE_INTEGER;
  return check("sums-exact", {
    left,
    right,
    affected: left > right ? 1 : 0,
    says: "sum of amounts is too large to be exact",
  });
}

interface Finding {
  readonly left?: number;
  readonly right?: number;
  readonly affected: number;
  readonly days?: readonly EpochDay[];
  readonly lenders?: Uint32Array;
  readonly says: string;
}

function check(id: string, { left, right, affected, days = [], lenders, says }: Finding): LedgerCheck {
  return {
    id,
    holds: affected === 0,
    left: left ?? null,
    right: right ?? null,
    affected,
    examples: days.slice(0, EXAMPLES).map(isoDay),
    lenders: [...(lenders?.subarray(0, EXAMPLES) ?? [])],
    detail: affected === 0 ? null : `${affected} ${says}`,
  };
}
