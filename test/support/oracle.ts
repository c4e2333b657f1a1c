import { bucketsOf, type Period } from "#src/domain/period.ts";
import { monthOf, monthStart, weekStartOf, type Weekday } from "#src/domain/calendar.ts";
import type { EventType } from "#src/domain/eventTypes.ts";
import type { NewRule, TransfersView } from "#src/domain/switches.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { Row } from "./ledgerRows.ts";

/**
 * The figures again, from the definitions and nothing else: objects, maps and as many passes as it
 * takes. Slow on purpose; it shares no code with `src/metrics`.
 */
export interface OracleArgs {
  readonly newRule: NewRule;
  readonly transfers: TransfersView;
  readonly keepProduct?: readonly number[];
  readonly keepChannel?: readonly number[];
  readonly asOf: EpochDay;
  readonly weekStart: Weekday;
}

interface Beginning {
  readonly kind: "none" | "lent" | "before";
  readonly instant: number;
  readonly day: EpochDay;
  readonly channel: number;
  readonly product: number;
}

const BEGINS: readonly EventType[] = ["lend", "transfer_in", "opening"];
const PLUS: readonly EventType[] = ["lend", "transfer_in", "opening"];
const MINUS: readonly EventType[] = ["exit", "early_exit", "compensation", "transfer_out", "write_off"];

const dayOfRow = (row: Row): EpochDay => epochDay(Math.floor(row.instant / 86_400));
const signed = (row: Row): number =>
  PLUS.includes(row.type) ? row.amount : MINUS.includes(row.type) ? -row.amount : 0;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const byTimeThenId = (a: Row, b: Row): number => a.instant - b.instant || (a.id < b.id ? -1 : 1);

export class Oracle {
  /** Rows that count at all, before any filter. */
  readonly all: readonly Row[];
  /** Rows that the filter keeps. */
  readonly rows: readonly Row[];
  readonly lenders: readonly number[];
  readonly firstDay: EpochDay | null;
  /** Codes of the products that the filter keeps; undefined keeps all. */
  readonly products: readonly number[] | undefined;
  private readonly args: OracleArgs;
  private readonly beginnings = new Map<number, Beginning>();
  private readonly closings = new Map<number, ReadonlyMap<number, number>>();

  constructor(rows: readonly Row[], args: OracleArgs) {
    this.args = args;
    this.products = args.keepProduct;
    this.all = rows.filter((row) => dayOfRow(row) <= args.asOf).toSorted(byTimeThenId);
    this.firstDay = this.all.length === 0 ? null : dayOfRow(this.all[0]!);
    const everyone = [...new Set(this.all.map((row) => row.lender))];
    for (const lender of everyone) this.beginnings.set(lender, this.beginningOf(lender));
    this.lenders = everyone.filter((lender) => this.keepsChannel(lender));
    this.rows = this.all.filter(
      (row) => this.keepsChannel(row.lender) && (args.keepProduct?.includes(row.product) ?? true),
    );
    for (const lender of this.lenders) this.closings.set(lender, this.closingsOf(lender));
  }

  beginning(lender: number): Beginning {
    return this.beginnings.get(lender)!;
  }

  private keepsChannel(lender: number): boolean {
    return this.args.keepChannel?.includes(this.beginning(lender).channel) ?? true;
  }

  private beginningOf(lender: number): Beginning {
    const own = this.all.filter((row) => row.lender === lender);
    const channel = own.find((row) => row.channel !== 0)?.channel ?? 0;
    const first = own.find((row) => BEGINS.includes(row.type));
    if (first === undefined) return { kind: "none", instant: Infinity, day: epochDay(0), channel, product: 0 };
    const before = own.some((row) => row.type === "opening" && row.instant === first.instant);
    const kind = before ? "before" : "lent";
    return { kind, instant: first.instant, day: dayOfRow(first), channel, product: first.product };
  }

  private closingsOf(lender: number): ReadonlyMap<number, number> {
    const closings = new Map<number, number>();
    if (this.firstDay === null) return closings;
    const own = this.rows.filter((row) => row.lender === lender);
    for (let day: number = this.firstDay; day <= this.args.asOf; day++)
      closings.set(day, sum(own.filter((row) => dayOfRow(row) <= day).map(signed)));
    return closings;
  }

  /** A lender's balance at the end of a day. */
  balance(lender: number, day: number): number {
    return this.closings.get(lender)!.get(day) ?? 0;
  }

  private isVolume(row: Row): boolean {
    return row.type === "lend" || (row.type === "transfer_in" && this.args.transfers === "gross");
  }

  private isNew(row: Row): boolean {
    const beginning = this.beginning(row.lender);
    if (beginning.kind !== "lent") return false;
    return this.args.newRule === "first_instant" ? row.instant === beginning.instant : dayOfRow(row) === beginning.day;
  }

  /** Every flow of a period, and what is outstanding at its end. */
  flows(period: Period): Record<string, number> {
    const rows = this.rows.filter((row) => dayOfRow(row) >= period.from && dayOfRow(row) <= period.to);
    const of = (type: EventType): number => sum(rows.filter((row) => row.type === type).map((row) => row.amount));
    const volumeRows = rows.filter((row) => this.isVolume(row));
    const volumeNew = sum(volumeRows.filter((row) => this.isNew(row)).map((row) => row.amount));
    const volumeReturning = sum(volumeRows.filter((row) => !this.isNew(row)).map((row) => row.amount));
    const gross = this.args.transfers === "gross";
    const exits = of("exit") + of("early_exit") + of("compensation") + (gross ? of("transfer_out") : 0);
    const volume = volumeNew + volumeReturning;
    const starters = this.lenders.filter((lender) => {
      const { kind, day, product } = this.beginning(lender);
      const kept = this.args.keepProduct?.includes(product) ?? true;
      return kind === "lent" && kept && day >= period.from && day <= period.to;
    });
    return {
      volume,
      volumeNew,
      volumeReturning,
      exits,
      exitsScheduled: of("exit"),
      exitsEarly: of("early_exit"),
      exitsCompensated: of("compensation"),
      exitsTransferred: gross ? of("transfer_out") : 0,
      transfersIn: of("transfer_in"),
      transfersOut: of("transfer_out"),
      transfersNet: gross ? 0 : of("transfer_in") - of("transfer_out"),
      writeOffs: of("write_off"),
      openings: of("opening"),
      netInflow: volume - exits,
      interest: of("interest"),
      fees: of("fee"),
      subsidies: of("subsidy"),
      deposits: of("deposit"),
      withdrawals: of("withdraw"),
      cashNetInflow: of("deposit") - of("withdraw"),
      annualisedVolume: sum(volumeRows.map((row) => row.amount * row.termDays)) / 365,
      lends: volumeRows.length,
      newLenders: starters.length,
      rows: rows.length,
      outstanding: sum(this.lenders.map((lender) => this.balance(lender, Math.min(period.to, this.args.asOf)))),
    };
  }

  /** Distinct lenders who lend in a period. */
  lending(period: Period, among: readonly number[] = this.lenders): number {
    return among.filter((lender) =>
      this.rows.some(
        (row) =>
          row.lender === lender && this.isVolume(row) && dayOfRow(row) >= period.from && dayOfRow(row) <= period.to,
      ),
    ).length;
  }

  holding(day: number, among: readonly number[] = this.lenders): number {
    return among.filter((lender) => this.balance(lender, Math.min(day, this.args.asOf)) > 0).length;
  }

  /** Cohorts by the first day of their week or month, with a cell for each period that is over. */
  cohorts(grain: "week" | "month", firstProduct?: number): OracleCohort[] {
    const lent = this.lenders.filter(
      (lender) =>
        this.beginning(lender).kind === "lent" &&
        (firstProduct === undefined || this.beginning(lender).product === firstProduct),
    );
    const cohortOf = (lender: number): number => this.bucketOf(this.beginning(lender).day, grain);
    const starts = [...new Set(lent.map(cohortOf))].toSorted((a, b) => a - b);
    return starts.map((start) => {
      const members = lent.filter((lender) => cohortOf(lender) === start);
      const periods = bucketsOf({ from: epochDay(start), to: this.args.asOf }, grain, this.args.weekStart);
      const over = periods.filter((period) => period.to <= this.args.asOf);
      return { start, size: members.length, cells: over.map((period, age) => this.cell(members, period, age)) };
    });
  }

  private bucketOf(day: EpochDay, grain: "week" | "month"): number {
    return grain === "week" ? weekStartOf(day, this.args.weekStart) : monthStart(monthOf(day));
  }

  private cell(members: readonly number[], period: Period, age: number): OracleCell {
    const rows = this.rows.filter(
      (row) => members.includes(row.lender) && dayOfRow(row) >= period.from && dayOfRow(row) <= period.to,
    );
    const volumeRows = rows.filter((row) => this.isVolume(row));
    const isKeeping = (row: Row): boolean =>
      row.type === "subsidy" && monthOf(dayOfRow(row)) > monthOf(this.beginning(row.lender).day);
    let balanceDays = 0;
    for (let day: number = period.from; day <= period.to; day++)
      balanceDays += sum(members.map((lender) => this.balance(lender, day)));
    return {
      age,
      lenders: this.lending(period, members),
      holding: this.holding(period.to, members),
      volume: sum(volumeRows.map((row) => row.amount)),
      volumeTermDays: sum(volumeRows.map((row) => row.amount * row.termDays)),
      balance: sum(members.map((lender) => this.balance(lender, period.to))),
      balanceDays,
      fees: sum(rows.filter((row) => row.type === "fee").map((row) => row.amount)),
      subsidies: sum(rows.filter(isKeeping).map((row) => row.amount)),
    };
  }

  /** Growth accounting of complete months. */
  growth(): OracleGrowth[] {
    if (this.firstDay === null) return [];
    const months = bucketsOf({ from: this.firstDay, to: this.args.asOf }, "month", 1);
    return months.filter((month) => month.to <= this.args.asOf).map((month) => this.growthOf(month));
  }

  private growthOf(month: Period): OracleGrowth {
    const row = { month, open: 0, new: 0, resurrected: 0, expansion: 0, contraction: 0, churned: 0, close: 0 };
    const lenders = { open: 0, new: 0, resurrected: 0, churned: 0, retained: 0, close: 0, transient: 0 };
    for (const lender of this.lenders) {
      const opened = this.rows.filter(
        (event) =>
          event.type === "opening" &&
          event.lender === lender &&
          dayOfRow(event) >= month.from &&
          dayOfRow(event) <= month.to,
      );
      const open = this.balance(lender, month.from - 1) + sum(opened.map((event) => event.amount));
      const close = this.balance(lender, month.to);
      const { kind, day } = this.beginning(lender);
      const begins = kind === "lent" && day >= month.from && day <= month.to;
      row.open += open;
      row.close += close;
      if (open > 0) lenders.open++;
      if (close > 0) lenders.close++;
      if (open > 0 && close > 0) lenders.retained++;
      if (open <= 0 && close > 0 && begins) {
        row.new += close - open;
        lenders.new++;
      } else if (open <= 0 && close > 0) {
        row.resurrected += close - open;
        lenders.resurrected++;
      } else if (open > 0 && close <= 0) {
        row.churned += open - close;
        lenders.churned++;
      } else if (close > open) row.expansion += close - open;
      else row.contraction += open - close;
      const moves = this.rows.some(
        (event) =>
          event.lender === lender &&
          signed(event) !== 0 &&
          dayOfRow(event) >= month.from &&
          dayOfRow(event) <= month.to,
      );
      if (begins && moves && open <= 0 && close <= 0) lenders.transient++;
    }
    return { ...row, lenders };
  }

  /** A lender's state at the end; undefined when a filter of products keeps nothing that moved its balance. */
  state(lender: number): string | undefined {
    const moved = this.rows.some((row) => row.lender === lender && signed(row) !== 0);
    if (this.products !== undefined && !moved) return undefined;
    const { kind, day: firstDay } = this.beginning(lender);
    const { asOf } = this.args;
    if (kind === "none") return "never_lent";
    if (this.balance(lender, asOf) <= 0) return this.emptyDays(lender, asOf) <= 30 ? "grace" : "lost";
    if (kind === "lent" && firstDay > asOf - 30) return "new";
    const recent = this.rows.filter(
      (row) =>
        row.lender === lender &&
        ["lend", "transfer_in"].includes(row.type) &&
        dayOfRow(row) > Math.max(asOf - 30, firstDay),
    );
    return recent.some((row) => this.emptyDays(lender, dayOfRow(row) - 1) > 30) ? "resurrected" : "holding";
  }

  /** How many days up to and with `day`, since the first lend, closed without a balance, without a break. */
  private emptyDays(lender: number, day: number): number {
    let days = 0;
    while (day - days >= this.beginning(lender).day && this.balance(lender, day - days) <= 0) days++;
    return days;
  }
}

export interface OracleCell {
  readonly age: number;
  readonly lenders: number;
  readonly holding: number;
  readonly volume: number;
  readonly volumeTermDays: number;
  readonly balance: number;
  readonly balanceDays: number;
  readonly fees: number;
  readonly subsidies: number;
}

export interface OracleCohort {
  /** First day of the cohort's week or month. */
  readonly start: number;
  readonly size: number;
  readonly cells: readonly OracleCell[];
}

export interface OracleGrowth {
  readonly month: Period;
  readonly open: number;
  readonly new: number;
  readonly resurrected: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churned: number;
  readonly close: number;
  readonly lenders: Readonly<
    Record<"open" | "new" | "resurrected" | "churned" | "retained" | "close" | "transient", number>
  >;
}
