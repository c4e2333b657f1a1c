import type { Book } from "./book.ts";
import { KIND } from "./lenderProfiles.ts";
import { firstLendDay } from "./newVsReturning.ts";

export type LenderState = "never_lent" | "new" | "resurrected" | "holding" | "grace" | "lost";

/** Days without a balance after which a lender is lost; days that "new" and "resurrected" last. */
export const LONG_DAYS = 30;

const ORDER: readonly LenderState[] = ["new", "holding", "resurrected", "grace", "lost", "never_lent"];

export interface LenderStateRow {
  readonly state: LenderState;
  readonly lenders: number;
  /** Fen. */
  readonly balance: number;
}

type StatesOf = Pick<Book, "asOf" | "filtered" | "profiles" | "state">;

/** How many lenders are in each state at the end of the book's day (LS1 to LS3), in the order of the screen. */
export function lenderStates(book: Book, args: { readonly keepChannel: Uint8Array | undefined }): LenderStateRow[] {
  const lenders = new Map<LenderState, number>();
  const balance = new Map<LenderState, number>();
  const { kind, channel } = book.profiles;
  for (let lender = 0; lender < kind.length; lender++) {
    if (args.keepChannel !== undefined && args.keepChannel[channel[lender]!] !== 1) continue;
    const state = stateOfLender(book, lender);
    if (state === undefined) continue;
    lenders.set(state, (lenders.get(state) ?? 0) + 1);
    balance.set(state, (balance.get(state) ?? 0) + book.state.balance[lender]!);
  }
  return ORDER.map((state) => ({ state, lenders: lenders.get(state) ?? 0, balance: balance.get(state) ?? 0 }));
}

/**
 * One lender's state; undefined when the book has no row of it, or was made of some products only and
 * has none that moved the lender's balance.
 */
export function stateOfLender({ asOf, filtered, profiles, state }: StatesOf, lender: number): LenderState | undefined {
  const kind = profiles.kind[lender];
  if (kind === undefined || kind === KIND.absent) return undefined;
  if (filtered && state.lastMovedDay[lender] === 0) return undefined;
  if (kind === KIND.neverLent) return "never_lent";
  const firstDay = firstLendDay(profiles, lender);
  if (state.balance[lender]! <= 0) {
    const since = state.zeroSince[lender]! || firstDay;
    return asOf - since + 1 <= LONG_DAYS ? "grace" : "lost";
  }
  if (kind === KIND.lent && asOf - firstDay < LONG_DAYS) return "new";
  const resurrected = state.resurrectedDay[lender]!;
  return resurrected !== 0 && asOf - resurrected < LONG_DAYS ? "resurrected" : "holding";
}
