import type { CompareDifference, CompareResult } from "#src/engine/protocol.ts";
import type { TableModel } from "#src/ui/tableModel.ts";

import type { Spoken } from "./sideLabel.ts";

export interface DifferenceRow {
  readonly id: string;
  readonly measure: string;
  readonly pair: string;
  readonly difference: string;
  readonly interval: string;
  readonly verdict: string;
  readonly tone: "good" | "neutral" | "warn";
  /** Null when the sides share nobody. */
  readonly shared: string | null;
}

const TONES = { differs: "good", may_be_chance: "neutral", too_few: "warn" } as const;

/** Every pair, holding first. */
export function differenceRows(
  differences: readonly CompareDifference[],
  names: readonly string[],
  { words, format }: Spoken,
): readonly DifferenceRow[] {
  const points = (ratio: number): string => format.number(ratio * 100, 1);
  return ordered(differences).map(({ a, b, measure, difference, interval, verdict, shared }) => ({
    id: `${measure} ${a} ${b}`,
    measure: words.figures[measure],
    pair: words.against(names[a] ?? "", names[b] ?? ""),
    difference: format.points(difference),
    interval: interval === null ? format.points(null) : words.pointsRange(points(interval.low), points(interval.high)),
    verdict: words.verdicts[verdict],
    tone: TONES[verdict],
    shared: shared === 0 ? null : words.shared(format.count(shared)),
  }));
}

/** The same for files. */
export function differenceTable(
  differences: CompareResult["differences"],
  names: readonly string[],
  { words }: Spoken,
): TableModel {
  return {
    caption: words.differences,
    columns: [
      { id: "measure", label: words.measure, type: "text" },
      { id: "pair", label: words.pair, type: "text" },
      { id: "difference", label: words.difference, type: "ratio" },
      { id: "low", label: words.intervalLow, type: "ratio" },
      { id: "high", label: words.intervalHigh, type: "ratio" },
      { id: "verdict", label: words.verdict, type: "text" },
    ],
    rows: ordered(differences).map(({ a, b, measure, difference, interval, verdict }) => [
      words.figures[measure],
      words.against(names[a] ?? "", names[b] ?? ""),
      difference,
      interval?.low ?? null,
      interval?.high ?? null,
      words.verdicts[verdict],
    ]),
  };
}

function ordered(differences: readonly CompareDifference[]): CompareDifference[] {
  return differences.toSorted((a, b) => Number(a.measure !== "held90") - Number(b.measure !== "held90"));
}
