import { LOAN_METHODS } from "#src/domain/loans.ts";
import type { ProfitabilityResult } from "#src/engine/protocol.ts";
import { plural } from "#src/ui/language.tsx";

import type { Spoken } from "./figures.ts";

/** How many loans are in no figure, which come first, why, and which methods would be read; null when all were read. */
export function unreadText(
  { unread, unreadIds }: Pick<ProfitabilityResult, "unread" | "unreadIds">,
  { words, format }: Spoken,
): string | null {
  if (unread === 0) return null;
  const count = plural(format.language, unread, words.unread).replace("#", () => format.count(unread));
  const ids = format.list(unreadIds);
  const named = unread > unreadIds.length ? words.unreadFirst(ids) : ids;
  const why = unread === 1 ? words.unreadWhy.one(named) : words.unreadWhy.other(named);
  const methods = words.unreadMethods(format.list(LOAN_METHODS.map((method) => words.methods[method])));
  return words.joined([`${count}${words.afterColon}${why}`, methods]);
}
