import type { DatasetName } from "#src/domain/datasets.ts";
import type { ControlTotal, RejectedRow, RowCounts, WarningCount } from "#src/domain/imports.ts";
import type { EventType } from "#src/domain/eventTypes.ts";
import type { Period } from "#src/domain/period.ts";
import type { ImportMode } from "#src/domain/reading.ts";
import type { DropPreview, LostValues, RejectGroup, TablePreview } from "#src/engine/protocol.ts";

import type { TableGroup } from "./groups.ts";

type Readable = Extract<TablePreview, { readonly type: "readable" }>;

/** What the engine last said of each table, and whether that is of the answers as they stand. */
export interface Seen {
  readonly byTable: ReadonlyMap<number, TablePreview>;
  readonly isCurrent: boolean;
}

export function seenIn(preview: DropPreview | undefined, isCurrent: boolean): Seen {
  return { byTable: new Map(preview?.tables.map((table) => [table.table, table])), isCurrent };
}

/** What the tables of a group come to together. */
export interface GroupOutcome {
  readonly tables: number;
  readonly counts: RowCounts;
  readonly span: Period | null;
  readonly mode: ImportMode | null;
  readonly amountScaleFen: number | null;
  readonly rowsByType: readonly { readonly type: EventType; readonly rows: number; readonly amount: number }[];
  readonly rejects: readonly (Omit<RejectGroup, "examples"> & { readonly examples: readonly LocatedRow[] })[];
  readonly warnings: readonly LocatedWarning[];
  readonly unknownTypes: Readable["unknownTypes"];
  readonly skippedLines: readonly (Located & { readonly line: number; readonly text: string })[];
  readonly controlTotals: readonly (Located & ControlTotal)[];
  readonly restatedDays: number;
  /** Most rows first. */
  readonly lostValues: readonly LostValues[];
}

interface Located {
  /** Place of its table in the drop. */
  readonly table: number;
}

type LocatedRow = Located & RejectedRow;

type LocatedWarning = Omit<WarningCount, "examples"> & {
  readonly examples: readonly (Located & WarningCount["examples"][number])[];
};

const MOST_EXAMPLES = 3;

/** Undefined while none of the tables has been read. */
export function groupOutcome(group: TableGroup, seen: Seen): GroupOutcome | undefined {
  const readable = group.tables.flatMap((place) => {
    const preview = seen.byTable.get(place);
    return preview?.type === "readable" ? [preview] : [];
  });
  const [first] = readable;
  if (first === undefined) return undefined;
  const located = <Item>(of: (table: Readable) => readonly Item[]): readonly (Item & Located)[] =>
    readable.flatMap((preview) => of(preview).map((item) => ({ ...item, table: preview.table })));
  return {
    tables: readable.length,
    counts: totalCounts(readable),
    span: spanOf(readable),
    mode: readable.every(({ mode }) => mode === first.mode) ? first.mode : null,
    amountScaleFen: first.layout.amountScaleFen,
    rowsByType: summedTypes(readable),
    rejects: summedRejects(readable),
    warnings: summedWarnings(readable),
    unknownTypes: summed(
      readable.flatMap(({ unknownTypes }) => unknownTypes),
      ({ value }) => value,
    ),
    skippedLines: located(({ skippedLines }) => skippedLines),
    controlTotals: located(({ controlTotals }) => controlTotals),
    restatedDays: readable.reduce((sum, { restatedDays }) => sum + restatedDays, 0),
    lostValues: summedLost(readable),
  };
}

/** Types that nobody has mapped, of the tables that are read and of those that they leave no row of. */
export function unknownTypesIn(group: TableGroup, seen: Seen): GroupOutcome["unknownTypes"] {
  const lost = lostRows(group, seen).flatMap(({ rows }) => rows.filter(({ code }) => code === "UNKNOWN_TYPE"));
  return summed(
    [...(groupOutcome(group, seen)?.unknownTypes ?? []), ...lost.map(({ value }) => ({ value, count: 1 }))],
    ({ value }) => value,
  );
}

/** Why no row of a table is left; empty when that is true of none. */
export function lostRejects(group: TableGroup, seen: Seen): Pick<GroupOutcome, "tables" | "rejects"> {
  const lost = lostRows(group, seen);
  const tables = lost.map(({ table, rows }) => ({
    table,
    rejects: rows.map((row) => ({ code: row.code, column: row.column, count: 1, examples: [row] })),
  }));
  return { tables: lost.length, rejects: summedRejects(tables) };
}

function lostRows(group: TableGroup, seen: Seen) {
  return group.tables.flatMap((place) => {
    const preview = seen.byTable.get(place);
    const rows = preview?.type === "refused" ? (preview.refusal.rejects ?? []) : [];
    return rows.length === 0 ? [] : [{ table: place, rows }];
  });
}

const NO_COUNTS: RowCounts = { read: 0, accepted: 0, duplicate: 0, replaced: 0, rejected: 0, ignored: 0 };

function totalCounts(readable: readonly Readable[]): RowCounts {
  return readable.reduce(
    (sum, { counts }) => ({
      read: sum.read + counts.read,
      accepted: sum.accepted + counts.accepted,
      duplicate: sum.duplicate + counts.duplicate,
      replaced: sum.replaced + counts.replaced,
      rejected: sum.rejected + counts.rejected,
      ignored: sum.ignored + counts.ignored,
    }),
    NO_COUNTS,
  );
}

/** Rows of all tables that would be taken. */
export function previewCounts(preview: DropPreview): RowCounts {
  return totalCounts(preview.tables.filter((table) => table.type === "readable"));
}

/** Whether rows of a dataset's file would be taken: those that are all there already change nothing. */
export function takesRowsOf(dataset: DatasetName, { tables }: DropPreview): boolean {
  return tables.some(
    (table) =>
      table.type === "readable" && table.dataset === dataset && table.counts.accepted + table.counts.replaced > 0,
  );
}

function spanOf(readable: readonly Readable[]): Period | null {
  return readable.reduce<Period | null>((span, { firstDay, lastDay }) => {
    if (firstDay === null || lastDay === null) return span;
    if (span === null) return { from: firstDay, to: lastDay };
    return { from: firstDay < span.from ? firstDay : span.from, to: lastDay > span.to ? lastDay : span.to };
  }, null);
}

/** Counts added up by a key, the greatest first. */
function summed<Item extends { readonly count: number }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const known = byKey.get(keyOf(item));
    byKey.set(keyOf(item), known === undefined ? item : { ...known, count: known.count + item.count });
  }
  return [...byKey.values()].toSorted((a, b) => b.count - a.count);
}

function summedTypes(readable: readonly Readable[]): GroupOutcome["rowsByType"] {
  const byType = new Map<EventType, { rows: number; amount: number }>();
  for (const { type, rows, amount } of readable.flatMap((table) => table.rowsByType)) {
    const known = byType.get(type) ?? { rows: 0, amount: 0 };
    byType.set(type, { rows: known.rows + rows, amount: known.amount + amount });
  }
  return [...byType].map(([type, sums]) => ({ type, ...sums })).toSorted((a, b) => b.rows - a.rows);
}

function summedRejects(readable: readonly Pick<Readable, "rejects" | "table">[]): GroupOutcome["rejects"] {
  const located = readable.flatMap(({ rejects, table }) => rejects.map((group) => locatedIn(table, group)));
  return withExamples(located, ({ code, column }) => `${code} ${column ?? ""}`);
}

function summedWarnings(readable: readonly Readable[]): GroupOutcome["warnings"] {
  const located = readable.flatMap(({ warnings, table }) => warnings.map((warning) => locatedIn(table, warning)));
  return withExamples(located, ({ code }) => code);
}

interface Exemplified<Example> {
  readonly count: number;
  readonly examples: readonly Example[];
}

function locatedIn<Example, Group extends Exemplified<Example>>(table: number, group: Group & Exemplified<Example>) {
  return { ...group, examples: group.examples.map((example) => ({ ...example, table })) };
}

/** Added up by a key, with the first examples of each. */
function withExamples<Group extends Exemplified<unknown>>(groups: readonly Group[], keyOf: (group: Group) => string) {
  return summed(groups, keyOf).map((group) => ({
    ...group,
    examples: groups
      .filter((other) => keyOf(other) === keyOf(group))
      .flatMap(({ examples }) => examples)
      .slice(0, MOST_EXAMPLES),
  }));
}

function summedLost(readable: readonly Readable[]): readonly LostValues[] {
  const rowsByColumn = new Map<LostValues["column"], number>();
  for (const { column, rows } of readable.flatMap(({ lostValues }) => lostValues)) {
    rowsByColumn.set(column, (rowsByColumn.get(column) ?? 0) + rows);
  }
  return [...rowsByColumn].map(([column, rows]) => ({ column, rows })).toSorted((a, b) => b.rows - a.rows);
}

/** Above this share of the rows the reader is asked whether they mean it. */
export const MANY_REJECTED = 0.05;

/** The share of rows, of those that are meant to be kept, that would be left out; 0 without rows. */
export function rejectedShare({ read, ignored, rejected }: RowCounts): number {
  const meant = read - ignored;
  return meant > 0 ? rejected / meant : 0;
}

/**
 * Many rows are left out, some for a type that nobody mapped, the file's own totals disagree with its rows, or rows that
 * it replaces lose values.
 */
export function needsLook({ counts, unknownTypes, controlTotals, lostValues }: Readable): boolean {
  const differs = controlTotals.some(({ stated, found }) => stated !== found);
  return differs || unknownTypes.length > 0 || lostValues.length > 0 || rejectedShare(counts) > MANY_REJECTED;
}

/** When the same bytes were imported; null when they are earlier in the drop, undefined when no table is known. */
export function knownSince(group: TableGroup, seen: Seen): number | null | undefined {
  const times = group.tables.flatMap((place) => {
    const preview = seen.byTable.get(place);
    return preview?.type === "known" ? [preview.importedAtMs] : [];
  });
  return times.find((time) => time !== null) ?? (times.length > 0 ? null : undefined);
}
