import { monthOf, monthStart, SECONDS_A_DAY, type MonthNumber } from "#src/domain/calendar.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { KIND, type LenderProfiles } from "#src/metrics/lenderProfiles.ts";

/**
 * Where the ages of lenders begin and end. Calendar age a is the a-th month after the month of the first lend; rolling
 * age a is from a to a + 1 months after its day, on the last day of shorter months. Only ages that are over by the
 * book's day count.
 */
export class AgeClocks {
  /** The last month that is over. */
  readonly lastMonth: MonthNumber;
  /** No lender has more ages on either clock. */
  readonly mostAges: number;
  /** First days of the ages that `setCalendar` or `setRolling` were asked for; one more for the end of the last. */
  readonly edges: Int32Array;
  private readonly asOf: EpochDay;
  /** The month of the first first lend. */
  private readonly firstMonth: MonthNumber;
  /** First days of months from `firstMonth` on. */
  private readonly starts: Int32Array;

  constructor(profiles: LenderProfiles, asOf: EpochDay) {
    this.asOf = asOf;
    this.lastMonth = monthOf(epochDay(asOf + 1)) - 1;
    let first = Infinity;
    profiles.firstInstant.forEach((instant, lender) => {
      if (profiles.kind[lender] === KIND.lent && instant < first) first = instant;
    });
    const today = monthOf(asOf);
    this.firstMonth = first === Infinity ? today : monthOf(epochDay(Math.floor(first / SECONDS_A_DAY)));
    this.mostAges = today - this.firstMonth + 1;
    this.starts = Int32Array.from({ length: this.mostAges + 3 }, (_, place) => monthStart(this.firstMonth + place));
    this.edges = new Int32Array(this.mostAges + 2);
  }

  /** The last day of a cohort's month. */
  monthEnd(cohort: MonthNumber): number {
    return this.starts[cohort - this.firstMonth + 1]! - 1;
  }

  /** Calendar ages of a cohort that are over. */
  calendarAges(cohort: MonthNumber): number {
    return Math.max(0, this.lastMonth - cohort + 1);
  }

  /** Rolling ages that are over for every lender of a cohort, one of its last day included. */
  rollingAgesOfAll(cohort: MonthNumber): number {
    return this.rollingAges(cohort, this.monthDays(cohort - this.firstMonth));
  }

  /** Fills `edges` for lenders of a cohort. @returns how many ages are over */
  setCalendar(cohort: MonthNumber): number {
    const ages = this.calendarAges(cohort);
    for (let age = 0; age <= ages; age++) this.edges[age] = this.starts[cohort - this.firstMonth + age]!;
    return ages;
  }

  /** Fills `edges` for a lender. @returns how many ages are over */
  setRolling(cohort: MonthNumber, firstDay: EpochDay): number {
    const date = firstDay - this.starts[cohort - this.firstMonth]! + 1;
    const ages = this.rollingAges(cohort, date);
    for (let age = 0; age <= ages; age++) this.edges[age] = this.dateIn(cohort + age, date);
    return ages;
  }

  private rollingAges(cohort: MonthNumber, date: number): number {
    // The last age to end begins in the month before that of the day after the book's, or one month earlier.
    const ages = this.lastMonth + 1 - cohort;
    return this.dateIn(cohort + ages, date) - 1 <= this.asOf ? ages : Math.max(0, ages - 1);
  }

  /** The day of a date in a month, or its last day. */
  private dateIn(month: MonthNumber, date: number): number {
    const place = month - this.firstMonth;
    return this.starts[place]! + Math.min(date, this.monthDays(place)) - 1;
  }

  private monthDays(place: number): number {
    return this.starts[place + 1]! - this.starts[place]!;
  }
}
