import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import type { FundLine, LeverageFigures, LeverageResult, LeverageRules } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useRemovalToast } from "#src/ui/useRemovalToast.ts";
import { useEngine } from "#src/view/engine.tsx";
import { leverageRulesOf, leverageRulesToText } from "#src/view/leverageView.ts";
import { useMadeEntries, type MadeEntries } from "#src/view/useMadeEntries.ts";
import { useSetSearch, useView, useViewSearch, type View } from "#src/view/view.ts";

import { BuildUpPanel } from "./BuildUpPanel.tsx";
import { FundDialog } from "./FundDialog.tsx";
import { fundFile } from "./fundEntry.ts";
import { FundsDrawer } from "./FundsDrawer.tsx";
import { FundsPanel } from "./FundsPanel.tsx";
import { fundStrings } from "./fundStrings.ts";
import { LeverageNow } from "./LeverageNow.tsx";
import { LossPanel } from "./LossPanel.tsx";
import { leverageQuery } from "./queries.ts";
import { changedText } from "./ruleFields.ts";
import { RulesPanel } from "./RulesPanel.tsx";
import { ruleStrings } from "./ruleStrings.ts";
import { strings } from "./strings.ts";
import { TrendPanel } from "./TrendPanel.tsx";

const EMPTY_PX = 320;
const NONE = [] as const;

/** How many times what lenders are owed exceeds what could pay them, how far it may go, and who pays a loss. */
export function LeverageScreen() {
  const view = useView();
  const { status } = useEngine();
  const entries = useMadeEntries(useRemovalToast());
  const words = useStrings(strings);
  if ((status.tables.funds ?? 0) === 0) return <NoFunds entries={entries} hasLedger={view !== null} />;
  if (!view)
    return <PanelEmpty title={words.leverage} message={words.noLedger} hint={words.noLedgerHint} heightPx={EMPTY_PX} />;
  return <Asked view={view} entries={entries} />;
}

interface EmptyProps {
  readonly entries: MadeEntries;
}

interface AddFundsProps extends EmptyProps {
  /** Undefined where it is not known. */
  readonly inForce: readonly FundLine[] | undefined;
}

function NoFunds({ entries, hasLedger }: EmptyProps & { readonly hasLedger: boolean }) {
  const words = useStrings(strings);
  return (
    <PanelEmpty
      title={words.leverage}
      message={words.noFunds}
      hint={hasLedger ? words.noFundsHint : `${words.noFundsHint} ${words.noLedgerHint}`}
      heightPx={EMPTY_PX}
      action={<AddFunds entries={entries} inForce={NONE} />}
    />
  );
}

function AddFunds({ entries, inForce }: AddFundsProps) {
  const { status, today } = useEngine();
  const words = useStrings(fundStrings);
  const [isOpen, setIsOpen] = useState(false);
  const day: EpochDay = status.asOf ?? today;
  return (
    <>
      <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setIsOpen(true)}>
        {words.add}
      </Button>
      {isOpen && (
        <FundDialog
          fund={undefined}
          day={day}
          others={inForce}
          onSave={(entry) => entries.save(fundFile(entry, new Date()))}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

interface AskedProps {
  readonly view: View;
  readonly entries: MadeEntries;
}

function Asked({ view, entries }: AskedProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const { lrules } = useViewSearch();
  const rules = useMemo(() => leverageRulesOf(lrules), [lrules]);
  const { period, grain } = view;
  const query = useQuery(leverageQuery(methods, { period, grain, rules }, revision));
  if (query.isPending) return <Pending />;
  if (query.isError) {
    return <PanelFailed title={words.leverage} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { now } = query.data;
  if (now === null) {
    return (
      <PanelEmpty
        title={words.leverage}
        message={words.beforeFirst}
        hint={words.beforeFirstHint}
        heightPx={EMPTY_PX}
        action={<AddFunds entries={entries} inForce={undefined} />}
      />
    );
  }
  return <Answered result={query.data} now={now} rules={rules} view={view} entries={entries} />;
}

interface AnsweredProps extends AskedProps {
  readonly result: LeverageResult;
  readonly now: LeverageFigures;
  readonly rules: LeverageRules;
}

function Answered({ result, now, rules, view, entries }: AnsweredProps) {
  const { basis, room, points, losses } = result;
  const words = useStrings(ruleStrings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const [shown, setShown] = useState<LeverageFigures>();
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <LeverageNow answer={{ basis, room, now }} changed={changedText(rules, { words, format })} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
        <BuildUpPanel now={now} basis={basis} rules={rules} />
        <RulesPanel rules={rules} onChange={(next) => setSearch({ lrules: leverageRulesToText(next) })} />
      </div>
      <LossPanel losses={losses} basis={basis} />
      <FundsPanel now={now} basis={basis} rules={rules} entries={entries} />
      <TrendPanel points={points} period={view.period} grain={view.grain} basis={basis} onPoint={setShown} />
      {shown && (
        <FundsDrawer
          figures={shown}
          rules={rules}
          fileOf={(importId) => entries.importOf(importId)?.fileName}
          onClose={() => setShown(undefined)}
        />
      )}
    </div>
  );
}

function Pending() {
  const words = useStrings(strings);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <PanelPending title={words.leverage} heightPx={160} />
      <PanelPending heightPx={84} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 xl:grid-cols-2">
        <PanelPending title={words.buildUp} heightPx={250} />
        <PanelPending heightPx={250} />
      </div>
      <PanelPending title={words.trend} heightPx={300} />
    </div>
  );
}
