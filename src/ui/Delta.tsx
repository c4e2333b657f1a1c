import { classes } from "./classes.ts";
import type { Catalogue } from "./language.tsx";
import { useFormat, useStrings } from "./language.tsx";

const en = {
  none: "nothing to compare with",
  same: "unchanged",
  up: "up",
  down: "down",
  good: "better",
  bad: "worse",
};
const zh: typeof en = { none: "无可比数据", same: "持平", up: "上升", down: "下降", good: "向好", bad: "向差" };
const strings: Catalogue<typeof en> = { en, zh };

export interface DeltaProps {
  /** The change against the comparison; null where there is none. */
  readonly change: number | null;
  /** "ratio" prints a percentage, "points" percentage points. */
  readonly unit?: "ratio" | "points" | undefined;
  /** The direction that is good for the platform. */
  readonly better: "up" | "down" | "neutral";
  readonly digits?: number | undefined;
  /** The two figures compared, exact. */
  readonly title?: string | undefined;
}

/** Colour says good or bad, the mark says up or down, and the words say both. */
export function Delta({ change, unit = "ratio", better, digits = 1, title }: DeltaProps) {
  const words = useStrings(strings);
  const format = useFormat();
  if (change === null || !Number.isFinite(change)) {
    return (
      <span className="text-ink-3" title={title}>
        <span aria-hidden>—</span>
        <span className="sr-only">{words.none}</span>
      </span>
    );
  }
  const size = unit === "points" ? format.points(Math.abs(change), digits) : format.percent(Math.abs(change), digits);
  const figure = size.replace(/^\+/, "");
  const direction = /[1-9]/.test(figure) ? (change > 0 ? "up" : "down") : "same";
  const verdict = direction === "same" || better === "neutral" ? "" : direction === better ? "good" : "bad";
  return (
    <span
      title={title}
      className={classes(
        "inline-flex items-center gap-1 font-medium whitespace-nowrap",
        verdict === "good" ? "text-good" : verdict === "bad" ? "text-bad" : "text-ink-2",
      )}
    >
      <Arrow direction={direction} />
      <span className="sr-only">{words[direction]}</span>
      {figure}
      {verdict !== "" && <span className="sr-only">, {words[verdict]}</span>}
    </span>
  );
}

function Arrow({ direction }: { readonly direction: "up" | "down" | "same" }) {
  const points = { up: "4,1 8,7 0,7", down: "0,1 8,1 4,7", same: "0,3 8,3 8,5 0,5" }[direction];
  return (
    <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden className="shrink-0">
      <polygon points={points} fill="currentColor" />
    </svg>
  );
}
