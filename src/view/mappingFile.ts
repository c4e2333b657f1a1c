import {
  array,
  check,
  integer,
  literal,
  minValue,
  number,
  object,
  optional,
  picklist,
  pipe,
  record,
  safeParse,
  string,
  union,
  variant,
  type GenericSchema,
} from "valibot";

import { DATASETS, TABLES } from "#src/domain/datasets.ts";
import { EVENT_TYPES } from "#src/domain/eventTypes.ts";
import { TRANSACTION_COLUMNS, type ColumnName } from "#src/domain/imports.ts";
import type { Reading, SavedMapping } from "#src/domain/reading.ts";
import { accepted, refused, type Result } from "#src/domain/result.ts";

const FORMAT = "dipper-mappings";
const VERSION = 1;

const place = pipe(number(), integer(), minValue(0));
const eventType = picklist(EVENT_TYPES);

const columnNames: ReadonlySet<string> = new Set<ColumnName>([
  ...TRANSACTION_COLUMNS,
  ...Object.values(TABLES).flatMap((columns) => columns.map(({ name }) => name as ColumnName)),
]);

const columns = pipe(
  record(string(), place),
  check((found) => Object.keys(found).every((name) => columnNames.has(name)), "a column that Dipper does not know"),
) as GenericSchema<NonNullable<Reading["columns"]>>;

const sign = variant("shape", [
  object({ shape: literal("by_type") }),
  object({ shape: literal("signed"), positive: eventType, negative: eventType }),
  object({ shape: literal("credit_debit"), credit: place, debit: place, positive: eventType, negative: eventType }),
]);

const readingShape = object({
  dataset: optional(picklist(DATASETS)),
  encoding: optional(picklist(["utf-8", "utf-8-bom", "gb18030", "utf-16le", "utf-16be"])),
  delimiter: optional(picklist([",", ";", "\t", "|"])),
  headerLine: optional(place),
  columns: optional(columns),
  sign: optional(sign),
  description: optional(place),
  types: optional(record(string(), union([eventType, picklist(["by_sign", "ignore"])]))),
  scaleFen: optional(pipe(number(), integer(), minValue(1))),
  dateOrder: optional(picklist(["day", "month"])),
  decimalMark: optional(picklist([".", ","])),
  status: optional(object({ column: place, keep: array(string()) })),
  currency: optional(object({ column: place, keep: string() })),
});

const fileShape = object({
  format: literal(FORMAT),
  version: literal(VERSION),
  mappings: array(
    object({
      fingerprint: pipe(
        string(),
        check((text) => text !== "", "an empty fingerprint"),
      ),
      name: string(),
      dataset: picklist(DATASETS),
      headers: array(string()),
      reading: readingShape,
      savedAtMs: number(),
    }),
  ),
});

/** Why a file of mappings was not taken. */
export interface MappingFileRefusal {
  readonly reason: "not_json" | "not_mappings" | "damaged";
  /** Where in the file, such as `mappings.2.reading.types`; empty where there is no place. */
  readonly path: string;
}

/** Mappings as a file that `parseMappings` takes back. */
export function mappingsText(mappings: readonly SavedMapping[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, mappings }, null, 2)}\n`;
}

/** All of a file's mappings, or none. */
export function parseMappings(text: string): Result<readonly SavedMapping[], MappingFileRefusal> {
  const content = fromJson(text);
  if (content === undefined) return refused({ reason: "not_json", path: "" });
  const parsed = safeParse(fileShape, content);
  // Absent and undefined are the same to a schema, and JSON knows no undefined.
  if (parsed.success) return accepted(parsed.output.mappings as readonly SavedMapping[]);
  const path = (parsed.issues[0].path ?? []).map(({ key }) => String(key)).join(".");
  return refused({ reason: path.startsWith("mappings.") ? "damaged" : "not_mappings", path });
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
