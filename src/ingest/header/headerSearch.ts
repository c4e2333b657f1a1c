import { DATASETS } from "#src/domain/datasets.ts";

import { trimmed } from "#src/ingest/cells/cellText.ts";
import { columnSetOf, type ColumnSet } from "./columnSets.ts";
import type { Head } from "./headRecords.ts";
import { MAX_PREAMBLE } from "#src/ingest/limits.ts";
import { bestFit, fitOf, isComplete, type HeaderFit } from "./recognise.ts";

/** A record that may be the header, as the header of one dataset. */
export interface Candidate extends HeaderFit {
  readonly head: Head;
  /** Place of the header among the records; −1 when the file has none. */
  readonly at: number;
  /** Cells that are words. */
  readonly words: number;
}

/**
 * The record that looks most like the header of a dataset: the first that names every required column,
 * else the one that names most of them.
 */
export function bestHeader(heads: Iterable<Head>, set: ColumnSet): Candidate | undefined {
  let best: Candidate | undefined;
  for (const head of heads) {
    for (const at of head.records.slice(0, MAX_PREAMBLE).keys()) {
      const candidate = candidateAt(head, at, set);
      if (best === undefined || isBetter(candidate, best)) best = candidate;
      if (isComplete(best)) return best;
    }
  }
  return best;
}

/** The header of the dataset that it fits best; undefined when it fits none. */
export function recognisedHeader(heads: readonly Head[]): Candidate | undefined {
  return bestFit(DATASETS.flatMap((dataset) => bestHeader(heads, columnSetOf(dataset)) ?? []));
}

/** The record that looks most like a header of anything: all of its cells are words. */
export function wordyHeader(heads: readonly Head[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const head of heads) {
    for (const at of head.records.slice(0, MAX_PREAMBLE).keys()) {
      const candidate = candidateAt(head, at, columnSetOf("transactions"));
      const filled = candidate.headers.filter(({ name }) => name !== "").length;
      if (candidate.words < 2 || candidate.words < filled) continue;
      if (best === undefined || candidate.words > best.words) best = candidate;
    }
  }
  return best;
}

/** The record at a place of the head, as a header of the dataset. */
export function candidateAt(head: Head, at: number, set: ColumnSet): Candidate {
  const cells = head.records[at]?.cells ?? [];
  return { head, at, words: cells.filter(isWord).length, ...fitOf(cells, set) };
}

/** Whether a candidate for a dataset's header is better than one met before it. */
export function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.required !== b.required) return a.required > b.required;
  if (a.all !== b.all) return a.all > b.all;
  return a.words > b.words;
}

/** Text that is no number, date or amount. */
function isWord(cell: string): boolean {
  const text = trimmed(cell);
  return text.length <= 64 && /\p{L}/u.test(text) && !/\d.*\d/.test(text) && !/[:：]\S/.test(text);
}
