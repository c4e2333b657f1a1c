import type { DayCount, LoanMethod, Rounding } from "#src/domain/loans.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { resized, roomFor } from "#src/metrics/growable.ts";

import { fillDueDays } from "./dueDays.ts";
import { levelPayment } from "./levelPayment.ts";
import { TWELFTHS_OF_PPM, wholeQuotient } from "./wholeQuotient.ts";

/** What a loan's contract says. */
export interface LoanTerms {
  /** Fen, above zero. */
  readonly principal: number;
  /** A year. */
  readonly ratePpm: number;
  /** Months, from 1. */
  readonly periods: number;
  readonly method: LoanMethod;
  readonly disbursedOn: EpochDay;
}

export interface ScheduleRules {
  readonly rounding: Rounding;
  readonly dayCount: DayCount;
}

/**
 * Room for the schedule of one loan, filled anew for the next. Its arrays are by month from the first, valid up to
 * `count`; fen and epoch days. A bullet loan has a row for every month too: nothing is due in any but the last.
 */
export class InstalmentBuffer {
  count = 0;
  /** What was lent. */
  lent = 0;
  method: LoanMethod = "level";
  principal = new Float64Array(64);
  interest = new Float64Array(64);
  /** After the instalment. */
  balance = new Float64Array(64);
  dueDay = new Int32Array(64);
  /** The days in `dueDay` are of a loan disbursed then, up to so many. */
  private dueFrom: number = NaN;
  private dueCount = 0;

  /** Makes room for a schedule and fills in its due days; loans of one day share them. */
  begin({ principal, periods, method, disbursedOn }: LoanTerms): void {
    if (periods > this.principal.length) {
      const room = roomFor(periods);
      this.principal = resized(this.principal, room);
      this.interest = resized(this.interest, room);
      this.balance = resized(this.balance, room);
      this.dueDay = resized(this.dueDay, room);
    }
    this.count = periods;
    this.lent = principal;
    this.method = method;
    if (this.dueFrom === disbursedOn && this.dueCount >= periods) return;
    fillDueDays(disbursedOn, this.dueDay.subarray(0, periods));
    this.dueFrom = disbursedOn;
    this.dueCount = periods;
  }
}

/**
 * When a loan is to be paid back by its contract, to the fen. Interest is rounded at each instalment, of the balance
 * before it; the last instalment takes what rounding left over, so that principal adds up to what was lent (AM1–AM6).
 */
export function fillInstalments(terms: LoanTerms, rules: ScheduleRules, into: InstalmentBuffer): void {
  into.begin(terms);
  switch (terms.method) {
    case "level":
      return fillByPayment(terms, rules.rounding, into);
    case "equal_principal":
      return fillByPrincipal(terms, { rounding: rules.rounding, each: principalEach(terms, rules.rounding) }, into);
    case "interest_only":
      return fillByPrincipal(terms, { rounding: rules.rounding, each: 0 }, into);
    case "bullet":
      return fillBullet(terms, rules, into);
  }
}

/**
 * The interest of a loan that is paid back at once (AM4).
 *
 * @param over  the days that it ran and those of a year
 * @returns     fen
 */
export function bulletInterest(
  { principal, ratePpm }: Pick<LoanTerms, "principal" | "ratePpm">,
  over: { readonly days: number; readonly basis: number },
  rounding: Rounding,
): number {
  return wholeQuotient(principal, ratePpm * over.days, { divisor: over.basis * 1_000_000, rounding });
}

function fillByPayment(terms: LoanTerms, rounding: Rounding, into: InstalmentBuffer): void {
  const { ratePpm, periods } = terms;
  const payment = levelPayment(terms, rounding);
  const by = { divisor: TWELFTHS_OF_PPM, rounding };
  const { principal, interest, balance } = into;
  let open = terms.principal;
  for (let row = 0; row < periods; row++) {
    const due = wholeQuotient(open, ratePpm, by);
    const paid = row === periods - 1 ? open : Math.min(open, Math.max(0, payment - due));
    open -= paid;
    interest[row] = due;
    principal[row] = paid;
    balance[row] = open;
  }
}

function principalEach({ principal, periods }: LoanTerms, rounding: Rounding): number {
  return wholeQuotient(principal, 1, { divisor: periods, rounding });
}

interface ByPrincipal {
  readonly rounding: Rounding;
  /** Fen of principal of all instalments but the last. */
  readonly each: number;
}

function fillByPrincipal({ ratePpm, ...terms }: LoanTerms, rule: ByPrincipal, into: InstalmentBuffer): void {
  const by = { divisor: TWELFTHS_OF_PPM, rounding: rule.rounding };
  const { principal, interest, balance } = into;
  let open = terms.principal;
  for (let row = 0; row < terms.periods; row++) {
    interest[row] = wholeQuotient(open, ratePpm, by);
    const paid = row === terms.periods - 1 ? open : Math.min(open, rule.each);
    open -= paid;
    principal[row] = paid;
    balance[row] = open;
  }
}

function fillBullet(terms: LoanTerms, { rounding, dayCount }: ScheduleRules, into: InstalmentBuffer): void {
  const last = terms.periods - 1;
  const days = into.dueDay[last]! - terms.disbursedOn;
  const over =
    dayCount === "30_360" ? { days: terms.periods, basis: 12 } : { days, basis: dayCount === "act_365" ? 365 : 360 };
  into.principal.fill(0, 0, last);
  into.interest.fill(0, 0, last);
  into.balance.fill(terms.principal, 0, last);
  into.principal[last] = terms.principal;
  into.interest[last] = bulletInterest(terms, over, rounding);
  into.balance[last] = 0;
}
