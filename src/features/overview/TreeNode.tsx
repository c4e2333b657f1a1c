import type { ReactNode } from "react";

import { classes } from "#src/ui/classes.ts";
import { Delta } from "#src/ui/Delta.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { InfoPopover, type Definition } from "#src/ui/InfoPopover.tsx";
import { Mark } from "#src/ui/Legend.tsx";
import type { MoneyScale } from "#src/ui/moneyFormat.ts";
import { Sparkline } from "#src/ui/Sparkline.tsx";

import { figureName } from "./definitions.ts";
import { strings } from "./strings.ts";
import type { TreeNodeId, TreeNodeModel } from "./treeModel.ts";

export interface TreeNodeProps {
  readonly node: TreeNodeModel;
  /** Shared by the nodes of a column. */
  readonly scale: MoneyScale;
  /** As printed in the names of its trends. */
  readonly period: string;
  readonly definition: (id: TreeNodeId) => Definition;
  readonly onSeeRows: (id: TreeNodeId) => void;
  /** How far the month's target is, at the end of the name's line. */
  readonly target?: ((id: TreeNodeId) => ReactNode) | undefined;
  /** What its share is a share of. */
  readonly whole?: string | undefined;
}

export function TreeNode({ node, scale, period, definition, onSeeRows, target, whole }: TreeNodeProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const name = figureName(node.id, words);
  const value = format.money(node.value, { scale });
  const leaf = node.parts.length === 0;
  const hint = node.id in words.hints ? words.hints[node.id as keyof typeof words.hints] : undefined;
  const exact = format.moneyExact(node.value);
  const title = node.comparison ? `${exact} ← ${format.moneyExact(node.comparison.before)}` : exact;
  return (
    <div
      className={classes(
        "relative flex min-w-0 flex-1 items-end gap-2 rounded-node border border-line bg-surface transition-colors hover:border-line-strong hover:bg-hover",
        node.small ? "px-3 py-1" : leaf ? "px-3 py-1.5" : "px-3.5 py-2.5",
      )}
    >
      <div className={classes("min-w-0 flex-1", node.small && "flex flex-wrap items-center gap-x-2")}>
        <div className="flex min-w-0 items-center gap-1.5">
          <Mark mark={node.id === "opening" ? "line" : "square"} tone={node.tone} />
          <span className="font-label whitespace-nowrap">{name}</span>
          {hint !== undefined && !node.small && (
            <span className="truncate text-label text-ink-3 max-sm:hidden">{hint}</span>
          )}
          <span className="relative z-10 -my-1 flex">
            <InfoPopover definition={{ ...definition(node.id), onSeeRows: () => onSeeRows(node.id) }} />
          </span>
          {target?.(node.id)}
        </div>
        <div className="flex flex-wrap items-baseline gap-x-2">
          <button
            type="button"
            aria-label={words.asSeen(name, value)}
            title={exact}
            onClick={() => onSeeRows(node.id)}
            className={classes(
              "font-strong whitespace-nowrap after:absolute after:inset-0 after:rounded-node",
              node.small ? "text-body" : leaf ? "text-leaf" : "text-kpi",
            )}
          >
            {value}
          </button>
          {node.comparison && node.comparison.ratio !== null && (
            <span className="text-label">
              <Delta change={node.comparison.ratio} better={node.better} title={title} />
            </span>
          )}
          {node.share !== null && whole !== undefined && (
            <span className="text-label text-ink-2" title={words.shareOf(format.percent(node.share), whole)}>
              <span aria-hidden>{format.percent(node.share, 0)}</span>
              <span className="sr-only">{words.shareOf(format.percent(node.share, 0), whole)}</span>
            </span>
          )}
        </div>
      </div>
      {!node.small && node.values.length > 1 && (
        <div className={classes("shrink-0 pb-0.5", leaf ? "w-[22%] max-w-24" : "w-[30%] max-w-32")}>
          <Sparkline name={words.trend(name, period)} values={node.values} tone={node.tone} heightPx={leaf ? 26 : 36} />
        </div>
      )}
    </div>
  );
}
