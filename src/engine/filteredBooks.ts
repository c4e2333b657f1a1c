import type { Book } from "#src/metrics/book.ts";

import { productCodes } from "./codes.ts";
import type { Held } from "./held.ts";
import { makeBook } from "./keptBook.ts";
import type { OnProgress } from "./protocol.ts";

const REMEMBERED = 6;

export type BookFor = (
  held: Held,
  products: readonly string[],
  options: { readonly signal?: AbortSignal | undefined; readonly onProgress?: OnProgress | undefined },
) => Promise<Book>;

/**
 * Books of some products only. Balances by product are in no summary, so such a book is made from
 * rows when first asked for; the last few are remembered.
 */
export function createFilteredBooks(): BookFor {
  const remembered = new Map<string, Book>();
  let dataVersion = -1;
  return async (held, products, options) => {
    if (products.length === 0) return held.kept.book;
    if (dataVersion !== held.state.dataVersion) {
      remembered.clear();
      dataVersion = held.state.dataVersion;
    }
    const key = JSON.stringify([products.toSorted(), held.kept.limit]);
    const known = remembered.get(key);
    if (known) return known;
    const productFilter = productCodes(held, products) ?? new Uint8Array(held.kept.productNames.length);
    const { book } = await makeBook(held.ledger, held.kept.limit, { productFilter, ...options });
    remembered.set(key, book);
    const oldest = remembered.keys().next().value;
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return book;
  };
}
