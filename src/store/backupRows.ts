import type { StoredBlock } from "./blockFormat.ts";
import { isIntact, sealed, type Sealed } from "./checksum.ts";
import type { AttemptRow, SettingsRow } from "./database.ts";
import type { DictionaryRow } from "./dictionaryRows.ts";
import type { ImportRow, RejectsRow, SupersessionRow } from "./importRows.ts";
import type { MappingRow } from "./mappingRows.ts";
import type { TableRow } from "./tableRows.ts";

/** What a backup holds, in its order: summaries are made of the rest again. */
export const KINDS = [
  "imports",
  "dictionaries",
  "settings",
  "mappings",
  "attempts",
  "supersessions",
  "rejects",
  "tableRows",
  "blocks",
] as const;

export type Kind = (typeof KINDS)[number];

/** The rows of each kind exactly as they are stored. */
export interface RowOf {
  readonly imports: ImportRow;
  readonly dictionaries: DictionaryRow;
  readonly settings: SettingsRow;
  readonly mappings: MappingRow;
  readonly attempts: AttemptRow;
  readonly supersessions: SupersessionRow;
  readonly rejects: RejectsRow;
  readonly tableRows: TableRow;
  readonly blocks: StoredBlock;
}

/** A row with its kind. */
export type KindRow = { [K in Kind]: { readonly kind: K; readonly row: RowOf[K] } }[Kind];

/** Rows that carry the checksum of themselves. */
function isSealed(row: object): row is Sealed<object> {
  return "seal" in row;
}

/** Kinds that have a checksum; of the others there is nothing to check. */
const UNSEALED: readonly Kind[] = ["settings", "attempts"];

/** Whether a row is as it was when it was stored. */
export function isWhole({ kind, row }: KindRow): boolean {
  return UNSEALED.includes(kind) || (isSealed(row) && isIntact(row));
}

/** The row as it is when every import has a number greater by `more`. */
export function renumbered(one: KindRow, more: number): KindRow {
  if (more === 0) return one;
  const { kind, row } = one;
  switch (kind) {
    case "imports":
      return { kind, row: renumberedImport(row, more) };
    case "supersessions":
      return { kind, row: resealed({ ...row, byImport: row.byImport + more, importId: row.importId + more }) };
    case "rejects":
      return { kind, row: resealed({ ...row, importId: row.importId + more }) };
    case "tableRows":
      return { kind, row: resealed({ ...row, importId: row.importId + more }) };
    case "blocks":
      return { kind, row: resealed({ ...row, importId: row.importId + more }) };
    case "dictionaries":
    case "settings":
    case "mappings":
    case "attempts":
      return one;
  }
}

function renumberedImport(row: ImportRow, more: number): ImportRow {
  const importId = row.importId + more;
  const infos = row.infos.map((info) => ({ ...info, importId }));
  return resealed({ ...row, importId, record: { ...row.record, importId }, infos });
}

function resealed<Row extends Sealed<object>>(row: Row): Row {
  const { seal: _, ...rest } = row;
  // The same fields with the checksum of what they now are.
  return sealed(rest) as unknown as Row;
}
