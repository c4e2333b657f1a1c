import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { LedgerPart } from "#src/domain/ledger.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { KIND, type LenderProfiles } from "#src/metrics/lenderProfiles.ts";

import type { ActivationAction } from "./activationAction.ts";
import { EarlyCounter } from "./earlyCounter.ts";
import {
  countEarlyRows,
  earlyRowsFor,
  NOT_FOLLOWED,
  takeEarlyRows,
  type EarlyRows,
  type FollowedLenders,
  type FollowUp,
} from "./earlyRows.ts";

/** Rows that are gathered at a time: a few tens of megabytes, so that small memories hold them. */
const ROWS_AT_ONCE = 2_000_000;

/** Between two breaths of the worker. */
const ROWS_A_STEP = 1_000_000;

export interface EarlyActionsInput extends FollowUp {
  /** Any order; dead rows are passed over. */
  readonly parts: readonly LedgerPart[];
  readonly profiles: LenderProfiles;
  /** Rows after it enter nothing. */
  readonly asOf: EpochDay;
  /** For tests: how many rows to gather at a time. */
  readonly rowsAtOnce?: number;
}

/**
 * What lenders with the whole follow-up did early, and whether they stayed (MN1, MN2). A lender's place is by the day
 * of the first lend, then by code.
 */
export interface EarlyActions {
  readonly windows: readonly number[];
  /** Codes, by place. */
  readonly lenders: Uint32Array;
  /** Epoch days, by place. */
  readonly firstDay: Int32Array;
  /** 1 for a lend from the end of the largest window to the end of the follow-up, by place. */
  readonly stayed: Uint8Array;
  /**
   * By action: window i of place p is at p × windows + i. Null where the early rows of these lenders cannot show it: none
   * names a product or a term, none is a deposit, none says whether auto-invest placed it.
   */
  readonly counts: Readonly<Record<ActivationAction, Uint16Array | null>>;
}

interface Step {
  /** Rows. */
  readonly done: number;
  readonly total: number;
}

/**
 * Goes through the rows of the follow-up: once to count them, and again for every range of lenders whose early rows
 * fit at a time, mostly one. Between its steps the caller may stop.
 */
export function* readEarlyActions(input: EarlyActionsInput): Generator<Step, EarlyActions> {
  const { parts, profiles, windows, rowsAtOnce = ROWS_AT_ONCE } = input;
  const { lenders, firstDay } = followedUp(input);
  const followed = followedByCode(lenders, firstDay, profiles.kind.length);
  const counts = new Uint32Array(lenders.length);
  const stayed = new Uint8Array(lenders.length);
  yield* eachPart(parts, (part) => countEarlyRows(part, followed, { followUp: input, counts, stayed }));
  const counter = new EarlyCounter(windows, lenders.length);
  for (const { from, to, rows } of placeRanges(counts, rowsAtOnce)) {
    const next = startsOf(counts.subarray(from, to));
    const into = earlyRowsFor(rows);
    yield* eachPart(parts, (part) => takeEarlyRows(part, followed, { followUp: input, from, next, into }));
    for (let place = from; place < to; place++) {
      const end = next[place - from]!;
      counter.take(place, into, byAge(into, end - counts[place]!, end));
    }
  }
  const shown = (action: keyof EarlyCounter["isShown"]): Uint16Array | null =>
    counter.isShown[action] ? counter.counts[action] : null;
  return {
    windows,
    lenders,
    firstDay,
    stayed,
    counts: {
      ...counter.counts,
      products: shown("products"),
      terms: shown("terms"),
      depositDays: shown("depositDays"),
      autoDays: shown("autoDays"),
    },
  };
}

/** Lenders whose first lend is on record, and the whole follow-up after it too. */
function followedUp({ profiles, asOf, followUpDays }: EarlyActionsInput): Pick<EarlyActions, "lenders" | "firstDay"> {
  const { kind, firstInstant } = profiles;
  const dayOf = (lender: number): number => Math.floor(firstInstant[lender]! / SECONDS_A_DAY);
  const keys: number[] = [];
  for (let lender = 0; lender < kind.length; lender++) {
    // Day and code as one number: exact, since days are below 2^16 and codes below 2^32.
    if (kind[lender] === KIND.lent && dayOf(lender) + followUpDays <= asOf)
      keys.push(dayOf(lender) * kind.length + lender);
  }
  const lenders = Uint32Array.from(Float64Array.from(keys).sort(), (key) => key % kind.length);
  return { lenders, firstDay: Int32Array.from(lenders, dayOf) };
}

function followedByCode(lenders: Uint32Array, firstDay: Int32Array, codes: number): FollowedLenders {
  const place = new Int32Array(codes).fill(-1);
  const start = new Uint32Array(codes).fill(NOT_FOLLOWED);
  for (let at = 0; at < lenders.length; at++) {
    place[lenders[at]!] = at;
    start[lenders[at]!] = firstDay[at]! * SECONDS_A_DAY;
  }
  return { place, start };
}

function* eachPart(parts: readonly LedgerPart[], take: (part: LedgerPart) => void): Generator<Step, void> {
  const total = parts.reduce((sum, { columns }) => sum + columns.rows, 0);
  let done = 0;
  let told = 0;
  for (const part of parts) {
    take(part);
    done += part.columns.rows;
    if (done - told < ROWS_A_STEP) continue;
    told = done;
    yield { done, total };
  }
}

/** Ranges of places, `to` exclusive, with as many rows as can be gathered at a time; at least one place each. */
function* placeRanges(counts: Uint32Array, rowsAtOnce: number) {
  for (let from = 0; from < counts.length;) {
    let to = from;
    let rows = 0;
    while (to < counts.length && (to === from || rows + counts[to]! <= rowsAtOnce)) rows += counts[to++]!;
    yield { from, to, rows };
    from = to;
  }
}

/** Where each begins when they stand one after another. */
function startsOf(counts: Uint32Array): Uint32Array {
  let next = 0;
  return counts.map((count) => (next += count) - count);
}

/** Rows by age; ledgers mostly have them so. */
function byAge({ age }: EarlyRows, from: number, to: number): readonly number[] {
  const order = Array.from({ length: to - from }, (_, at) => from + at);
  const isAscending = order.every((row) => row === from || age[row]! >= age[row - 1]!);
  return isAscending ? order : order.sort((a, b) => age[a]! - age[b]!);
}
