import { TERM_BUCKETS } from "#src/domain/leverageRules.ts";
import { overlap, type Period } from "#src/domain/period.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { OpenTerms } from "#src/metrics/lenders/openTerms.ts";
import { BorrowerBalances, owedOn } from "#src/metrics/loans/borrowerBalances.ts";
import { BorrowerLadder, termBucket, type TermSums } from "#src/metrics/loans/borrowerLadder.ts";
import { walkCourses } from "#src/metrics/loans/courseWalk.ts";
import type { LoanBook } from "#src/metrics/loans/loanBook.ts";
import {
  DAYS_A_YEAR,
  enteredYield,
  idleCost,
  matchOf,
  paidYield,
  yearlyRate,
  type DailyYield,
} from "#src/metrics/loans/matchRatio.ts";

import type { Analysis } from "#src/engine/analysis.ts";
import { basisOf } from "#src/engine/codes.ts";
import { isAnyRead, loansTold } from "#src/engine/credit/loansTold.ts";
import { observedBuckets } from "#src/engine/periods.ts";
import type { MatchingArgs, MatchingResult, MatchPoint, TermLine } from "#src/engine/protocol.ts";

import { lenderDays, type LenderDays } from "./lenderDays.ts";

/** Lenders' money against borrowers' through time, what idle money costs, and when both fall due (MT1 to MT4). */
export async function matchingAnswer(analysis: Analysis, args: MatchingArgs): Promise<MatchingResult> {
  const { held } = analysis;
  const book = await analysis.loanBook();
  const loans = book && isAnyRead(book) ? book : undefined;
  const lenders = lenderDays(held);
  const known = {
    basis: basisOf(held, held.kept.book.rows),
    hasLoans: loans !== undefined,
    ...loansTold(book),
  };
  if (!lenders) return { ...known, ...NOTHING };
  const { terms } = await analysis.lenderBook();
  const earned = yieldOf(args, lenders);
  const borrowers = loans && borrowersOf(loans, lenders.days, args.rules);
  return {
    ...known,
    ...matches(lenders, borrowers?.balances, { ...args, earned, weekStart: held.state.settings.weekStart }),
    lenderYield: earned && { rate: yearlyRate(earned), from: earned.from, days: earned.days },
    ladder: ladderOf(terms, lenders.days.to, borrowers?.ladder),
    overdue: { lenders: terms.overdue, borrowers: borrowers?.ladder.overdue ?? 0 },
    undated: terms.undated,
    orphans: terms.orphans,
  };
}

const NOTHING = {
  points: [],
  now: null,
  lenderYield: null,
  idleCostPerDay: null,
  idleCostOfPeriod: null,
  ladder: [],
  overdue: { lenders: 0, borrowers: 0 },
  undated: 0,
  orphans: 0,
} as const;

interface LenderYield extends DailyYield {
  readonly from: "entered" | "ledger";
  /** That it was found over; 0 when it was entered. */
  readonly days: number;
}

function yieldOf({ lenderYieldPpm }: MatchingArgs, { outstanding, interest }: LenderDays): LenderYield | null {
  if (lenderYieldPpm !== null) return { ...enteredYield(lenderYieldPpm), from: "entered", days: 0 };
  const found = paidYield(interest.slice(-DAYS_A_YEAR), outstanding.slice(-DAYS_A_YEAR));
  return found ? { ...found, from: "ledger", days: Math.min(DAYS_A_YEAR, interest.length) } : null;
}

interface Borrowers {
  /** By day of the ledger. */
  readonly balances: Float64Array;
  /** At the as-of day. */
  readonly ladder: TermSums;
}

function borrowersOf(loans: LoanBook, days: Period, rules: MatchingArgs["rules"]): Borrowers {
  const balances = new BorrowerBalances(loans, days);
  const ladder = new BorrowerLadder(days.to);
  walkCourses(loans, rules, (walked) => {
    balances.take(walked);
    ladder.take(owedOn(days.to, walked, loans), walked.schedule);
  });
  return { balances: balances.finish(), ladder: ladder.finish() };
}

type Matches = Pick<MatchingResult, "points" | "now" | "idleCostPerDay" | "idleCostOfPeriod">;

interface MatchesAsked extends Pick<MatchingArgs, "period" | "grain"> {
  readonly earned: DailyYield | null;
  readonly weekStart: Parameters<typeof observedBuckets>[2]["weekStart"];
}

function matches(lenders: LenderDays, borrowers: Float64Array | undefined, asked: MatchesAsked): Matches {
  if (!borrowers) return NOTHING;
  const { days, outstanding } = lenders;
  const { period, grain, earned, weekStart } = asked;
  const matchOn = (day: EpochDay) => matchOf(outstanding[day - days.from]!, borrowers[day - days.from]!);
  const pointOf = ({ from, to }: Period): MatchPoint => ({ bucket: { from, to }, day: to, ...matchOn(to) });
  const now = pointOf({ from: days.to, to: days.to });
  const shown = overlap(period, days);
  const idle = shown ? idleDays({ outstanding, borrowers }, shown.from - days.from, shown.to - days.from) : 0;
  return {
    points: observedBuckets(period, grain, { firstDay: days.from, asOf: days.to, weekStart }).map(pointOf),
    now,
    idleCostPerDay: earned && idleCost(now.idle, earned),
    idleCostOfPeriod: earned && shown ? idleCost(idle, earned) : null,
  };
}

/** Fen-days of idle money on days `from` to `to`, by their place. */
function idleDays(
  { outstanding, borrowers }: { readonly outstanding: Float64Array; readonly borrowers: Float64Array },
  from: number,
  to: number,
): number {
  let idle = 0;
  for (let day = from; day <= to; day++) idle += matchOf(outstanding[day]!, borrowers[day]!).idle;
  return idle;
}

function ladderOf({ dueDays, dueAmounts }: OpenTerms, asOf: EpochDay, borrowers: TermSums | undefined): TermLine[] {
  const lenders = new Float64Array(TERM_BUCKETS.length);
  for (const [place, day] of dueDays.entries()) lenders[termBucket(day - asOf)]! += dueAmounts[place]!;
  return TERM_BUCKETS.map((days, place) => ({
    days: Number.isFinite(days) ? days : null,
    lenders: lenders[place]!,
    borrowers: borrowers?.byBucket[place] ?? 0,
  }));
}
