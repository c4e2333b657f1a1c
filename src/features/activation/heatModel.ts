import type { ActivationAction, ActivationCandidate, ActivationResult } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";
import type { HeatCell, HeatColumn, HeatRow } from "#src/ui/heatRows.ts";

import { scoreText } from "./figures.ts";
import type { ActivationWords } from "./strings.ts";

export interface HeatModel {
  readonly action: ActivationAction;
  /** Thresholds. */
  readonly columns: readonly HeatColumn[];
  /** Windows; the size is how many did it at the lowest threshold. */
  readonly rows: readonly HeatRow[];
}

interface Spoken {
  readonly words: ActivationWords;
  readonly format: Format;
}

/** A table for every action, in the order in which they were searched. */
export function heatModels(result: ActivationResult, spoken: Spoken): HeatModel[] {
  const { words, format } = spoken;
  const actions = distinct(result.candidates.map(({ action }) => action));
  return actions.map((action) => {
    const own = result.candidates.filter((candidate) => candidate.action === action);
    const thresholds = distinct(own.map(({ threshold }) => threshold));
    const windows = distinct(own.map(({ windowDays }) => windowDays));
    return {
      action,
      columns: thresholds.map((threshold) => ({
        id: String(threshold),
        label: words.atLeast(format.count(threshold)),
      })),
      rows: windows.map((windowDays) => {
        const line = own.filter((candidate) => candidate.windowDays === windowDays);
        return {
          id: String(windowDays),
          label: format.days(windowDays),
          size: line[0] === undefined ? 0 : didCount(line[0]),
          small: false,
          cells: line.map((candidate) => cellOf(candidate, result, spoken)),
        };
      }),
    };
  });
}

/** The score of the fullest colour: the highest of all tables, so that they can be compared. */
export function highestScore(result: ActivationResult): number {
  return Math.max(0, ...result.candidates.filter(({ isEligible }) => isEligible).map(({ figures }) => figures.mcc));
}

function cellOf(candidate: ActivationCandidate, { best }: ActivationResult, { words, format }: Spoken): HeatCell {
  const { figures, isEligible } = candidate;
  const { falseNegative, trueNegative } = figures;
  const didNot = falseNegative + trueNegative;
  const isBest = best !== null && isSameRule(candidate, best.candidate);
  return {
    value: figures.mcc,
    text: scoreText(figures.mcc, format),
    muted: !isEligible,
    outlined: isBest,
    lines: [
      ...(isBest ? [{ label: words.line.isBest, value: words.line.yes }] : []),
      ...(isEligible ? [] : [{ label: words.line.grey, value: words.line.yes }]),
      { label: words.line.did, value: format.count(didCount(candidate)) },
      { label: words.line.precision, value: format.percent(figures.precision) },
      { label: words.line.others, value: format.percent(didNot === 0 ? null : falseNegative / didNot) },
    ],
  };
}

function isSameRule(a: ActivationCandidate, b: ActivationCandidate): boolean {
  return a.action === b.action && a.windowDays === b.windowDays && a.threshold === b.threshold;
}

function didCount({ figures }: ActivationCandidate): number {
  return figures.truePositive + figures.falsePositive;
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
