import type { MatchingResult } from "#src/engine/protocol.ts";

import { shortfalls, type LadderModel } from "./ladderModel.ts";
import { placeName, type LadderSpoken } from "./ladderOption.ts";

/** Whether lenders fall due before borrowers pay: where first, by how much, the worst, and what idle money would cover. */
export function ladderSentence(
  model: LadderModel,
  { hasLoans, unread, now }: Pick<MatchingResult, "hasLoans" | "unread" | "now">,
  { words, format }: LadderSpoken,
): string {
  if (!hasLoans) return unread > 0 ? words.noneRead : words.onlyLenders;
  const found = shortfalls(model);
  if (found === null) return words.inOrder;
  const { first, worst } = found;
  const idle = now?.idle ?? 0;
  const sentences = [words.first(placeName(first.row.place, words), format.money(first.missing))];
  if (worst.row !== first.row)
    sentences.push(words.worst(placeName(worst.row.place, words), format.money(worst.missing)));
  if (idle > 0) sentences.push(idle >= worst.missing ? words.covered : words.partly(format.money(idle)));
  return words.joined(sentences);
}

/** What the ledger does not tell about when lenders are due. */
export function knownTerms(
  { undated, orphans, overdue }: Pick<MatchingResult, "undated" | "orphans" | "overdue">,
  { words, format }: LadderSpoken,
): readonly string[] {
  return [
    words.asFarAsKnown,
    ...(undated > 0 ? [words.undatedSentence(format.money(undated))] : []),
    ...(overdue.lenders > 0 ? [words.overdueSentence(format.money(overdue.lenders))] : []),
    ...(orphans > 0 ? [words.orphanSentence(format.money(orphans))] : []),
  ];
}
