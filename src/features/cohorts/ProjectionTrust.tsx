import type { ProjectionResult } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useSetSearch } from "#src/view/view.ts";

import type { ProjectionPanelProps } from "./ProjectionChart.tsx";
import { projectionStrings } from "./projectionStrings.ts";

const LEAST_COHORTS = 6;

/** How far to trust the projection: where it ends, what it got wrong before, and whether a month broke its pattern. */
export function ProjectionTrust({ view, result }: ProjectionPanelProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <PastError backtest={result.backtest} />
      <Reach view={view} result={result} />
      <BrokenPattern view={view} result={result} />
    </div>
  );
}

function PastError({ backtest }: Pick<ProjectionResult, "backtest">) {
  const words = useStrings(projectionStrings);
  const format = useFormat();
  if (backtest === null) return <p>{words.noBacktest}</p>;
  const { origins, cells, wape, coverage } = backtest;
  const line = words.backtest({
    origins: format.count(origins),
    cells: format.count(cells),
    ladder: format.percent(wape.ladder, 0),
    additive: format.percent(wape.additive, 0),
  });
  return (
    <p>
      {line}
      {coverage !== null && ` ${words.coverage(format.percent(coverage, 0))}`}
    </p>
  );
}

function Reach({ view, result }: ProjectionPanelProps) {
  const words = useStrings(projectionStrings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const { horizon, ladderAge, cohorts } = result;
  if (horizon === null) return null;
  const hasRange = cohorts.length >= LEAST_COHORTS;
  const isBeyond = hasRange && ladderAge !== null && ladderAge > 0 && horizon > ladderAge;
  return (
    <>
      {horizon < view.args.horizonMonths && <p>{words.capped(format.age(horizon, "month"))}</p>}
      {!hasRange && <p>{words.fewCohorts}</p>}
      {isBeyond && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {words.noRange(format.age(ladderAge, "month"))}
          <Button size="sm" onClick={() => setSearch({ horizon: String(ladderAge) })}>
            {words.toRange(format.age(ladderAge, "month"))}
          </Button>
        </p>
      )}
    </>
  );
}

function BrokenPattern({ view, result }: ProjectionPanelProps) {
  const words = useStrings(projectionStrings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const flagged = result.diagonals.filter(({ isFlagged }) => isFlagged);
  if (flagged.length === 0) return null;
  const months = format.list(flagged.map(({ month }) => format.month(month.from)));
  return (
    <p role="note" aria-label={words.flaggedTitle} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-warn">
      {view.args.lastDiagonalsOnly ? words.diagonalStill(months) : words.diagonal(months)}
      {!view.args.lastDiagonalsOnly && (
        <Button size="sm" onClick={() => setSearch({ diagonals: "6" })}>
          {words.useLast}
        </Button>
      )}
    </p>
  );
}
