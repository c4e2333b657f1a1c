import { useQuery } from "@tanstack/react-query";
import { ArrowUpRight } from "lucide-react";
import { lazy, Suspense, type ReactNode } from "react";

import type { Period } from "#src/domain/period.ts";
import type { TargetMetric } from "#src/engine/protocol.ts";
import { classes } from "#src/ui/classes.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import type { SeriesTone } from "#src/ui/tones.ts";
import { NARROW, useMediaQuery } from "#src/ui/useMediaQuery.ts";
import { useEngine } from "#src/view/engine.tsx";
import { hasTargets, isWhole } from "#src/view/targets.ts";
import type { View } from "#src/view/view.ts";

import { definitionOf } from "./definitions.ts";
import { movementOf } from "./movement.ts";
import { seriesQuery, yearArgs, type SeriesAnswer } from "./queries.ts";
import { totalsScale } from "./scales.ts";
import { movementSentence } from "./sentence.ts";
import { strings } from "./strings.ts";
import { TreeBranches } from "./TreeBranches.tsx";
import { TreeHero } from "./TreeHero.tsx";
import { treeModel, type TreeNodeId } from "./treeModel.ts";
import { useFigureRows } from "./useFigureRows.ts";

const HeroTarget = lazy(async () => ({ default: (await import("./TreeTargets.tsx")).HeroTarget }));
const NodeTarget = lazy(async () => ({ default: (await import("./TreeTargets.tsx")).NodeTarget }));

/** The targets of the nodes, in the nodes' colours. */
const NODE_TARGETS: Partial<Record<TreeNodeId, { readonly metric: TargetMetric; readonly tone: SeriesTone }>> = {
  volume: { metric: "volume", tone: "volume" },
  exits: { metric: "exits", tone: "exits" },
  new: { metric: "volume_new", tone: "new" },
  returning: { metric: "volume_returning", tone: "returning" },
};

/** Of the panel with its core terms, so that nothing moves when they arrive. */
const HEIGHT_PX = { wide: 322, narrow: 708 };

export interface TreePanelProps {
  readonly view: View;
}

/** The north star as its formula, with a sentence on what moved it. */
export function TreePanel({ view }: TreePanelProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const heightPx = HEIGHT_PX[useMediaQuery(NARROW) ? "narrow" : "wide"];
  const query = useQuery(seriesQuery(methods, view, revision));
  return (
    <section
      aria-label={words.tree}
      aria-busy={query.isPlaceholderData}
      className={classes("card rounded-card border border-line bg-surface", query.isPlaceholderData && "opacity-60")}
    >
      {query.isPending ? (
        <div className="p-4">
          <PanelPending heightPx={heightPx} />
        </div>
      ) : query.isError ? (
        <PanelFailed error={query.error} heightPx={heightPx} onRetry={() => void query.refetch()} />
      ) : query.data.buckets.length === 0 ? (
        <PanelEmpty message={words.empty} hint={words.emptyHint} heightPx={heightPx} />
      ) : (
        <Tree answer={query.data} view={view} />
      )}
    </section>
  );
}

function Tree({ answer, view }: { readonly answer: SeriesAnswer; readonly view: View }) {
  const { methods, status, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useFigureRows(answer);
  const since = status.firstDay ?? view.period.from;
  const year = useQuery(seriesQuery(methods, yearArgs(view, since), revision)).data;
  const { args, total, comparison } = answer;
  const tree = treeModel(answer);
  const scale = totalsScale(total, format);
  const parts = tree.branches.flatMap((branch) => branch.parts);
  // A target is of the whole ledger and of the month that the last day of data is in.
  const aims = hasTargets(status.tables) && isWhole(args.filter) && total.period.to === status.asOf;
  return (
    <>
      <div className="flex flex-col gap-4 p-4 lg:flex-row lg:gap-4">
        <TreeHero
          tree={tree}
          comparison={args.comparison}
          definition={definitionOf("outstanding", answer, format)}
          onSeeRows={() => showRows({ figure: "outstanding" })}
          target={
            aims ? (
              <Suspense fallback={<div className="md:h-[30px]" />}>
                <HeroTarget metric="outstanding" tone="outstanding" />
              </Suspense>
            ) : undefined
          }
          year={year && { period: year.args.period, values: year.points.outstanding }}
        />
        <TreeBranches
          branches={tree.branches}
          scale={scale}
          partScale={format.scaleFor(Math.max(...parts.map(({ value }) => Math.abs(value))))}
          period={format.period(total.period)}
          definition={(id) => definitionOf(id, answer, format)}
          onSeeRows={(figure) => showRows({ figure })}
          target={aims ? (id) => nodeTarget(id, total.period) : undefined}
        />
      </div>
      <p className="border-t border-line px-4 py-2.5 text-body text-ink-2">
        {movementSentence(movementOf(total, comparison?.total ?? null), { comparison: args.comparison, scale }, format)}{" "}
        <button
          type="button"
          onClick={() => showRows({ figure: "everything" })}
          className="inline-flex min-h-6 items-center gap-0.5 font-strong whitespace-nowrap text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {words.seeRows}
          <ArrowUpRight size={13} aria-hidden />
        </button>
      </p>
    </>
  );
}

function nodeTarget(id: TreeNodeId, period: Period): ReactNode {
  const aim = NODE_TARGETS[id];
  if (!aim) return null;
  return (
    <Suspense>
      <NodeTarget {...aim} period={period} />
    </Suspense>
  );
}
