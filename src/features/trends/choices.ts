import type { SearchChange } from "#src/view/view.ts";
import type { ViewSearch } from "#src/view/search.ts";

/** How trends are drawn; part of the link. */
export interface TrendChoices {
  readonly draw: "stacked" | "lines";
  readonly scale: "totals" | "shares";
  /** Days that a point averages; 0 draws buckets as they are. */
  readonly rolling: 0 | 7 | 28;
}

export function choicesOf({ draw, scale, rolling }: Pick<ViewSearch, "draw" | "scale" | "rolling">): TrendChoices {
  return {
    draw: draw ?? "stacked",
    scale: scale ?? "totals",
    rolling: rolling === "7" ? 7 : rolling === "28" ? 28 : 0,
  };
}

/** What is the default stays out of the link. */
export function choiceChange(choice: Partial<TrendChoices>): SearchChange {
  return {
    ...("draw" in choice ? { draw: choice.draw === "lines" ? "lines" : undefined } : {}),
    ...("scale" in choice ? { scale: choice.scale === "shares" ? "shares" : undefined } : {}),
    ...("rolling" in choice ? { rolling: choice.rolling === 7 ? "7" : choice.rolling === 28 ? "28" : undefined } : {}),
  };
}
