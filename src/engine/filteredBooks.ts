import type { Book } from "#src/metrics/book.ts";

import { segmentMask, type Analyses, type Ask } from "./analysis.ts";
import { productCodes } from "./codes.ts";
import type { Held } from "./held.ts";
import { makeBook } from "./keptBook.ts";
import type { Filter } from "./protocol.ts";
import { valueOf } from "./storeFault.ts";

const REMEMBERED = 6;

export type BookFor = (held: Held, filter: Pick<Filter, "products" | "segment">, ask: Ask) => Promise<Book>;

/**
 * Books of some products or of some lenders only. Balances by product are in no summary, so such a book is made from
 * rows when first asked for; the last few are remembered.
 */
export function createFilteredBooks(analyses: Analyses): BookFor {
  const remembered = new Map<string, Book>();
  let standing: Held["kept"] | undefined;
  return async (held, { products, segment }, ask) => {
    const lenderFilter = await segmentMask(analyses(held, ask), segment);
    if (products.length === 0 && !lenderFilter) return held.kept.book;
    if (standing !== held.kept) remembered.clear();
    standing = held.kept;
    const rules = held.state.settings.segments.find(({ id }) => id === segment)?.rules;
    const { hunterRules, newRule, transfers } = held.state.settings;
    const key = JSON.stringify([products.toSorted(), segment && [rules, hunterRules, newRule, transfers]]);
    const known = remembered.get(key);
    if (known) return known;
    const productFilter = productCodes(held, products);
    const { book } = await makeBook(held.ledger, held.kept.limit, {
      ...ask,
      lenderTables: valueOf(await held.readTables("lenders")),
      ...(productFilter ? { productFilter } : {}),
      ...(lenderFilter ? { lenderFilter } : {}),
    });
    remembered.set(key, book);
    const oldest = remembered.keys().next().value;
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return book;
  };
}
