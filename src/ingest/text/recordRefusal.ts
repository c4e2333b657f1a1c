import type { FileRefusal } from "#src/domain/imports.ts";

import type { RecordReader } from "./records.ts";

/** What to say of a file whose records could not be told apart from `line` on; undefined when there is no fault. */
export function recordRefusal(reader: RecordReader, line: number): FileRefusal | undefined {
  const at = line + reader.linesToFault;
  switch (reader.fault) {
    case undefined:
      return undefined;
    case "unclosed_quote":
      return {
        code: "UNCLOSED_QUOTE",
        message: `A quotation mark opens on line ${at} and is not closed; close it or remove it.`,
        line: at,
      };
    case "line_too_long":
      return {
        code: "LINE_TOO_LONG",
        message: `Line ${at} is longer than 1 MB, or has a field over 64 KB; this is no export of rows.`,
        line: at,
      };
  }
}
