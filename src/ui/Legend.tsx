import { classes } from "./classes.ts";
import { toneColour } from "./tones.ts";
import type { SeriesTone } from "./tones.ts";

/** Shaped like the series that it names. */
type LegendMark = "line" | "dash" | "dots" | "square" | "outline";

export interface LegendItem {
  readonly name: string;
  readonly mark: LegendMark;
  readonly tone: SeriesTone;
  /** Brings the series out in the chart, or puts it back; without it the name is only read. */
  readonly onPick?: (() => void) | undefined;
  readonly isPicked?: boolean | undefined;
}

export interface LegendProps {
  readonly items: readonly LegendItem[];
}

export function Legend({ items }: LegendProps) {
  return (
    <ul className="flex flex-wrap items-center gap-x-3.5 gap-y-1 text-label text-ink-2">
      {items.map((item) => (
        <li key={item.name}>
          <Name item={item} />
        </li>
      ))}
    </ul>
  );
}

const NAME = "flex items-center gap-1.5 whitespace-nowrap";

function Name({ item }: { readonly item: LegendItem }) {
  const { name, mark, tone, onPick, isPicked } = item;
  const inside = (
    <>
      <Mark mark={mark} tone={tone} />
      {name}
    </>
  );
  if (onPick === undefined) return <span className={NAME}>{inside}</span>;
  return (
    <button
      type="button"
      aria-pressed={isPicked}
      onClick={onPick}
      className={classes(NAME, "min-h-6 rounded-control hover:text-ink", isPicked === true && "font-strong text-ink")}
    >
      {inside}
    </button>
  );
}

export function Mark({ mark, tone }: Pick<LegendItem, "mark" | "tone">) {
  const colour = toneColour(tone);
  if (mark === "square") return <span className="keeps-colour size-2 rounded-swatch" style={{ background: colour }} />;
  if (mark === "outline") {
    const background = `color-mix(in srgb, ${colour} 20%, transparent)`;
    return <span className="keeps-colour size-2 rounded-swatch border" style={{ borderColor: colour, background }} />;
  }
  const [stroke, dash] = mark === "line" ? [2.25, undefined] : mark === "dash" ? [1.25, "3 3"] : [1.25, "1.5 3"];
  return (
    <svg width="14" height="8" aria-hidden className="keeps-colour shrink-0">
      <line x1="0" y1="4" x2="14" y2="4" style={{ stroke: colour }} strokeWidth={stroke} strokeDasharray={dash} />
    </svg>
  );
}
