import type { EpochDay } from "#src/domain/units.ts";

import type { LoanBook } from "./loanBook.ts";
import { amountOf, NEEDED_PARTS, type NeededPart } from "./loanProfit.ts";
import { partSet, unknownParts } from "./unknownParts.ts";

/** Blank cells of a part that is known of the loans together. */
interface BlankPart {
  readonly part: NeededPart;
  /** Loans with a blank cell: it counts as none in the figures of all. */
  readonly loans: number;
  /** Products of which no loan has a value, by name: of those it is unknown (PF7). */
  readonly products: readonly string[];
}

/** What the loans file leaves open, or says against itself. */
export interface LoanGaps {
  /** Loans in scope. */
  readonly loans: number;
  /** Of the loans in scope; a part without a blank cell is not in it, nor are penalties and fees. */
  readonly blanks: readonly BlankPart[];
  /** Loans in scope of which the file says more repaid and bad than was lent (LC6). */
  readonly beyond: number;
  /** Loans of the file that are disbursed after `latest`: they are in no figure (PF9). */
  readonly later: number;
  readonly latest: EpochDay;
  /** Whether the snapshot is the last disbursal of the file, since the ledger ends before it or there is none (PF9). */
  readonly isDisbursal: boolean;
}

/** @param keep  1 for the loans in scope, by row of the book; undefined is all */
export function loanGaps(book: LoanBook, keep: Uint8Array | undefined): LoanGaps {
  const { later, latest, isDisbursal } = book;
  const unknown = unknownParts(book, keep);
  const blanks = NEEDED_PARTS.filter((part) => !unknown.includes(part))
    .map((part) => blanksOf(book, keep, part))
    .filter(({ loans }) => loans > 0);
  let [loans, beyond] = [0, 0];
  for (let loan = 0; loan < book.loans; loan++) {
    if (keep !== undefined && keep[loan] !== 1) continue;
    loans++;
    if (amountOf(book.repaid[loan]!) + amountOf(book.bad[loan]!) > book.principal[loan]!) beyond++;
  }
  return { loans, blanks, beyond, later, latest, isDisbursal };
}

function blanksOf(book: LoanBook, keep: Uint8Array | undefined, part: NeededPart): BlankPart {
  const [cells, set] = [book[part], partSet([part])];
  const hasBlank = new Uint8Array(book.productNames.length);
  let loans = 0;
  for (let loan = 0; loan < cells.length; loan++) {
    if (!Number.isNaN(cells[loan]!) || (keep !== undefined && keep[loan] !== 1)) continue;
    loans++;
    hasBlank[book.product[loan]!] = 1;
  }
  const products = book.productNames.filter(
    (_, product) => hasBlank[product] === 1 && (book.unknown[product]! & set) !== 0,
  );
  return { part, loans, products };
}
