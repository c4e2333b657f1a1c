import { LENDER_STATES } from "#src/domain/lenderStates.ts";
import type { Book } from "#src/metrics/book.ts";

import type { LenderBook } from "./lenderBook.ts";
import type { LenderDirectory } from "./lenderDirectory.ts";
import { lenderStateOf } from "./lenderStateOf.ts";

/** In place of a state: an entry that is nobody. */
export const NOBODY = 255;

interface StateSources {
  readonly book: Book;
  readonly lenderBook: LenderBook;
  readonly directory: LenderDirectory;
}

const known = new WeakMap<LenderBook, StateSources & { readonly codes: Uint8Array }>();

/** The state of every entry of the directory, as its place in `LENDER_STATES`; made once for the same sources. */
export function stateCodes({ book, lenderBook, directory }: StateSources): Uint8Array {
  const last = known.get(lenderBook);
  if (last?.book === book && last.directory === directory) return last.codes;
  const codes = new Uint8Array(directory.entries);
  for (let entry = 0; entry < codes.length; entry++) {
    const state = lenderStateOf(entry, { book, lenderBook, directory });
    codes[entry] = state === undefined ? NOBODY : LENDER_STATES.indexOf(state);
  }
  known.set(lenderBook, { book, lenderBook, directory, codes });
  return codes;
}
