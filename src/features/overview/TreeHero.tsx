import type { ReactNode } from "react";

import type { Period } from "#src/domain/period.ts";
import { Delta } from "#src/ui/Delta.tsx";
import { InfoPopover, type Definition } from "#src/ui/InfoPopover.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Sparkline } from "#src/ui/Sparkline.tsx";
import type { Comparison } from "#src/engine/protocol.ts";

import { strings } from "./strings.ts";
import type { TreeModel } from "./treeModel.ts";

/** Fills the column beside the branches without making it taller. */
const HERO_TREND_PX = 168;
/** What a target takes of it. */
const TARGET_PX = 30;

export interface TreeHeroProps {
  readonly tree: TreeModel;
  readonly comparison: Comparison;
  readonly definition: Definition;
  readonly onSeeRows: () => void;
  /** How far the month's target is, 30 px high. */
  readonly target?: ReactNode;
  /** The balance by week; undefined while it is being computed. */
  readonly year: { readonly period: Period; readonly values: readonly (number | null)[] } | undefined;
}

export function TreeHero({ tree, comparison, definition, onSeeRows, target, year }: TreeHeroProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const scale = format.scaleFor(tree.closing);
  const value = format.money(tree.closing, { scale });
  const against = tree.comparison;
  const trendPx = target === undefined ? HERO_TREND_PX : HERO_TREND_PX - TARGET_PX;
  return (
    <div className="flex min-w-0 flex-col lg:w-[30%]">
      <div className="flex items-center gap-1">
        <h2 className="text-card font-strong">{words.balance}</h2>
        <InfoPopover definition={{ ...definition, onSeeRows }} />
      </div>
      <p>
        <button
          type="button"
          aria-label={words.asSeen(words.balance, value)}
          title={format.moneyExact(tree.closing)}
          onClick={onSeeRows}
          className="-mx-1 rounded-control px-1 text-hero font-strong whitespace-nowrap transition-colors hover:bg-hover"
        >
          {value}
        </button>
      </p>
      <p className="flex flex-wrap items-baseline gap-x-2 text-label text-ink-2">
        {comparison !== "none" && against && (
          <>
            <Delta
              change={against.ratio}
              better="up"
              title={`${format.moneyExact(tree.closing)} ← ${format.moneyExact(against.before)}`}
            />
            <span>{words.against[comparison]}</span>
          </>
        )}
        {comparison !== "none" && !against && <span>{words.nothingEarlier}</span>}
        <span title={format.moneyExact(tree.change, { sign: true })}>
          {words.change(format.money(tree.change, { sign: true }))}
        </span>
      </p>
      {target}
      <div className="mt-auto pt-5">
        {year ? (
          <>
            <Sparkline
              name={words.yearTrend(format.day(year.period.from), format.day(year.period.to))}
              values={year.values}
              tone="outstanding"
              heightPx={trendPx}
              strokePx={2}
            />
            <p aria-hidden className="flex justify-between pt-1.5 text-micro text-ink-3">
              <span>{format.day(year.period.from)}</span>
              <span>{format.day(year.period.to)}</span>
            </p>
          </>
        ) : (
          <div className="skeleton" style={{ height: trendPx + 21 }} />
        )}
      </div>
    </div>
  );
}
