import { toneColour } from "./tones.ts";
import type { SeriesTone } from "./tones.ts";

export interface SparklineProps {
  /** One sentence for screen readers: what it shows and where it ends. */
  readonly name: string;
  /** In order; null leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly tone: SeriesTone;
  /** Stretches to the full width when left out. */
  readonly widthPx?: number | undefined;
  readonly heightPx?: number | undefined;
  readonly strokePx?: number | undefined;
  readonly filled?: boolean | undefined;
}

const UNITS = 1000;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Runs of neighbouring values, as points in a box of UNITS by the height. */
function runsOf(values: readonly (number | null)[], heightPx: number): Point[][] {
  const known = values.filter((value) => value !== null);
  const least = Math.min(...known);
  const spread = Math.max(...known) - least || 1;
  const step = UNITS / Math.max(1, values.length - 1);
  const inset = 3;
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) run = [];
    else {
      if (run.length === 0) runs.push(run);
      run.push({ x: index * step, y: inset + (1 - (value - least) / spread) * (heightPx - 2 * inset) });
    }
  }
  return runs;
}

export function Sparkline(props: SparklineProps) {
  const { name, values, tone, widthPx, heightPx = 28, strokePx = 1.5, filled = true } = props;
  const runs = runsOf(values, heightPx);
  const line = runs
    .map((run) => run.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join(""))
    .join("");
  const last = runs.at(-1)?.at(-1);
  const colour = toneColour(tone);
  return (
    <div
      role="img"
      aria-label={name}
      className="keeps-colour relative"
      style={{ width: widthPx ?? "100%", height: heightPx }}
    >
      <svg
        viewBox={`0 0 ${UNITS} ${heightPx}`}
        preserveAspectRatio="none"
        aria-hidden
        className="absolute inset-0 h-full w-full overflow-visible"
      >
        {filled &&
          runs.map((run) => (
            <path
              key={run[0]?.x}
              d={areaOf(run, heightPx)}
              style={{ fill: `color-mix(in srgb, ${colour} 9%, transparent)` }}
            />
          ))}
        <path
          d={line}
          fill="none"
          style={{ stroke: colour }}
          strokeWidth={strokePx}
          strokeLinejoin="round"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {last !== undefined && (
        <span
          className="absolute size-[5px] -translate-1/2 rounded-full ring-2 ring-surface"
          style={{ left: `${last.x / 10}%`, top: last.y, background: colour }}
        />
      )}
    </div>
  );
}

/** The run, and back along the bottom. */
function areaOf(run: readonly Point[], heightPx: number): string {
  const top = run.map(({ x, y }) => `L${x.toFixed(1)} ${y.toFixed(1)}`).join("");
  const [first, last] = [run[0]?.x ?? 0, run.at(-1)?.x ?? 0];
  return `M${first.toFixed(1)} ${heightPx}${top}L${last.toFixed(1)} ${heightPx}Z`;
}
