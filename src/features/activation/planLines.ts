import type { ActivationResult } from "#src/engine/protocol.ts";
import type { Format } from "#src/ui/format.ts";

import type { PlanWords } from "./planStrings.ts";

type PlanPart = keyof PlanWords["names"];

export interface PlanLine {
  readonly part: PlanPart;
  readonly name: string;
  readonly text: string;
}

interface Spoken {
  readonly words: PlanWords;
  readonly format: Format;
}

/** A trial of the best rule, line by line. */
export function planLines(result: ActivationResult, rule: string, spoken: Spoken): PlanLine[] {
  const { words, format } = spoken;
  const { fromDay, toDay } = result.outcome;
  const texts: Readonly<Record<PlanPart, string>> = {
    hypothesis: words.hypothesis(rule),
    who: words.who,
    change: words.change(rule),
    metric: words.metric(format.count(fromDay), format.count(toDay)),
    size: sizeText(result, spoken),
    time: timeText(result, spoken),
    decide: words.decide,
  };
  const parts: readonly PlanPart[] = ["hypothesis", "who", "change", "metric", "size", "time", "decide"];
  return parts.map((part) => ({ part, name: words.names[part], text: texts[part] })).filter(({ text }) => text !== "");
}

function sizeText({ trial }: ActivationResult, { words, format }: Spoken): string {
  if (trial === null) return words.noSize;
  const { perSide, from, to, half } = trial;
  return words.size({
    from: format.percent(from),
    to: format.percent(to),
    perSide: format.count(perSide),
    halfTo: format.percent(half.to),
    halfPerSide: format.count(half.perSide),
  });
}

/** Of the larger size, which is the honest one. Empty where there is no size to fill. */
function timeText({ trial, recentNewLenders, outcome }: ActivationResult, { words, format }: Spoken): string {
  if (trial === null) return "";
  if (recentNewLenders === null || recentNewLenders.lenders === 0) return words.noTime;
  const { lenders, days } = recentNewLenders;
  const fillDays = Math.ceil((2 * trial.half.perSide * days) / lenders);
  return words.time({
    rate: format.number(lenders / days, 1),
    fill: format.days(fillDays),
    wait: format.days(outcome.toDay),
    total: format.days(fillDays + outcome.toDay),
  });
}

/** As text to paste. */
export function planText(title: string, lines: readonly PlanLine[], separator: string): string {
  return [title, ...lines.map(({ name, text }) => `${name}${separator}${text}`)].join("\n");
}
