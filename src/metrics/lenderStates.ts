import { LENDER_STATES, type LenderState } from "#src/domain/lenderStates.ts";

import type { Book } from "./book.ts";
import { KIND } from "./lenderProfiles.ts";
import type { LenderFacts } from "./lenders/lenderBook.ts";
import { firstLendDay } from "./newVsReturning.ts";

/** Days without a balance after which a lender is lost; days that "new" and "resurrected" last. */
export const LONG_DAYS = 30;

/** A lender whose last known payout is this near, and nothing after it, may leave. */
const AT_RISK_DAYS = 7;

export interface LenderStateRow {
  readonly state: LenderState;
  readonly lenders: number;
  /** Fen. */
  readonly balance: number;
}

/** When lenders' money comes back, by ledger code. */
export type LenderDues = Pick<LenderFacts, "lastDueDay" | "isDueUnknown">;

type StatesOf = Pick<Book, "asOf" | "filtered" | "profiles" | "state">;

export interface StatesQuery {
  readonly keepChannel: Uint8Array | undefined;
  /** Without them nobody is at risk. */
  readonly dues?: LenderDues | undefined;
}

/** How many lenders are in each state at the end of the book's day (LS1 to LS3), in the order of the screen. */
export function lenderStates(book: Book, { keepChannel, dues }: StatesQuery): LenderStateRow[] {
  const lenders = new Map<LenderState, number>();
  const balance = new Map<LenderState, number>();
  const { kind, channel } = book.profiles;
  for (let lender = 0; lender < kind.length; lender++) {
    if (keepChannel !== undefined && keepChannel[channel[lender]!] !== 1) continue;
    const state = stateOfLender(book, lender, dues);
    if (state === undefined) continue;
    lenders.set(state, (lenders.get(state) ?? 0) + 1);
    balance.set(state, (balance.get(state) ?? 0) + book.state.balance[lender]!);
  }
  return LENDER_STATES.map((state) => ({ state, lenders: lenders.get(state) ?? 0, balance: balance.get(state) ?? 0 }));
}

/**
 * One lender's state; undefined when the book has no row of it, or was made of some products only and
 * has none that moved the lender's balance.
 *
 * @param dues  of all the lender's money, also where the book is of some products: one who has more to come from
 *              another product does not leave. Without them nobody is at risk.
 */
export function stateOfLender(
  { asOf, filtered, profiles, state }: StatesOf,
  lender: number,
  dues?: LenderDues,
): LenderState | undefined {
  const kind = profiles.kind[lender];
  if (kind === undefined || kind === KIND.absent) return undefined;
  if (filtered && state.lastMovedDay[lender] === 0) return undefined;
  if (kind === KIND.neverLent) return "never_lent";
  const firstDay = firstLendDay(profiles, lender);
  if (state.balance[lender]! <= 0) {
    const since = state.zeroSince[lender]! || firstDay;
    return asOf - since + 1 <= LONG_DAYS ? "grace" : "lost";
  }
  if (dues && isAtRisk(dues, lender, asOf)) return "at_risk";
  if (kind === KIND.lent && asOf - firstDay < LONG_DAYS) return "new";
  const resurrected = state.resurrectedDay[lender]!;
  return resurrected !== 0 && asOf - resurrected < LONG_DAYS ? "resurrected" : "holding";
}

/** All that is open is due, and soon; never where a lot has no term or is overdue: its payout is not known. */
function isAtRisk({ lastDueDay, isDueUnknown }: LenderDues, lender: number, asOf: number): boolean {
  const last = lastDueDay[lender] ?? 0;
  return last > asOf && last - asOf <= AT_RISK_DAYS && isDueUnknown[lender] === 0;
}
