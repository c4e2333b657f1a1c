import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";
import type { Book } from "#src/metrics/book.ts";
import { NO_INSTANT } from "#src/metrics/lenderProfiles.ts";
import type { QualityRows } from "#src/metrics/qualitySweep.ts";

import type { Dictionary } from "./dictionary.ts";
import { FINDING_ITEMS, findingItem, findingOf, type FindingItem } from "./findingItem.ts";
import type { Finding } from "./protocol.ts";

export interface LenderFacts {
  readonly book: Book;
  readonly rows: QualityRows;
  readonly lenders: Dictionary;
  /** Groups of ids that are easily taken for each other. */
  readonly alike: readonly (readonly string[])[];
}

/** What looks wrong about single lenders. */
export function findingsOfLenders(facts: LenderFacts): (Finding | undefined)[] {
  return [negativeBalances(facts), exitsBeforeLends(facts), alikeLenders(facts)];
}

/**
 * Lenders whose lowest balances are worth computing: all who were ever below zero, or when they are many, those who are
 * the furthest below it now.
 */
export function lendersToWatch({ state }: Book): Uint32Array {
  if (state.everNegative.length <= FINDING_ITEMS) return state.everNegative;
  return state.everNegative
    .toSorted((a, b) => state.balance[a]! - state.balance[b]! || a - b)
    .subarray(0, FINDING_ITEMS);
}

function negativeBalances({ book, rows, lenders: names }: LenderFacts): Finding | undefined {
  const items = rows.lowest.map(({ lender, balance, day }) =>
    findingItem({
      label: names.name(lender),
      value: balance,
      expected: 0,
      measure: "fen",
      where: { lender: names.name(lender), period: { from: book.firstDay ?? day, to: day } },
    }),
  );
  const count = book.state.everNegative.length;
  return findingOf({ id: "balances-negative", severity: "error", unit: "lender", count }, items);
}

function exitsBeforeLends({ book, rows, lenders: names }: LenderFacts): Finding | undefined {
  const { lenders } = book.state.earlyExits;
  const items = Array.from(lenders)
    .toSorted((a, b) => rows.earlyExits[b]! - rows.earlyExits[a]! || a - b)
    .slice(0, FINDING_ITEMS)
    .map((lender) => earlyExitItem(book, { lender, amount: rows.earlyExits[lender]!, name: names.name(lender) }));
  const finding = { id: "exits-before-first-lend", severity: "error", unit: "lender", count: lenders.length } as const;
  return findingOf(finding, items);
}

interface EarlyExit {
  readonly lender: number;
  readonly amount: number;
  readonly name: string;
}

function earlyExitItem({ profiles, firstDay, asOf }: Book, { lender, amount, name }: EarlyExit): FindingItem {
  const first = profiles.firstInstant[lender]!;
  const to = first === NO_INSTANT ? asOf : epochDay(Math.floor(first / SECONDS_A_DAY));
  return findingItem({
    label: name,
    value: amount,
    expected: 0,
    measure: "fen",
    where: {
      lender: name,
      period: { from: firstDay ?? to, to },
      types: ["exit", "early_exit", "compensation", "transfer_out", "write_off"],
    },
  });
}

/** Every lender of a group is an item, and names another. */
function alikeLenders({ rows, alike, lenders }: LenderFacts): Finding | undefined {
  const items = alike.slice(0, FINDING_ITEMS).flatMap((group) =>
    group.map((lender) =>
      findingItem({
        label: lender,
        beside: group.find((other) => other !== lender) ?? lender,
        value: rows.rowsByLender[lenders.find(lender) ?? -1] ?? 0,
        measure: "count",
        where: { lender },
      }),
    ),
  );
  return findingOf({ id: "lenders-alike", severity: "warning", unit: "pair", count: alike.length }, items);
}
