import { Pencil, Trash2 } from "lucide-react";

import type { Basis, TargetProgress } from "#src/engine/protocol.ts";
import { BulletBar } from "#src/ui/BulletBar.tsx";
import { classes } from "#src/ui/classes.ts";
import { InfoPopover } from "#src/ui/InfoPopover.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Mark } from "#src/ui/Legend.tsx";
import { Menu } from "#src/ui/Menu.tsx";
import { isGoodPace, paceStrings, paceText, targetFigures } from "#src/ui/paceWords.ts";

import { strings, type TargetWords } from "./strings.ts";
import { nameOf, TONES } from "./targetNames.ts";

export interface TargetTileProps {
  readonly target: TargetProgress;
  readonly basis: Basis;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  /** Undefined where the figure is made of no rows. */
  readonly onSeeRows: (() => void) | undefined;
}

/** One target: how much of it is there, how much would be by now, and whose it is. */
export function TargetTile({ target, basis, onEdit, onRemove, onSeeRows }: TargetTileProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { metric, share, owner } = target;
  const name = nameOf(target, words);
  const goal = targetFigures(target, format)(target.target);
  const tone = metric === null ? "other" : TONES[metric];
  return (
    <li className="card flex min-w-0 flex-col gap-2 rounded-card border border-line bg-surface p-4">
      <div className="flex min-w-0 items-center gap-1.5">
        <Mark mark={metric === "outstanding" ? "line" : "square"} tone={tone} />
        <h3 className="min-w-0 truncate font-label">{name}</h3>
        <InfoPopover definition={definitionOf(target, { basis, words, format })} />
        <span className="no-print ml-auto">
          <Menu
            label={words.more(name)}
            items={[
              { id: "edit", label: words.editTarget, icon: <Pencil size={14} aria-hidden />, onSelect: onEdit },
              {
                id: "remove",
                label: words.removeTarget,
                icon: <Trash2 size={14} aria-hidden />,
                onSelect: onRemove,
                danger: true,
              },
            ]}
          />
        </span>
      </div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Actual target={target} name={name} onSeeRows={onSeeRows} />
        <span className="text-label text-ink-2">{metric === "exits" ? words.ofMost(goal) : words.of(goal)}</span>
        {share !== null && target.target > 0 && <span className="ml-auto font-strong">{format.percent(share)}</span>}
      </p>
      <BulletBar share={Math.max(0, share ?? 0)} expected={expectedShare(target)} tone={tone} />
      <PaceLines target={target} basis={basis} />
      <p className="mt-auto pt-1 text-label text-ink-3">{owner === "" ? words.noOwner : words.owner(owner)}</p>
    </li>
  );
}

function Actual({
  target,
  name,
  onSeeRows,
}: Pick<TargetTileProps, "target" | "onSeeRows"> & { readonly name: string }) {
  const words = useStrings(strings);
  const format = useFormat();
  const { unit, actual } = target;
  const value = targetFigures(target, format)(actual);
  const exact = unit === "fen" ? format.moneyExact(actual) : value;
  if (!onSeeRows) {
    return (
      <span className="text-kpi font-strong" title={exact}>
        {value}
      </span>
    );
  }
  return (
    <button
      type="button"
      aria-label={words.seeRows(name, value)}
      title={exact}
      onClick={onSeeRows}
      className="-mx-1 rounded-control px-1 text-kpi font-strong transition-colors hover:bg-hover"
    >
      {value}
    </button>
  );
}

/** Ahead or behind with the amount, and what the expectation was made of. */
function PaceLines({ target, basis }: Pick<TargetTileProps, "target" | "basis">) {
  const words = useStrings(strings);
  const paces = useStrings(paceStrings);
  const format = useFormat();
  const pace = paceText(target, paces, format);
  return (
    <div className="text-label text-ink-2">
      {pace !== undefined && (
        <p className={classes("font-medium", isGoodPace(target.pace) ? "text-good" : "text-bad")}>{pace}</p>
      )}
      <p>{basisText(target, { basis, words, format })}</p>
    </div>
  );
}

interface Spoken {
  readonly basis: Basis;
  readonly words: TargetWords;
  readonly format: ReturnType<typeof useFormat>;
}

/** What the figure covers, or why there is none. */
function basisText(target: TargetProgress, { basis, words, format }: Spoken): string {
  const { metric, actual, isOver, month, expectedByNow, shapeMonths } = target;
  if (metric === null) return words.unknownMetric;
  if (basis.asOf === null) return words.noLedger;
  if (actual === null) return month.from > basis.asOf ? words.toCome : words.noData;
  if (isOver) return metric === "outstanding" ? words.atEnd : words.whole;
  const soFar = words.soFar(format.day(basis.asOf));
  if (expectedByNow === null) return `${soFar}. ${words.noShape}`;
  const from = metric === "outstanding" ? words.straight : words.fromMonths(shapeMonths);
  return `${soFar}: ${words.expected(targetFigures(target, format)(expectedByNow))}, ${from}`;
}

function expectedShare({ expectedByNow, target }: TargetProgress): number | null {
  return expectedByNow === null || target <= 0 ? null : expectedByNow / target;
}

function definitionOf(target: TargetProgress, { basis, words, format }: Spoken) {
  const { unit, actual, expectedByNow } = target;
  const figure = (value: number | null): string => (unit === "fen" ? format.moneyExact(value) : format.count(value));
  return {
    name: `${nameOf(target, words)} · ${words.paceName}`,
    sentence: words.paceSentence,
    formula: words.paceFormula,
    inputs: [
      { name: words.target, value: figure(target.target) },
      { name: words.actual, value: figure(actual) },
      ...(expectedByNow === null ? [] : [{ name: words.paceName, value: figure(expectedByNow) }]),
    ],
    rule: target.metric === "outstanding" ? "TA3" : "TA2",
    switches: basis.switches,
    sourceRows: basis.sourceRows,
    rejectedRows: basis.rejectedRows,
    asOf: basis.asOf,
  };
}
