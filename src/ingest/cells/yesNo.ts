import { textOf } from "#src/ingest/text/bytes.ts";
import { plainWord } from "#src/ingest/text/plainWord.ts";

const NO = new Set(["no", "n", "false", "f", "0", "否", "不是", "手动", "手工", "manual"]);
const YES = new Set(["yes", "y", "true", "t", "1", "是", "自动", "auto", "automatic"]);

/** 2 for a word that says yes, 1 for one that says no, 0 for anything else. */
export function yesNo(bytes: Uint8Array, from: number, to: number): number {
  if (from === to) return 0;
  const word = plainWord(textOf(bytes, from, to));
  return YES.has(word) ? 2 : NO.has(word) ? 1 : 0;
}
