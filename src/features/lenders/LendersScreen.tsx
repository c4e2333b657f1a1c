import { useQuery } from "@tanstack/react-query";

import type { LendersPage } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { isUnderstood, rulesToText } from "#src/view/lenderRules.ts";
import { useSetSearch, useViewSearch } from "#src/view/view.ts";

import { LendersList } from "./LendersList.tsx";
import { LendersToolbar } from "./LendersToolbar.tsx";
import { lendersViewOf, type LendersView } from "./lendersView.ts";
import { lenderTotalsQuery } from "./queries.ts";
import { RuleChips } from "./RuleChips.tsx";
import { SegmentsPanel } from "./SegmentsPanel.tsx";
import { StateStrip } from "./StateStrip.tsx";
import { strings } from "./strings.ts";

const PENDING_PX = 640;

export function LendersScreen() {
  const view = lendersViewOf(useViewSearch());
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const { search, rules, filter } = view;
  const totals = useQuery(lenderTotalsQuery(methods, { search, rules, filter }, revision));
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {totals.isPending && <PanelPending title={words.title} heightPx={PENDING_PX} />}
      {totals.isError && <PanelFailed title={words.title} error={totals.error} onRetry={() => void totals.refetch()} />}
      {totals.isSuccess && <Explorer view={view} totals={totals.data} />}
      <SegmentsPanel view={view} />
    </div>
  );
}

interface ExplorerProps {
  readonly view: LendersView;
  readonly totals: LendersPage;
}

function Explorer({ view, totals }: ExplorerProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { asOf, sourceRows, rejectedRows, switches } = totals.basis;
  return (
    <Card
      title={words.title}
      subtitle={words.subtitle(format.day(asOf))}
      info={{ name: words.title, sentence: words.sentence, rule: "LX1", asOf, sourceRows, rejectedRows, switches }}
    >
      <div className="flex min-w-0 flex-col gap-4">
        <LendersToolbar view={view} campaigns={totals.campaigns} />
        <UnknownRules view={view} />
        <RuleChips view={view} />
        <Totals totals={totals} />
        <StateStrip view={view} />
        {totals.total === 0 ? (
          <PanelEmpty message={words.empty} hint={words.emptyHint} />
        ) : (
          <LendersList view={view} total={totals.total} />
        )}
      </div>
    </Card>
  );
}

/** The link means fewer lenders than are listed. */
function UnknownRules({ view: { rules } }: Pick<ExplorerProps, "view">) {
  const words = useStrings(strings);
  const setSearch = useSetSearch();
  if (isUnderstood(useViewSearch().rules)) return null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-sunken px-3 py-1.5">
      <p className="min-w-0 flex-1 text-ink-2">
        <span className="font-label text-warn">{words.rulesUnknown}</span> · {words.rulesUnknownHint}
      </p>
      <Button size="sm" onClick={() => setSearch({ rules: rulesToText(rules) })}>
        {words.dropUnknownRules}
      </Button>
    </div>
  );
}

function Totals({ totals: { total, balance, volume } }: Pick<ExplorerProps, "totals">) {
  const words = useStrings(strings);
  const format = useFormat();
  const figures = [
    { name: words.lenders, value: format.count(total), exact: undefined },
    { name: words.balance, value: format.money(balance), exact: format.moneyExact(balance) },
    { name: words.volume, value: format.money(volume), exact: format.moneyExact(volume) },
  ];
  return (
    <dl aria-label={words.totals} aria-live="polite" className="flex flex-wrap gap-x-8 gap-y-3">
      {figures.map(({ name, value, exact }) => (
        <div key={name}>
          <dt className="text-label text-ink-2">{name}</dt>
          <dd className="text-leaf font-strong" title={exact}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
