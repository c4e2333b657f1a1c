import fc from "fast-check";

import { isoDay } from "#src/domain/calendar.ts";
import { epochDay } from "#src/domain/units.ts";

import { csvOf, csvWithoutIds, type FileRow } from "./engineHarness.ts";
import type { ToldFile } from "./replay.ts";

const FIRST = 19_724;

/** @param days  how many days the rows lie on: few, so that files meet on them */
function arbitraryFileRow(days: number): fc.Arbitrary<FileRow> {
  return fc
    .record({
      txnId: fc.integer({ min: 1, max: 12 }).map((id) => `t${id}`),
      lender: fc.constantFrom("u1", "u2", "u3"),
      day: fc.integer({ min: 0, max: days - 1 }),
      hour: fc.constantFrom("08:00:00", "09:30:00"),
      type: fc.constantFrom("lend", "exit", "early_exit", "transfer_in", "opening", "deposit"),
      fen: fc.oneof(fc.constantFrom(100, 200), fc.integer({ min: 1, max: 99_999 })),
      product: fc.constantFrom("P30", "P90"),
      channel: fc.constantFrom("app", "web", ""),
    })
    .map(({ txnId, lender, day, hour, type, fen, product, channel }) => ({
      txnId,
      lender,
      at: `${isoDay(epochDay(FIRST + day))} ${hour}`,
      type,
      amount: (fen / 100).toFixed(2),
      product,
      term: "30",
      channel,
    }));
}

/** Files with and without ids, in both modes. */
export function arbitraryFile(days: number): fc.Arbitrary<ToldFile> {
  return fc.record({
    rows: fc.array(arbitraryFileRow(days), { minLength: 1, maxLength: 6 }),
    hasIds: fc.boolean(),
    mode: fc.constantFrom("merge" as const, "replace_days" as const),
  });
}

export function textOfFile({ rows, hasIds }: Pick<ToldFile, "rows" | "hasIds">): string {
  return hasIds ? csvOf(rows) : csvWithoutIds(rows);
}
