import type { Held } from "#src/engine/held.ts";
import { lenderMonth, type KeptBook } from "#src/engine/keptBook.ts";
import type { LenderMonth } from "#src/metrics/lenderMonths.ts";

const MONTHS = 3;

const readByBook = new WeakMap<KeptBook, Promise<readonly LenderMonth[]>>();

/** The last three complete months of every lender who moved, fewer in a young ledger; read once for a book. */
export function lastMonths({ kept, readSummary }: Held): Promise<readonly LenderMonth[]> {
  const known = readByBook.get(kept);
  if (known) return known;
  const reading = readMonths(kept, readSummary);
  readByBook.set(kept, reading);
  // A read that failed is not remembered.
  reading.catch(() => readByBook.delete(kept));
  return reading;
}

async function readMonths(kept: KeptBook, readSummary: Held["readSummary"]): Promise<readonly LenderMonth[]> {
  const { firstMonth, lastMonth } = kept.book.growth;
  const tables: LenderMonth[] = [];
  for (let month = Math.max(firstMonth, lastMonth - MONTHS + 1); month <= lastMonth; month++) {
    const table = await lenderMonth(kept, readSummary, month);
    if (table) tables.push(table);
  }
  return tables;
}
