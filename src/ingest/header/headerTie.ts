import { DATASETS } from "#src/domain/datasets.ts";

import { columnSetOf } from "./columnSets.ts";
import { headerOf, headerWord } from "./headers.ts";
import { isGateWord } from "./layout.ts";
import { MAX_PREAMBLE } from "#src/ingest/limits.ts";

const LEAD_OF_THREE = 0xe0;

/**
 * Settles a file whose bytes are UTF-8 as well as GB18030, as 状态 and 元 in GBK are: true when more names of columns are
 * understood in its first bytes as GB18030. Where neither reading says more it is UTF-8.
 */
export function isHeaderOfGb18030(head: Uint8Array): boolean {
  // Chinese in UTF-8 has characters of three bytes, which words of GBK hardly ever make.
  if (head.some((byte) => byte >= LEAD_OF_THREE)) return false;
  return mostNames(head, "gb18030") > mostNames(head, "utf-8");
}

/** How many names of columns the best of the first lines holds. */
function mostNames(head: Uint8Array, encoding: "utf-8" | "gb18030"): number {
  const lines = new TextDecoder(encoding).decode(head).split(/[\r\n]+/, MAX_PREAMBLE);
  return Math.max(...lines.map((line) => line.split(/[,;\t|]/).filter(isName).length));
}

function isName(cell: string): boolean {
  const name = cell.replaceAll('"', "");
  return (
    isGateWord(headerWord(name)) ||
    DATASETS.some((dataset) => headerOf(name, columnSetOf(dataset)).column !== undefined)
  );
}
