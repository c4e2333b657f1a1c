import type { TooltipModel } from "#src/ui/tooltipNode.ts";

import type { FlowsDrawing } from "./flowsOption.ts";
import { largestScale } from "./scales.ts";

export function flowsTooltip({ model, words, format }: FlowsDrawing, index: number): TooltipModel | null {
  const bucket = model.buckets[index];
  if (!bucket) return null;
  const stock = largestScale(model.outstanding, format);
  const flow = largestScale(
    model.bars.map(({ values }) => values[index] ?? null),
    format,
  );
  const before = model.comparison === "none" ? undefined : model.before;
  const title =
    model.grain === "day"
      ? `${format.bucket(bucket, "day")} ${format.weekday(bucket.from)}`
      : format.bucket(bucket, model.grain);
  return {
    title,
    rows: [
      {
        name: words.balance,
        value: format.money(model.outstanding[index] ?? null, { scale: stock }),
        tone: "outstanding",
        mark: "line",
      },
      ...(before && model.comparison !== "none"
        ? [
            {
              name: words.comparison[model.comparison],
              value: format.money(before[index] ?? null, { scale: stock }),
              tone: "comparison" as const,
              mark: "dash" as const,
            },
          ]
        : []),
      ...model.bars.map(({ term, values }) => ({
        name: words.terms[term.id],
        value: format.money(values[index] ?? null, { scale: flow, sign: true }),
        tone: term.tone,
      })),
    ],
    total: { name: words.netChange, value: format.money(model.netChange[index] ?? null, { sign: true }) },
    ...(bucket.complete ? {} : { note: words.unfinished }),
  };
}
