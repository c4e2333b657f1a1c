import { OVERDUE_BUCKETS } from "#src/domain/loans.ts";
import type { OverdueBucket, VintagesResult } from "#src/engine/protocol.ts";

interface OverdueCell {
  readonly loans: number;
  /** Principal not repaid, bad or not, fen. */
  readonly owed: number;
  /** Of what the product's borrowers have not repaid; null where that is nothing. */
  readonly share: number | null;
}

export interface OverdueRow {
  /** Undefined for all products together. */
  readonly product: string | undefined;
  readonly loans: number;
  readonly owed: number;
  readonly cells: Readonly<Record<OverdueBucket, OverdueCell>>;
}

export interface OverdueModel {
  /** In the order of the answer. */
  readonly rows: readonly OverdueRow[];
  readonly total: OverdueRow;
}

export function overdueModel(overdue: VintagesResult["overdue"]): OverdueModel {
  const lines = overdue.flatMap(({ lines: own }) => own);
  return {
    rows: overdue.map(({ product, lines: own }) => rowOf(product, own)),
    total: rowOf(undefined, lines),
  };
}

type Lines = VintagesResult["overdue"][number]["lines"];

function rowOf(product: string | undefined, lines: Lines): OverdueRow {
  const owed = lines.reduce((sum, line) => sum + line.owed, 0);
  const cells = OVERDUE_BUCKETS.map((bucket) => [bucket, cellOf(lines, bucket, owed)] as const);
  return {
    product,
    loans: lines.reduce((sum, line) => sum + line.loans, 0),
    owed,
    // An entry for every bucket.
    cells: Object.fromEntries(cells) as OverdueRow["cells"],
  };
}

function cellOf(lines: Lines, bucket: OverdueBucket, whole: number): OverdueCell {
  const own = lines.filter((line) => line.bucket === bucket);
  const owed = own.reduce((sum, line) => sum + line.owed, 0);
  return {
    loans: own.reduce((sum, line) => sum + line.loans, 0),
    owed,
    share: whole === 0 ? null : owed / whole,
  };
}

/** Where most of what is more than 90 days overdue lies, and where its share is largest; undefined where nothing is. */
export function worstProducts({
  rows,
}: OverdueModel): { readonly most: OverdueRow; readonly highest: OverdueRow } | undefined {
  const bad = rows.filter(({ cells }) => cells.over_90.owed > 0);
  const most = bad.toSorted((a, b) => b.cells.over_90.owed - a.cells.over_90.owed)[0];
  const highest = bad.toSorted((a, b) => (b.cells.over_90.share ?? 0) - (a.cells.over_90.share ?? 0))[0];
  return most && highest && { most, highest };
}
