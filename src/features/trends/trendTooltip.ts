import type { TooltipModel, TooltipRow } from "#src/ui/tooltipNode.ts";

import { measureName } from "./strings.ts";
import { targetName, trendFigures } from "./trendFigures.ts";
import type { TrendDrawing } from "./trendOption.ts";

export function trendTooltip({ model, words, format }: TrendDrawing, index: number): TooltipModel | null {
  const bucket = model.buckets[index];
  if (!bucket) return null;
  const { grain, rolling, comparison } = model;
  const { figure } = trendFigures(model, format);
  const period = comparison === "none" ? undefined : words.comparison[comparison];
  const mark = model.draw === "lines" ? "line" : "square";
  const rows = model.lines.flatMap(({ measure, tone, values, before }): TooltipRow[] => {
    const name = measureName(measure, words);
    const now: TooltipRow = { name, value: figure(values[index] ?? null), tone, mark };
    // In a stack the comparison is that of the whole.
    if (period === undefined || !before || model.draw === "stacked") return [now];
    const alone = model.lines.length === 1;
    const was = { name: alone ? period : words.withComparison(name, period), value: figure(before[index] ?? null) };
    return [now, { ...was, tone: alone ? "comparison" : tone, mark: "dash" }];
  });
  const { whole } = model;
  const wasWhole =
    model.draw === "stacked" && period !== undefined && whole?.before
      ? [{ name: period, value: figure(whole.before[index] ?? null), tone: "comparison", mark: "dash" } as const]
      : [];
  const goals = model.targets.flatMap(({ measure, tone, values }): TooltipRow[] => {
    const goal = values[index] ?? null;
    return goal === null ? [] : [{ name: targetName(measure, model, words), value: figure(goal), tone, mark: "dash" }];
  });
  const day = rolling > 0 ? format.day(bucket.to) : undefined;
  return {
    title:
      day ??
      (grain === "day"
        ? `${format.bucket(bucket, grain)} ${format.weekday(bucket.from)}`
        : format.bucket(bucket, grain)),
    rows: [...rows, ...wasWhole, ...goals],
    ...(whole
      ? { total: { name: measureName(model.spec.id, words), value: figure(whole.values[index] ?? null) } }
      : {}),
    ...noteOf(rolling, model.isOpen(index), words),
  };
}

function noteOf(rolling: number, open: boolean, words: TrendDrawing["words"]): Pick<TooltipModel, "note"> {
  if (rolling > 0) return { note: words.windowNote(rolling) };
  return open ? { note: words.open } : {};
}
