import { monthEnd, monthOf, SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { BALANCE_SIGN, TYPE } from "#src/domain/eventTypes.ts";
import type { NewRule } from "#src/domain/switches.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";
import { KIND, NO_INSTANT, type LenderProfiles } from "#src/metrics/lenderProfiles.ts";
import { LotMatcher } from "#src/metrics/lots/matchLots.ts";
import { isNewVolume } from "#src/metrics/newVsReturning.ts";

import { hunterSigns, isVolume, type SignRules } from "./hunterSigns.ts";
import { CHECKPOINT_DAYS, SIGN, type LenderFacts } from "./lenderBook.ts";
import type { LenderRows } from "./lenderRows.ts";
import { OpenTermsBuilder } from "./openTerms.ts";

const BALANCE = Int8Array.from(BALANCE_SIGN);

interface FactsRules extends SignRules {
  readonly asOf: EpochDay;
  readonly newRule: NewRule;
}

/** Finds the facts of lenders, one after another. */
export class FactsBuilder {
  readonly facts: LenderFacts;
  readonly terms: OpenTermsBuilder;
  private readonly profiles: LenderProfiles;
  private readonly rules: FactsRules;
  private readonly lots = new LotMatcher();

  constructor(profiles: LenderProfiles, rules: FactsRules) {
    this.profiles = profiles;
    this.rules = rules;
    this.facts = emptyFacts(profiles.kind.length);
    this.terms = new OpenTermsBuilder(rules.asOf);
  }

  take(lender: number, rows: LenderRows): void {
    const { facts, profiles } = this;
    facts.rows[lender] = rows.to - rows.from;
    const firstInstant = profiles.firstInstant[lender]!;
    this.takeFlows(lender, rows, firstInstant);
    this.takeBalances(lender, rows);
    this.takeDues(lender, rows);
    if (profiles.kind[lender] !== KIND.lent) return;
    const repeats = facts.secondLendDay[lender] === 0 ? SIGN.noSecondLend : 0;
    facts.signs[lender] = hunterSigns(rows, firstInstant, this.rules) | repeats;
  }

  private takeFlows(lender: number, rows: LenderRows, firstInstant: number): void {
    const { facts, profiles, rules } = this;
    const isGross = rules.transfers === "gross";
    const acquiredUntil = firstInstant === NO_INSTANT ? Infinity : monthEnd(monthOf(dayOf(firstInstant)));
    for (let row = rows.from; row < rows.to; row++) {
      const type = rows.type[row]!;
      const amount = rows.amount[row]!;
      if (isVolume(type, rules.transfers)) {
        this.takeLend(lender, rows.day[row]!, amount);
        if (isNewVolume(profiles, lender, rows.instant[row]!, rules.newRule)) facts.firstVolume[lender]! += amount;
      } else if (type === TYPE.exit || type === TYPE.earlyExit || type === TYPE.compensation)
        facts.exits[lender]! += amount;
      else if (type === TYPE.transferOut && isGross) facts.exits[lender]! += amount;
      else if (type === TYPE.interest) facts.interest[lender]! += amount;
      else if (type === TYPE.fee) facts.fees[lender]! += amount;
      else if (type === TYPE.subsidy && rows.day[row]! <= acquiredUntil) facts.newLenderSubsidies[lender]! += amount;
      else if (type === TYPE.subsidy) facts.laterSubsidies[lender]! += amount;
    }
  }

  private takeLend(lender: number, day: number, amount: number): void {
    const { facts } = this;
    facts.lends[lender]!++;
    facts.volume[lender]! += amount;
    if (facts.lastLendDay[lender] === day) return;
    facts.lastLendDay[lender] = day;
    facts.occasions[lender]!++;
    if (facts.secondLendDay[lender] === 0 && day > dayOf(this.profiles.firstInstant[lender]!))
      facts.secondLendDay[lender] = day;
  }

  private takeBalances(lender: number, rows: LenderRows): void {
    const { facts, profiles } = this;
    const isLent = profiles.kind[lender] === KIND.lent;
    const firstDay = isLent ? dayOf(profiles.firstInstant[lender]!) : 0;
    let checkpoint = isLent ? 0 : CHECKPOINT_DAYS.length;
    let closed = 0;
    for (let from = rows.from; from < rows.to;) {
      const day = rows.day[from]!;
      while (checkpoint < CHECKPOINT_DAYS.length && firstDay + CHECKPOINT_DAYS[checkpoint]! < day)
        this.judge(lender, checkpoint++, closed);
      let balance = closed;
      for (; from < rows.to && rows.day[from] === day; from++) {
        const sign = BALANCE[rows.type[from]!]!;
        if (sign === 0) continue;
        balance += sign * rows.amount[from]!;
        facts.lastMovedDay[lender] = day;
      }
      if (closed > 0 && balance <= 0) facts.lastHeldDay[lender] = day - 1;
      if (balance > facts.peakBalance[lender]!) facts.peakBalance[lender] = balance;
      closed = balance;
    }
    for (; checkpoint < CHECKPOINT_DAYS.length; checkpoint++)
      if (firstDay + CHECKPOINT_DAYS[checkpoint]! <= this.rules.asOf) this.judge(lender, checkpoint, closed);
    facts.balance[lender] = closed;
    if (closed > 0) facts.lastHeldDay[lender] = this.rules.asOf;
  }

  private judge(lender: number, checkpoint: number, balance: number): void {
    if (balance > 0) this.facts.heldAt[lender]! |= 1 << checkpoint;
  }

  private takeDues(lender: number, rows: LenderRows): void {
    const { facts, lots } = this;
    lots.match(rows);
    this.terms.take(lots);
    let next = 0;
    let last = 0;
    for (let lot = 0; lot < lots.count; lot++) {
      if (lots.open[lot] === 0) continue;
      const due = lots.maturity[lot]!;
      // An undated lot has no day, which lies before every book's day.
      if (due <= this.rules.asOf) facts.isDueUnknown[lender] = 1;
      else {
        if (next === 0 || due < next) next = due;
        if (due > last) last = due;
      }
    }
    facts.nextDueDay[lender] = next;
    facts.lastDueDay[lender] = last;
  }
}

function dayOf(instant: number): EpochDay {
  return epochDay(Math.floor(instant / SECONDS_A_DAY));
}

function emptyFacts(lenders: number): LenderFacts {
  return {
    rows: new Uint32Array(lenders),
    lends: new Uint32Array(lenders),
    occasions: new Uint32Array(lenders),
    secondLendDay: new Int32Array(lenders),
    lastLendDay: new Int32Array(lenders),
    volume: new Float64Array(lenders),
    firstVolume: new Float64Array(lenders),
    exits: new Float64Array(lenders),
    interest: new Float64Array(lenders),
    fees: new Float64Array(lenders),
    newLenderSubsidies: new Float64Array(lenders),
    laterSubsidies: new Float64Array(lenders),
    balance: new Float64Array(lenders),
    peakBalance: new Float64Array(lenders),
    lastMovedDay: new Int32Array(lenders),
    nextDueDay: new Int32Array(lenders),
    lastDueDay: new Int32Array(lenders),
    isDueUnknown: new Uint8Array(lenders),
    heldAt: new Uint8Array(lenders),
    signs: new Uint8Array(lenders),
    lastHeldDay: new Int32Array(lenders),
  };
}
