import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { ImportRecord } from "#src/domain/imports.ts";

import type { Ledger } from "./ledger.ts";

/**
 * Every row that the ledger holds on some days, dead or alive: a file that replaces these days stands over all of
 * them, so that deleting what came between brings none of them back.
 *
 * @param days  ascending
 * @returns     row numbers by block, ascending; blocks without such a row are left out
 */
export async function rowsOnDays(ledger: Ledger, days: ImportRecord["days"]): Promise<Map<number, Uint32Array>> {
  const found = new Map<number, Uint32Array>();
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return found;
  const isReplaced = new Uint8Array(last - first + 1);
  for (const { day } of days) isReplaced[day - first] = 1;
  for (const [block, { firstDay, lastDay }] of ledger.infos.entries()) {
    if (lastDay < first || firstDay > last) continue;
    const { instant, rows } = (await ledger.part(block)).columns;
    const replaced = new Uint32Array(rows);
    let count = 0;
    for (let row = 0; row < rows; row++) {
      if (isReplaced[Math.floor(instant[row]! / SECONDS_A_DAY) - first] === 1) replaced[count++] = row;
    }
    if (count > 0) found.set(block, replaced.slice(0, count));
  }
  return found;
}

/** Rows that are in either, by block, ascending. */
export function unitedRows(
  some: ReadonlyMap<number, Uint32Array>,
  more: ReadonlyMap<number, Uint32Array>,
): Map<number, Uint32Array> {
  const united = new Map(some);
  for (const [block, rows] of more) {
    const known = united.get(block);
    united.set(block, known ? Uint32Array.from(new Set([...known, ...rows])).sort() : rows);
  }
  return united;
}
