import { addMonths, monthEnd, monthOf, monthStart } from "#src/domain/calendar.ts";
import type { EventType } from "#src/domain/eventTypes.ts";
import type { NewRule, TransfersView } from "#src/domain/switches.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import type { Row } from "#test/support/ledgerRows.ts";
import { Oracle } from "#test/support/oracle.ts";

/** The lender book again, from its definitions: objects and as many passes as it takes. */
export interface LenderOracleArgs {
  readonly asOf: EpochDay;
  readonly newRule: NewRule;
  readonly transfers: TransfersView;
  readonly thresholdFen: number;
  readonly cashOutDays: number;
  readonly couponOf: (row: Row) => number;
}

export interface OracleLot {
  readonly row: Row;
  readonly start: number;
  readonly maturity: number;
  open: number;
}

const dayOfRow = (row: Row): number => Math.floor(row.instant / 86_400);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const amounts = (rows: readonly Row[]): number => sum(rows.map((row) => row.amount));
const LOTS: readonly EventType[] = ["lend", "transfer_in", "opening"];
const EXITS: readonly EventType[] = ["exit", "compensation", "write_off", "early_exit", "transfer_out"];
const EARLY: readonly EventType[] = ["early_exit", "transfer_out"];

/** Lots and orphans by sorting all that is open for every exit anew. Rows in the order of instants. */
export function lotsOf(rows: readonly Row[]): { readonly lots: readonly OracleLot[]; readonly orphan: number } {
  const lots: OracleLot[] = [];
  let orphan = 0;
  for (const day of new Set(rows.map(dayOfRow))) {
    const today = rows.filter((row) => dayOfRow(row) === day);
    for (const row of today.filter(({ type }) => LOTS.includes(type))) {
      const isDated = row.termDays > 0 && row.type !== "opening";
      lots.push({ row, start: day, maturity: isDated ? day + row.termDays : Infinity, open: row.amount });
    }
    for (const exit of today.filter(({ type }) => EXITS.includes(type))) {
      const own = lots.filter((lot) => lot.row.product === exit.product);
      const term = (lot: OracleLot): number =>
        exit.termDays > 0 && lot.row.type !== "opening" && lot.row.termDays === exit.termDays ? 0 : 1;
      const order = (lot: OracleLot): number[] =>
        EARLY.includes(exit.type)
          ? [term(lot), lot.maturity > day ? 0 : 1, lots.indexOf(lot)]
          : [term(lot), lot.maturity, lots.indexOf(lot)];
      let left = exit.amount;
      for (const lot of own.toSorted((a, b) => compare(order(a), order(b)))) {
        const taken = Math.min(left, lot.open);
        lot.open -= taken;
        left -= taken;
      }
      orphan += left;
    }
  }
  return { lots, orphan };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((one, index) => one !== b[index]);
  return place < 0 ? 0 : a[place]! < b[place]! ? -1 : 1;
}

export class LenderOracle {
  readonly oracle: Oracle;
  private readonly args: LenderOracleArgs;
  private readonly rows: readonly Row[];

  /** @param rows  those of one instant in the order in which they are stored */
  constructor(rows: readonly Row[], args: LenderOracleArgs) {
    this.args = args;
    this.rows = rows.filter((row) => dayOfRow(row) <= args.asOf).toSorted((a, b) => a.instant - b.instant);
    this.oracle = new Oracle(rows, { ...args, weekStart: 1 });
  }

  rowsOf(lender: number): readonly Row[] {
    return this.rows.filter((row) => row.lender === lender);
  }

  private isVolume = (row: Row): boolean =>
    row.type === "lend" || (row.type === "transfer_in" && this.args.transfers === "gross");

  private isExit = (row: Row): boolean =>
    ["exit", "early_exit", "compensation"].includes(row.type) ||
    (row.type === "transfer_out" && this.args.transfers === "gross");

  private balance(lender: number, day: number): number {
    return this.oracle.balance(lender, day);
  }

  private heldDays(lender: number): number[] {
    const first = this.oracle.firstDay ?? this.args.asOf;
    return Array.from({ length: this.args.asOf - first + 1 }, (_, at) => first + at).filter(
      (day) => this.balance(lender, day) > 0,
    );
  }

  facts(lender: number): Record<string, number> {
    const { asOf, newRule } = this.args;
    const rows = this.rowsOf(lender);
    const { kind, instant, day: firstDay } = this.oracle.beginning(lender);
    const volume = rows.filter(this.isVolume);
    const days = [...new Set(volume.map(dayOfRow))].toSorted((a, b) => a - b);
    const isNew = (row: Row): boolean =>
      newRule === "first_instant" ? row.instant === instant : dayOfRow(row) === firstDay;
    const of = (type: EventType): readonly Row[] => rows.filter((row) => row.type === type);
    const isAcquiring = (row: Row): boolean => kind === "none" || monthOf(epochDay(dayOfRow(row))) <= monthOf(firstDay);
    const held = this.heldDays(lender);
    const open = lotsOf(rows).lots.filter((lot) => lot.open > 0);
    const due = open.map(({ maturity }) => maturity).filter((day) => day > asOf && day < Infinity);
    const heldAt = [30, 90, 180].map((after, bit) =>
      kind === "lent" && firstDay + after <= asOf && this.balance(lender, firstDay + after) > 0 ? 1 << bit : 0,
    );
    return {
      rows: rows.length,
      lends: volume.length,
      occasions: days.length,
      secondLendDay: days.find((day) => day > firstDay) ?? 0,
      lastLendDay: days.at(-1) ?? 0,
      volume: amounts(volume),
      firstVolume: kind === "lent" ? amounts(volume.filter(isNew)) : 0,
      exits: amounts(rows.filter(this.isExit)),
      interest: amounts(of("interest")),
      fees: amounts(of("fee")),
      newLenderSubsidies: amounts(of("subsidy").filter(isAcquiring)),
      laterSubsidies: amounts(of("subsidy").filter((row) => !isAcquiring(row))),
      balance: this.balance(lender, asOf),
      peakBalance: Math.max(0, ...held.map((day) => this.balance(lender, day))),
      lastMovedDay: Math.max(0, ...rows.filter(({ type }) => [...LOTS, ...EXITS].includes(type)).map(dayOfRow)),
      nextDueDay: due.length === 0 ? 0 : Math.min(...due),
      lastDueDay: due.length === 0 ? 0 : Math.max(...due),
      isDueUnknown: open.some(({ maturity }) => maturity <= asOf || maturity === Infinity) ? 1 : 0,
      heldAt: sum(heldAt),
      signs: kind === "lent" ? this.signs(lender) : 0,
      lastHeldDay: held.at(-1) ?? 0,
    };
  }

  shortestTerm(): number {
    const terms = this.oracle.all.filter((row) => row.type === "lend" && row.termDays > 0).map((row) => row.termDays);
    return terms.length === 0 ? 0 : Math.min(...terms);
  }

  private signs(lender: number): number {
    const { thresholdFen, cashOutDays, couponOf } = this.args;
    const rows = this.rowsOf(lender);
    const { instant, day } = this.oracle.beginning(lender);
    const first = rows.filter((row) => row.instant === instant && this.isVolume(row));
    const shortest = this.shortestTerm();
    const isPaidFor = rows.some((row) => row.type === "subsidy" && dayOfRow(row) >= day && dayOfRow(row) <= day + 1);
    const dated = first.filter((row) => row.termDays > 0);
    const term = Math.min(...dated.map((row) => row.termDays));
    const lot = dated.find((row) => row.termDays === term);
    const paid = rows.find((row) => row.type === "exit" && row.product === lot?.product && dayOfRow(row) >= day + term);
    const paidOn = paid ? dayOfRow(paid) : day + term;
    const isOut = rows.some(
      (row) => row.type === "withdraw" && dayOfRow(row) >= paidOn && dayOfRow(row) <= paidOn + cashOutDays,
    );
    const comesBack = rows.some((row) => this.isVolume(row) && dayOfRow(row) > day);
    const signs = [
      first.some((row) => row.termDays > 0 && row.termDays === shortest),
      first.some((row) => couponOf(row) > 0) || isPaidFor,
      first.length > 0 && amounts(first) === thresholdFen,
      lot !== undefined && isOut,
      !comesBack,
    ];
    return sum(signs.map((sign, bit) => (sign ? 1 << bit : 0)));
  }

  /** Days of the ages of a lender that are over; none for a lender without a first lend. */
  ages(lender: number, clock: "calendar" | "rolling"): { readonly from: number; readonly to: number }[] {
    const { kind, day } = this.oracle.beginning(lender);
    return kind === "lent" ? agesSince(day, clock, this.args.asOf) : [];
  }

  didIn(
    lender: number,
    { from, to }: { readonly from: number; readonly to: number },
  ): { lent: boolean; held: boolean } {
    const rows = this.rowsOf(lender).filter((row) => dayOfRow(row) >= from && dayOfRow(row) <= to);
    return { lent: rows.some(this.isVolume), held: this.balance(lender, to) > 0 };
  }

  /** A cell of a cube for one lender; in the order of `AGE`. */
  cell(lender: number, clock: "calendar" | "rolling", age: number): number[] {
    const { from, to } = this.ages(lender, clock)[age]!;
    const all = this.rowsOf(lender);
    const rows = all.filter((row) => dayOfRow(row) >= from && dayOfRow(row) <= to);
    const volume = rows.filter(this.isVolume);
    const { lent, held } = this.didIn(lender, { from, to });
    const month = monthOf(this.oracle.beginning(lender).day);
    const subsidies = (age === 0 ? all.filter((row) => dayOfRow(row) <= to) : rows).filter(
      ({ type }) => type === "subsidy",
    );
    const isAcquiring = (row: Row): boolean => monthOf(epochDay(dayOfRow(row))) <= month;
    return [
      lent ? 1 : 0,
      held ? 1 : 0,
      amounts(volume),
      sum(volume.map((row) => row.amount * row.termDays)),
      amounts(rows.filter(this.isExit)),
      this.balance(lender, to),
      sum(Array.from({ length: to - from + 1 }, (_, at) => this.balance(lender, from + at))),
      amounts(rows.filter(({ type }) => type === "fee")),
      amounts(subsidies.filter(isAcquiring)),
      amounts(subsidies.filter((row) => !isAcquiring(row))),
    ];
  }
}

/** Ages since a first lend that are over by a day. */
export function agesSince(
  day: EpochDay,
  clock: "calendar" | "rolling",
  asOf: EpochDay,
): { readonly from: number; readonly to: number }[] {
  const ages: { from: number; to: number }[] = [];
  for (let age = 0; age < 40; age++) {
    const month = monthOf(day) + age;
    const from = clock === "calendar" ? monthStart(month) : addMonths(day, age);
    const to = clock === "calendar" ? monthEnd(month) : addMonths(day, age + 1) - 1;
    if (to <= asOf) ages.push({ from, to });
  }
  return ages;
}
