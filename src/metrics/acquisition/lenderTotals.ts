import type { MonthNumber } from "#src/domain/calendar.ts";
import { CHECKPOINT_DAYS, type LenderFacts } from "#src/metrics/lenders/lenderBook.ts";
import {
  codeOfEntry,
  eachNewLender,
  rememberedMonths,
  type AcquisitionSources,
  type LenderDimension,
} from "./lenderGroups.ts";

const TOP = 10;

/** What some new lenders come to by the book's day. Fen. */
export interface LenderTotals {
  readonly newLenders: number;
  readonly firstVolume: number;
  readonly volume: number;
  readonly newLenderSubsidies: number;
  readonly balance: number;
  /** Those with a second lend occasion. */
  readonly lentAgain: number;
  /** By checkpoint: those with a balance that many days after the first lend, of those who began that long ago. */
  readonly held: readonly { readonly count: number; readonly of: number }[];
  /** Share of the balance that the ten largest lenders hold; null without a balance. */
  readonly topTenShare: number | null;
  /** Ledger rows. */
  readonly rows: number;
}

/** Totals of new lenders by their code in a dimension, by month of first lend, and of all; only of who is there. */
export interface SplitTotals {
  readonly byCode: ReadonlyMap<number, LenderTotals>;
  readonly byMonth: ReadonlyMap<MonthNumber, LenderTotals>;
  readonly all: LenderTotals;
}

/** More than any code of a dimension. */
const CODES = 65_536;

/** Goes through the lenders once, by code and month together; both splits and the whole are sums of that. */
export function lenderTotals(dimension: LenderDimension, sources: AcquisitionSources): SplitTotals {
  const { facts, asOf } = sources.book;
  const codeOf = codeOfEntry(dimension, sources);
  const monthOfDay = rememberedMonths(asOf);
  const cells = new Map<number, Tally>();
  eachNewLender(sources, (lender, firstDay) => {
    // A month is its own code, larger than others, and adds nothing to itself.
    const code = dimension === "month" ? 0 : codeOf(lender);
    const key = monthOfDay(firstDay) * CODES + code;
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = new Tally()));
    cell.take(facts, { lender, daysSince: asOf - firstDay });
  });
  const monthOfKey = (key: number): MonthNumber => Math.floor(key / CODES);
  const byMonth = summed(cells, monthOfKey);
  return {
    byCode: dimension === "month" ? byMonth : summed(cells, (key) => key % CODES),
    byMonth,
    all: summed(cells, () => 0).get(0) ?? noLenders(),
  };
}

function summed(cells: ReadonlyMap<number, Tally>, groupOf: (key: number) => number): Map<number, LenderTotals> {
  const groups = new Map<number, Tally>();
  for (const [key, cell] of cells) {
    const group = groups.get(groupOf(key)) ?? new Tally();
    groups.set(groupOf(key), group);
    group.add(cell);
  }
  return new Map([...groups].map(([code, tally]) => [code, tally.totals()]));
}

/** Totals of nobody. */
export function noLenders(): LenderTotals {
  return new Tally().totals();
}

class Tally {
  newLenders = 0;
  firstVolume = 0;
  volume = 0;
  newLenderSubsidies = 0;
  lentAgain = 0;
  rows = 0;
  readonly held = new Float64Array(CHECKPOINT_DAYS.length);
  readonly checkedOf = new Float64Array(CHECKPOINT_DAYS.length);
  private balance = 0;
  private positive = 0;
  /** The largest balances, descending. */
  private readonly largest = new Float64Array(TOP);

  take(facts: LenderFacts, { lender, daysSince }: { readonly lender: number; readonly daysSince: number }): void {
    this.newLenders++;
    this.firstVolume += facts.firstVolume[lender]!;
    this.volume += facts.volume[lender]!;
    this.newLenderSubsidies += facts.newLenderSubsidies[lender]!;
    this.rows += facts.rows[lender]!;
    if (facts.secondLendDay[lender] !== 0) this.lentAgain++;
    for (let point = 0; point < CHECKPOINT_DAYS.length && CHECKPOINT_DAYS[point]! <= daysSince; point++) {
      this.checkedOf[point]!++;
      this.held[point]! += (facts.heldAt[lender]! >> point) & 1;
    }
    this.takeBalance(facts.balance[lender]!);
  }

  add(other: Tally): void {
    this.newLenders += other.newLenders;
    this.firstVolume += other.firstVolume;
    this.volume += other.volume;
    this.newLenderSubsidies += other.newLenderSubsidies;
    this.rows += other.rows;
    this.lentAgain += other.lentAgain;
    this.balance += other.balance;
    this.positive += other.positive;
    for (let point = 0; point < CHECKPOINT_DAYS.length; point++) {
      this.held[point]! += other.held[point]!;
      this.checkedOf[point]! += other.checkedOf[point]!;
    }
    for (const balance of other.largest) this.rank(balance);
  }

  private takeBalance(balance: number): void {
    this.balance += balance;
    if (balance <= 0) return;
    this.positive += balance;
    this.rank(balance);
  }

  private rank(balance: number): void {
    if (balance <= this.largest[TOP - 1]!) return;
    let place = TOP - 1;
    for (; place > 0 && this.largest[place - 1]! < balance; place--) this.largest[place] = this.largest[place - 1]!;
    this.largest[place] = balance;
  }

  totals(): LenderTotals {
    const { newLenders, firstVolume, volume, newLenderSubsidies, lentAgain, rows, balance } = this;
    const top = this.largest.reduce((sum, one) => sum + one, 0);
    return {
      ...{ newLenders, firstVolume, volume, newLenderSubsidies, lentAgain, rows, balance },
      held: CHECKPOINT_DAYS.map((_, point) => ({ count: this.held[point]!, of: this.checkedOf[point]! })),
      topTenShare: this.positive === 0 ? null : top / this.positive,
    };
  }
}
