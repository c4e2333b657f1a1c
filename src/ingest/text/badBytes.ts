import type { RecordReader } from "./records.ts";
import { Utf8Check } from "./utf8Check.ts";
import { MAX_COLUMNS } from "#src/ingest/limits.ts";

/** The first field of a record that is no UTF-8, or −1. Asked only of files that hold such bytes somewhere. */
export function fieldOfBadBytes({ bytes, starts, ends, fields }: RecordReader): number {
  for (let field = 0; field < Math.min(fields, MAX_COLUMNS); field++) {
    if (!isUtf8(bytes, starts[field]!, ends[field]!)) return field;
  }
  return -1;
}

function isUtf8(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at]! < 0x80) at++;
  if (at === to) return true;
  const check = new Utf8Check();
  return check.push(bytes.subarray(at, to)) < 0 && check.isWhole;
}
