import { parseIsoDay } from "#src/domain/calendar.ts";
import type { EpochDay } from "#src/domain/units.ts";
import type { Check } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";

import type { CheckUnit, CheckWords } from "./checkWords.ts";

/** Those that fail first, then by id. */
export function checksInOrder(checks: readonly Check[]): Check[] {
  return checks.toSorted((a, b) => Number(a.holds) - Number(b.holds) || (a.id < b.id ? -1 : 1));
}

export interface FallbackWords {
  readonly left: string;
  readonly right: string;
  readonly unknown: string;
}

/** Words for a check, also for one whose id this version has no words for. */
export function wordsOfCheck(
  check: Check,
  known: Readonly<Record<string, CheckWords>>,
  fallback: FallbackWords,
): CheckWords {
  return (
    known[check.id] ?? {
      title: sentenceOf(check.id),
      explanation: check.detail ?? fallback.unknown,
      left: fallback.left,
      right: fallback.right,
      unit: "count",
      affected: "item",
    }
  );
}

/** An id of a newer version, as a title. */
export function sentenceOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export function sideText(side: number | null, unit: CheckUnit, format: Format): string {
  return unit === "fen" ? format.moneyExact(side) : format.count(side);
}

/** Null where there are no two sides or they meet. */
export function differenceText({ left, right }: Check, unit: CheckUnit, format: Format): string | null {
  if (left === null || right === null || left === right) return null;
  return unit === "fen" ? format.moneyExact(left - right, { sign: true }) : format.signedCount(left - right);
}

/** An example is a day or a lender's id. */
export type CheckExample =
  | { readonly type: "day"; readonly text: string; readonly day: EpochDay }
  | { readonly type: "lender"; readonly text: string };

export function checkExample(text: string): CheckExample {
  const day = parseIsoDay(text);
  return day === undefined ? { type: "lender", text } : { type: "day", text, day };
}
