import type { Held } from "./held.ts";
import { checksOfBook } from "./keptBook.ts";
import type { Check } from "./protocol.ts";

/** Every check, ascending by id, with lenders by name. */
export async function checksOf(held: Held): Promise<Check[]> {
  const found = checksOfBook(held.kept);
  const { lenders: names } = await held.ledger.dictionaries();
  return found.map(({ lenders, examples, ...check }) => ({
    ...check,
    examples: [...examples, ...lenders.map((code) => names.name(code))],
  }));
}
