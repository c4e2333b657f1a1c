import { SECONDS_A_DAY } from "#src/domain/calendar.ts";
import type { LedgerColumns } from "#src/domain/columns.ts";
import type { Partition, PartitionInfo } from "#src/domain/ledger.ts";
import { epochDay, type EpochDay } from "#src/domain/units.ts";

import type { Ledger, Texts } from "./ledger.ts";
import { spilledTexts } from "./spilledTexts.ts";

/** One block with the dictionaries' codes; its texts are let go once it is staged. */
export interface TakenBlock {
  readonly partition: Partition;
  readonly info: PartitionInfo;
  readonly readTexts: () => Promise<Texts>;
  /** Physical line of a row. */
  readonly lineOf: (row: number) => number;
}

/** Where the texts of a block's rows are until the import is committed. */
export type Keeping = "memory" | "staged" | "spilled";

interface BlockJob {
  readonly importId: number;
  readonly ledger: Ledger;
}

export function takenBlock(
  partition: Partition,
  { job, lines, keeping }: { readonly job: BlockJob; readonly lines: Uint32Array; readonly keeping: Keeping },
): TakenBlock {
  const { identity } = partition;
  const info = partitionInfo(job.importId, partition);
  const lineOf = lineReader(lines);
  if (keeping === "memory") return { partition, info, lineOf, readTexts: async () => identity };
  const textless = { ...partition, identity: { ...identity, ids: undefined, lots: undefined } };
  const readTexts = keeping === "staged" ? () => job.ledger.storedTexts(info) : spilledTexts(identity);
  return { partition: textless, info, lineOf, readTexts };
}

/** Lines that follow one another, as they nearly always do, need not be kept one by one. */
function lineReader(lines: Uint32Array): (row: number) => number {
  const first = lines[0] ?? 0;
  if ((lines.at(-1) ?? 0) - first === lines.length - 1) return (row) => first + row;
  return (row) => lines[row]!;
}

/** What the index says of a partition; it has rows. */
export function partitionInfo(importId: number, { columns, identity, ordinal }: Partition): PartitionInfo {
  return { importId, ordinal, rows: columns.rows, ...daysOf(columns), hasIds: identity.ids !== undefined };
}

function daysOf({ instant }: LedgerColumns): { readonly firstDay: EpochDay; readonly lastDay: EpochDay } {
  let first = Infinity;
  let last = 0;
  for (const at of instant) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return { firstDay: epochDay(Math.floor(first / SECONDS_A_DAY)), lastDay: epochDay(Math.floor(last / SECONDS_A_DAY)) };
}
