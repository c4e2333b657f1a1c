import type { DatasetName } from "#src/domain/datasets.ts";
import type { FileLayout } from "#src/domain/imports.ts";
import type { FileSketch, SavedMapping } from "#src/domain/reading.ts";
import type { DroppedTable } from "#src/engine/protocol.ts";

import { questionsOf } from "./questions.ts";

/** Tables with one header: what is settled for one is settled for all. */
export interface TableGroup {
  readonly id: string;
  /** Places among the drop's tables, ascending. */
  readonly tables: readonly number[];
  /** The table whose head stands for all. */
  readonly lead: number;
  /** Of the lead; null when it cannot be read as text. */
  readonly sketch: FileSketch | null;
  readonly mapping: SavedMapping | null;
}

/** In the order of their first tables; what cannot be read as text is a group of its own. */
export function tableGroups(tables: readonly DroppedTable[]): readonly TableGroup[] {
  const places = new Map<string, number[]>();
  for (const [place, { sketch }] of tables.entries()) {
    const id = isReadable(sketch) ? `${sketch.fingerprint} ${sketch.dataset ?? ""}` : `table ${place}`;
    const known = places.get(id);
    if (known) known.push(place);
    else places.set(id, [place]);
  }
  return [...places].map(([id, members]) => {
    const lead = members[0] ?? 0;
    return { id, tables: members, lead, sketch: tables[lead]?.sketch ?? null, mapping: tables[lead]?.mapping ?? null };
  });
}

function isReadable(sketch: FileSketch | null): sketch is FileSketch {
  return sketch !== null && sketch.headers.length > 0;
}

/** No answer of a reader's helps it. */
export function isHopeless({ sketch, refusal }: DroppedTable): boolean {
  if (sketch === null || sketch.lines.length === 0) return true;
  return refusal !== null && refusal.code !== "NOT_A_TABLE" && questionsOf(refusal).length === 0;
}

/** Taken unless the reader says otherwise: what is recognised, and whose questions can be answered. */
export function isTakenAtFirst(table: DroppedTable): boolean {
  const dataset = table.mapping?.dataset ?? table.sketch?.dataset;
  return table.isSuggested && dataset !== undefined && !isHopeless(table);
}

export interface GroupTraits {
  /** Each once, in the order of the tables. */
  readonly datasets: readonly (DatasetName | undefined)[];
  readonly encodings: readonly FileLayout["encoding"][];
  readonly delimiters: readonly FileLayout["delimiter"][];
  readonly sizeBytes: number;
}

/** What the tables of a group have in common, and what not. */
export function groupTraits({ tables }: TableGroup, all: readonly DroppedTable[]): GroupTraits {
  const members = tables.flatMap((place) => all[place] ?? []);
  const sketches = members.flatMap(({ sketch }) => sketch ?? []);
  return {
    datasets: [...new Set(sketches.map(({ dataset }) => dataset))],
    encodings: [...new Set(sketches.map(({ encoding }) => encoding))],
    delimiters: [...new Set(sketches.map(({ delimiter }) => delimiter))],
    sizeBytes: members.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  };
}
