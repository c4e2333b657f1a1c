import { civilDate, daysInMonth, monthOf, SECONDS_A_DAY, weekStartOf, type Weekday } from "#src/domain/calendar.ts";
import type { LedgerColumns } from "#src/domain/columns.ts";
import { BALANCE_SIGN, TYPE } from "#src/domain/eventTypes.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import { epochDay } from "#src/domain/units.ts";

import { COHORT } from "./cohortCube.ts";
import { CohortCubeBuilder } from "./cohortCubeBuilder.ts";
import { CUBE } from "./dayCube.ts";
import { DayCubeBuilder } from "./dayCubeBuilder.ts";
import type { DayRun } from "./dayRuns.ts";
import { resized } from "./growable.ts";
import { GrowthCubeBuilder } from "./growthCubeBuilder.ts";
import { ClosingChangesBuilder, LendingCountsBuilder } from "./lenderCountsBuilder.ts";
import {
  flaggedLenders,
  flagsOf,
  KIND_LENT,
  KIND_NEVER_LENT,
  KIND_UNIT,
  LINE,
  LINE_WIDTH,
  lineColumn,
  packLenderLines,
} from "./lenderLines.ts";
import { ENTRY, ENTRY_WIDTH, LenderMonthBuilder } from "./lenderMonthBuilder.ts";
import type { LenderMonth } from "./lenderMonths.ts";
import type { LenderProfiles } from "./lenderProfiles.ts";
import { LONG_DAYS } from "./lenderStates.ts";
import { firstLendDay } from "./newVsReturning.ts";
import { PendingRowsBuilder } from "./pendingRows.ts";
import type { Book } from "./book.ts";
import type { SweepState } from "./sweepState.ts";

const SIGN = Int8Array.from(BALANCE_SIGN);

export interface SweepOptions {
  readonly profiles: LenderProfiles;
  readonly channels: number;
  readonly weekStart: Weekday;
  readonly keepProduct: Uint8Array | undefined;
  /** To go on from; undefined starts afresh. Nothing of it is changed. */
  readonly book: Book | undefined;
}

/**
 * Takes rows day by day and closes days, weeks and months as they pass. Within a day the order of
 * rows has no meaning: balances are judged at its end.
 */
export class Sweep {
  readonly profiles: LenderProfiles;
  readonly cube: DayCubeBuilder;
  readonly monthCohorts: CohortCubeBuilder;
  readonly weekCohorts: CohortCubeBuilder;
  readonly months: LenderMonth[];
  readonly amountByType: Float64Array;
  readonly rowsByType: Float64Array;
  private readonly before: Book | undefined;
  private readonly weekStart: Weekday;
  private readonly keepProduct: Uint8Array | undefined;
  private readonly dayCounts: LendingCountsBuilder;
  private readonly weekCounts: LendingCountsBuilder;
  private readonly monthCounts: LendingCountsBuilder;
  private readonly closing: ClosingChangesBuilder;
  private readonly growth: GrowthCubeBuilder;
  private readonly running: LenderMonthBuilder;
  private readonly pending: PendingRowsBuilder;

  /** By lender, `LINE_WIDTH` each. */
  private lines: Uint32Array = new Uint32Array(0);
  private readonly balance: Float64Array;
  private readonly zeroSince: Int32Array;
  private readonly resurrectedDay: Int32Array;
  private readonly everNegative: Uint8Array;
  private readonly earlyLenders: Uint8Array;
  private earlyRows: number;
  private earlyFirstDay: number;
  private earlyLastDay: number;
  private longestTerm: number;

  /** Lenders whose principal moved today, with their balance before it. */
  private readonly moved: Uint32Array;
  private readonly movedFrom: Float64Array;
  private movedCount = 0;

  private day = 0;
  private dayStart = 0;
  private weekFrom = 0;
  private monthFrom = 0;
  private monthTo = 0;
  private monthStart = 0;
  private month = 0;

  constructor({ profiles, channels, weekStart, keepProduct, book }: SweepOptions) {
    const lenders = profiles.kind.length;
    const state: Partial<SweepState> = book?.state ?? {};
    this.profiles = profiles;
    this.weekStart = weekStart;
    this.keepProduct = keepProduct;
    this.cube = new DayCubeBuilder(book?.dayCube);
    this.dayCounts = new LendingCountsBuilder(book?.lenderCounts.day, channels);
    this.weekCounts = new LendingCountsBuilder(book?.lenderCounts.week, channels);
    this.monthCounts = new LendingCountsBuilder(book?.lenderCounts.month, channels);
    this.closing = new ClosingChangesBuilder(book?.lenderCounts.closing, channels);
    this.growth = new GrowthCubeBuilder(book?.growth);
    this.months = [...(book?.lenderMonths ?? [])];
    this.running = new LenderMonthBuilder(state.runningMonth);
    this.pending = new PendingRowsBuilder(state.pending);
    this.monthCohorts = new CohortCubeBuilder("month", {
      weekStart,
      lenders,
      before: book && { cube: book.monthCohorts, running: book.state.runningMonthCohorts },
    });
    this.weekCohorts = new CohortCubeBuilder("week", {
      weekStart,
      lenders,
      before: book && { cube: book.weekCohorts, running: book.state.runningWeekCohorts },
    });
    this.amountByType = resized(book?.amountByType ?? new Float64Array(0), SIGN.length);
    this.rowsByType = resized(book?.rowsByType ?? new Float64Array(0), SIGN.length);
    this.balance = resized(state.balance ?? new Float64Array(0), lenders);
    this.zeroSince = resized(state.zeroSince ?? new Int32Array(0), lenders);
    this.resurrectedDay = resized(state.resurrectedDay ?? new Int32Array(0), lenders);
    this.everNegative = flagsOf(state.everNegative, lenders);
    this.earlyLenders = flagsOf(state.earlyExits?.lenders, lenders);
    this.earlyRows = state.earlyExits?.rows ?? 0;
    this.earlyFirstDay = state.earlyExits?.firstDay ?? 0;
    this.earlyLastDay = state.earlyExits?.lastDay ?? 0;
    this.longestTerm = state.longestTerm ?? 0;
    this.moved = new Uint32Array(lenders);
    this.movedFrom = new Float64Array(lenders);
    this.before = book;
  }

  /** After every lender is assigned, and before the first row. */
  begin(firstDay: number): void {
    this.lines = packLenderLines({
      profiles: this.profiles,
      months: this.monthCohorts.segmentOf,
      weeks: this.weekCohorts.segmentOf,
      lastMovedDay: this.before?.state.lastMovedDay,
      lastLendDay: this.before?.state.lastLendDay,
      lastVolumeDay: this.before?.state.lastVolumeDay,
    });
    for (let entry = 0; entry < this.running.entries; entry++)
      this.lines[this.running.lender[entry]! * LINE_WIDTH + LINE.entry] = entry + 1;
    if (this.before === undefined) {
      this.monthCohorts.beginAt(firstDay);
      this.weekCohorts.beginAt(firstDay);
    }
    this.turnTo(this.before === undefined ? firstDay : this.before.asOf + 1);
  }

  /** Closes every day before `day`. */
  advanceTo(day: number): void {
    while (this.day < day) {
      this.closeDay();
      this.turnTo(this.day + 1);
    }
  }

  /** Rows of the current day. */
  takeRows({ columns, dead }: LedgerPart, order: Uint32Array | undefined, run: DayRun): void {
    const { keepProduct } = this;
    for (let place = run.from; place < run.to; place++) {
      const row = order === undefined ? place : order[place]!;
      if (dead !== undefined && dead[row] === 1) continue;
      if (keepProduct !== undefined && keepProduct[columns.product[row]!] !== 1) continue;
      this.takeRow(columns, row);
    }
  }

  /** Puts a lender where its profile says; `known` when it already stood elsewhere. */
  assign(lender: number, known: boolean): void {
    this.monthCohorts.assign(lender, this.profiles, known);
    this.weekCohorts.assign(lender, this.profiles, known);
  }

  /** What came of it all; the last day must be closed. */
  finish(): Pick<
    Book,
    | "dayCube"
    | "lenderCounts"
    | "lenderMonths"
    | "monthCohorts"
    | "weekCohorts"
    | "growth"
    | "state"
    | "amountByType"
    | "rowsByType"
  > {
    const monthCohorts = this.monthCohorts.finish();
    const weekCohorts = this.weekCohorts.finish();
    return {
      amountByType: this.amountByType,
      rowsByType: this.rowsByType,
      dayCube: this.cube.finish(),
      lenderCounts: {
        day: this.dayCounts.finish(),
        week: this.weekCounts.finish(),
        month: this.monthCounts.finish(),
        closing: this.closing.finish(),
      },
      lenderMonths: this.months,
      monthCohorts: monthCohorts.cube,
      weekCohorts: weekCohorts.cube,
      growth: this.growth.finish(),
      state: {
        balance: this.balance,
        zeroSince: this.zeroSince,
        resurrectedDay: this.resurrectedDay,
        lastLendDay: lineColumn(this.lines, LINE.lendDay),
        lastVolumeDay: lineColumn(this.lines, LINE.volumeDay),
        lastMovedDay: lineColumn(this.lines, LINE.movedDay),
        everNegative: flaggedLenders(this.everNegative),
        earlyExits: {
          rows: this.earlyRows,
          lenders: flaggedLenders(this.earlyLenders),
          firstDay: this.earlyFirstDay,
          lastDay: this.earlyLastDay,
        },
        longestTerm: this.longestTerm,
        runningMonth: this.running.read(this.month),
        runningMonthCohorts: monthCohorts.running,
        runningWeekCohorts: weekCohorts.running,
        pending: this.pending.finish(),
      },
    };
  }

  private takeRow(columns: LedgerColumns, row: number): void {
    const type = columns.type[row]!;
    const amount = columns.amount[row]!;
    const line = columns.lender[row]! * LINE_WIDTH;
    const profile = this.lines[line + LINE.profile]!;
    this.amountByType[type]! += amount;
    this.rowsByType[type]!++;
    const cell = this.cube.at(columns.product[row]!, profile % KIND_UNIT);
    this.cube.values[cell + CUBE.rows]!++;
    if (type === TYPE.lend || type === TYPE.transferIn) this.takeVolume(columns, row, cell);
    else this.cube.values[cell + type]! += amount;
    if (SIGN[type] !== 0) this.takePrincipal(columns, row);
    else if (type === TYPE.fee || type === TYPE.subsidy) this.takeMargin(line, type, amount);
    if (profile < KIND_NEVER_LENT + KIND_UNIT) this.takePending(columns, row);
  }

  private takeVolume(columns: LedgerColumns, row: number, cell: number): void {
    const { lines } = this;
    const { values } = this.cube;
    const amount = columns.amount[row]!;
    const lender = columns.lender[row]!;
    const line = lender * LINE_WIDTH;
    const type = columns.type[row]!;
    const lend = type === TYPE.lend;
    const first = lines[line + LINE.firstInstant]!;
    const begins = first >= this.dayStart && lines[line + LINE.profile]! < KIND_LENT + KIND_UNIT;
    let measure: number = type;
    if (begins && columns.instant[row] === first)
      measure = lend ? CUBE.lendAtFirstInstant : CUBE.transferInAtFirstInstant;
    else if (begins) measure = lend ? CUBE.lendLaterOnFirstDay : CUBE.transferInLaterOnFirstDay;
    values[cell + measure]! += amount;
    values[cell + (lend ? CUBE.lendRows : CUBE.transferInRows)]!++;
    const months = this.monthCohorts.sums;
    const monthsAt = lines[line + LINE.months]!;
    const weeks = this.weekCohorts.sums;
    const weeksAt = lines[line + LINE.weeks]!;
    months[monthsAt + (lend ? COHORT.lend : COHORT.transferIn)]! += amount;
    weeks[weeksAt + (lend ? COHORT.lend : COHORT.transferIn)]! += amount;
    const termDays = columns.termDays[row]!;
    if (termDays !== 0) {
      const amountDays = amount * termDays;
      values[cell + (lend ? CUBE.lendTermDays : CUBE.transferInTermDays)]! += amountDays;
      months[monthsAt + (lend ? COHORT.lendTermDays : COHORT.transferInTermDays)]! += amountDays;
      weeks[weeksAt + (lend ? COHORT.lendTermDays : COHORT.transferInTermDays)]! += amountDays;
      if (termDays > this.longestTerm) this.longestTerm = termDays;
    }
    if (begins && lines[line + LINE.volumeDay] === 0) this.countNewLender(lender);
    this.countLending(line, true);
    if (lend) this.countLending(line, false);
  }

  private countNewLender(lender: number): void {
    const product = this.profiles.firstProduct[lender]!;
    if (this.keepProduct !== undefined && this.keepProduct[product] !== 1) return;
    const cell = this.cube.at(product, this.profiles.channel[lender]!);
    this.cube.values[cell + CUBE.newLenders]!++;
  }

  /** The lender's first lend of the day, and perhaps of the week and month. */
  private countLending(line: number, gross: boolean): void {
    const { lines } = this;
    const place = line + (gross ? LINE.volumeDay : LINE.lendDay);
    const last = lines[place]!;
    if (last >= this.day) return;
    lines[place] = this.day;
    const channel = lines[line + LINE.profile]! % KIND_UNIT;
    const measure = gross ? COHORT.lendersGross : COHORT.lendersNet;
    this.dayCounts.count(channel, gross);
    if (last < this.weekFrom) {
      this.weekCounts.count(channel, gross);
      this.weekCohorts.sums[lines[line + LINE.weeks]! + measure]!++;
    }
    if (last < this.monthFrom) {
      this.monthCounts.count(channel, gross);
      this.monthCohorts.sums[lines[line + LINE.months]! + measure]!++;
    }
  }

  private takePrincipal(columns: LedgerColumns, row: number): void {
    const { lines } = this;
    const type = columns.type[row]!;
    const lender = columns.lender[row]!;
    const line = lender * LINE_WIDTH;
    const amount = columns.amount[row]!;
    const change = SIGN[type]! * amount;
    const before = this.balance[lender]!;
    if (lines[line + LINE.movedDay] !== this.day) {
      lines[line + LINE.movedDay] = this.day;
      this.moved[this.movedCount] = lender;
      this.movedFrom[this.movedCount++] = before;
    }
    this.balance[lender] = before + change;
    const monthDaysLeft = this.monthTo - this.day + 1;
    const monthsAt = lines[line + LINE.months]!;
    this.monthCohorts.sums[monthsAt + COHORT.balance]! += change;
    this.monthCohorts.sums[monthsAt + COHORT.balanceDays]! += change * monthDaysLeft;
    const weeksAt = lines[line + LINE.weeks]!;
    this.weekCohorts.sums[weeksAt + COHORT.balance]! += change;
    this.weekCohorts.sums[weeksAt + COHORT.balanceDays]! += change * (this.weekCohorts.to - this.day + 1);
    if (lines[line + LINE.entry] === 0)
      lines[line + LINE.entry] = this.running.add(lender, before, this.monthTo - this.monthFrom + 1) + 1;
    const entry = (lines[line + LINE.entry]! - 1) * ENTRY_WIDTH;
    const { values } = this.running;
    values[entry + ENTRY.balanceDays]! += change * monthDaysLeft;
    if (type === TYPE.lend) {
      values[entry + ENTRY.lent]! += amount;
      values[entry + ENTRY.lendDates]! |= 1 << (this.day - this.monthFrom);
    } else if (type === TYPE.transferIn) values[entry + ENTRY.transferIn]! += amount;
    else if (type === TYPE.opening) values[entry + ENTRY.opening]! += amount;
    else if (columns.instant[row]! < lines[line + LINE.firstInstant]!) this.takeEarlyExit(lender);
  }

  private takeMargin(line: number, type: number, amount: number): void {
    const { lines } = this;
    let measure: number = COHORT.fees;
    if (type === TYPE.subsidy)
      measure = lines[line + LINE.firstInstant]! >= this.monthStart ? COHORT.newLenderSubsidies : COHORT.subsidies;
    this.monthCohorts.sums[lines[line + LINE.months]! + measure]! += amount;
    this.weekCohorts.sums[lines[line + LINE.weeks]! + measure]! += amount;
  }

  private takePending(columns: LedgerColumns, row: number): void {
    this.pending.add({
      lender: columns.lender[row]!,
      day: this.day,
      type: columns.type[row]!,
      product: columns.product[row]!,
      amount: columns.amount[row]!,
    });
  }

  private takeEarlyExit(lender: number): void {
    if (this.earlyRows++ === 0) this.earlyFirstDay = this.day;
    this.earlyLastDay = this.day;
    this.earlyLenders[lender] = 1;
  }

  private turnTo(day: number): void {
    this.day = day;
    this.dayStart = day * SECONDS_A_DAY;
    this.cube.beginDay(day);
    this.dayCounts.begin(day);
    this.closing.begin(day);
    if (day > this.monthTo) {
      const { year, month, date } = civilDate(epochDay(day));
      this.month = monthOf(epochDay(day));
      this.monthFrom = day - date + 1;
      this.monthTo = this.monthFrom + daysInMonth(year, month) - 1;
      this.monthStart = this.monthFrom * SECONDS_A_DAY;
      this.monthCounts.begin(this.monthFrom);
    }
    const weekFrom = weekStartOf(epochDay(day), this.weekStart);
    if (weekFrom !== this.weekFrom) this.weekCounts.begin(weekFrom);
    this.weekFrom = weekFrom;
  }

  private closeDay(): void {
    for (let place = 0; place < this.movedCount; place++) this.closeLender(this.moved[place]!, this.movedFrom[place]!);
    this.movedCount = 0;
    if (this.day === this.weekCohorts.to) this.weekCohorts.close();
    if (this.day === this.monthTo) this.closeMonth();
  }

  private closeLender(lender: number, before: number): void {
    const { lines } = this;
    const line = lender * LINE_WIDTH;
    const after = this.balance[lender]!;
    const change = (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    this.closing.add(lines[line + LINE.profile]! % KIND_UNIT, change, after - before);
    if (after < 0) this.everNegative[lender] = 1;
    if (before <= 0 && lines[line + LINE.volumeDay] === this.day) {
      const since = this.zeroSince[lender]! || firstLendDay(this.profiles, lender);
      if (this.day - since > LONG_DAYS) this.resurrectedDay[lender] = this.day;
    }
    if (change === 0) return;
    this.zeroSince[lender] = change < 0 ? this.day : 0;
    this.monthCohorts.sums[lines[line + LINE.months]! + COHORT.holding]! += change;
    this.weekCohorts.sums[lines[line + LINE.weeks]! + COHORT.holding]! += change;
  }

  private closeMonth(): void {
    const { lender, values, entries } = this.running;
    for (let entry = 0; entry < entries; entry++) {
      values[entry * ENTRY_WIDTH + ENTRY.balance] = this.balance[lender[entry]!]!;
      this.lines[lender[entry]! * LINE_WIDTH + LINE.entry] = 0;
    }
    const month = this.running.read(this.month);
    this.running.clear();
    this.months.push(month);
    this.growth.close(month, this.profiles);
    this.monthCohorts.close();
  }
}
