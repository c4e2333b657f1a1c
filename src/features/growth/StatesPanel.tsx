import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";

import { LENDER_STATES } from "#src/domain/lenderStates.ts";
import type { Filter, LenderStatesResult } from "#src/engine/protocol.ts";
import { BarInCell } from "#src/ui/BarInCell.tsx";
import { buttonClass } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { plural, useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { LENDER_STATE_TONES } from "#src/ui/lenderStateNames.ts";
import { Money } from "#src/ui/Money.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { growthInfo } from "./growthInfo.ts";
import { lenderStatesQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const ROW_PX = 68;

export interface StatesPanelProps {
  readonly filter: Filter;
}

export function StatesPanel({ filter }: StatesPanelProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(lenderStatesQuery(methods, { filter }, revision));
  if (query.isPending) return <PanelPending title={words.states} heightPx={LENDER_STATES.length * ROW_PX} />;
  if (query.isError) {
    return <PanelFailed title={words.states} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.states.every(({ lenders }) => lenders === 0)) {
    return <PanelEmpty title={words.states} message={words.statesEmpty} hint={words.statesEmptyHint} />;
  }
  return <States result={query.data} filter={filter} />;
}

interface StatesProps extends StatesPanelProps {
  readonly result: LenderStatesResult;
}

function States({ result: { states, basis }, filter }: StatesProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const all = states.reduce((sum, { lenders }) => sum + lenders, 0);
  return (
    <Card
      title={words.states}
      subtitle={words.statesSubtitle(format.day(basis.asOf))}
      info={growthInfo(basis, { name: words.states, sentence: words.statesSentence, rule: "LS4" })}
      actions={
        <Link to="/lenders" className={buttonClass("secondary", "sm")}>
          {words.openLenders}
        </Link>
      }
      padded={false}
    >
      <ul className="divide-y divide-line border-t border-line">
        {states.map((row) => (
          <StateRow key={row.state} row={row} share={all === 0 ? null : row.lenders / all} filter={filter} />
        ))}
      </ul>
    </Card>
  );
}

interface StateRowProps {
  readonly row: LenderStatesResult["states"][number];
  readonly share: number | null;
  readonly filter: Filter;
}

function StateRow({ row: { state, lenders, balance }, share, filter }: StateRowProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const language = useLanguage();
  const showRows = useShowRows();
  const name = words.stateNames[state];
  const count = plural(language, lenders, words.lenderCount).replace("#", format.count(lenders));
  return (
    <li>
      <button
        type="button"
        aria-label={[
          name,
          words.stateHints[state],
          count,
          `${words.balance} ${format.money(balance)}`,
          `${words.share} ${format.percent(share)}`,
        ].join(", ")}
        disabled={lenders === 0}
        onClick={() =>
          showRows({
            title: words.rowsOfState(name),
            subtitle: words.stateHints[state],
            where: { lenderState: state, filter },
          })
        }
        className="grid w-full grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 px-4 py-2.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="flex min-w-0 flex-col gap-0.5">
          <span className="font-strong">{name}</span>
          <span className="text-label text-ink-3">{words.stateHints[state]}</span>
        </span>
        <span className="flex flex-col items-end gap-0.5">
          <span className="font-strong">{count}</span>
          <span className="text-label text-ink-2">{balance === 0 ? format.money(0) : <Money fen={balance} />}</span>
        </span>
        <span className="col-span-2 mt-1.5 flex items-center gap-2">
          <span className="min-w-0 flex-1 [&>span]:w-full!">
            <BarInCell share={share} tone={LENDER_STATE_TONES[state]} />
          </span>
          <span className="w-11 text-right text-label text-ink-3">{format.percent(share)}</span>
        </span>
      </button>
    </li>
  );
}
