import { Plus } from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";

import { isoMonth, monthOf, monthStart, type MonthNumber } from "#src/domain/calendar.ts";
import type { TargetMetric, TargetsResult } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { Select } from "#src/ui/Select.tsx";
import { useAnnotations } from "#src/view/chartNotes.ts";
import { useEngine } from "#src/view/engine.tsx";
import { hasTargets, useTargets } from "#src/view/targets.ts";
import { useSetSearch, useViewSearch } from "#src/view/view.ts";

import { HistoryPanel } from "./HistoryPanel.tsx";
import { historyModel, metricsWithTargets } from "./historyModel.ts";
import { MonthTable } from "./MonthTable.tsx";
import { MonthTargets } from "./MonthTargets.tsx";
import { NotesPanel } from "./NotesPanel.tsx";
import { strings } from "./strings.ts";
import { TargetDialog } from "./TargetDialog.tsx";
import { useEntries, type Entries } from "./useEntries.ts";

const PENDING_PX = 480;
const NO_NOTES = [] as const;

/** How far each month's targets are, and the notes on every chart over time. */
export function TargetsScreen() {
  const { status, today } = useEngine();
  const entries = useEntries();
  const day = status.asOf ?? today;
  const [adding, setAdding] = useState(false);
  const search = useViewSearch();
  const month = monthFrom(search.tm) ?? monthOf(day);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Targets month={month} entries={entries} onAdd={() => setAdding(true)} />
      <NotesPanel notes={useAnnotations() ?? NO_NOTES} day={day} entries={entries} />
      {adding && (
        <TargetDialog
          today={day}
          month={month}
          metricName={undefined}
          owner=""
          onSave={entries.saveTarget}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

interface TargetsProps {
  readonly month: MonthNumber;
  readonly entries: Entries;
  readonly onAdd: () => void;
}

function Targets(props: TargetsProps) {
  const { status } = useEngine();
  const words = useStrings(strings);
  const query = useTargets();
  if (!hasTargets(status.tables)) {
    return (
      <Card title={words.target}>
        <PanelEmpty message={words.noTargets} hint={words.noTargetsHint} action={<AddButton onAdd={props.onAdd} />} />
      </Card>
    );
  }
  if (query.isPending) return <PanelPending title={words.history} heightPx={PENDING_PX} />;
  if (query.isError) {
    return <PanelFailed title={words.history} error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <Answered {...props} result={query.data} />;
}

function Answered({ month, entries, onAdd, result }: TargetsProps & { readonly result: TargetsResult }) {
  const { today, status } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const setSearch = useSetSearch();
  const { tgoal } = useViewSearch();
  const { basis, targets } = result;
  const metrics = metricsWithTargets(targets);
  const metric = metrics.find((each) => each === tgoal) ?? metrics[0];
  const ofMonth = targets.filter((target) => monthOf(target.month.from) === month);
  const showMonth = (next: MonthNumber): void => setSearch({ tm: isoMonth(next) });
  const months = [...new Set([...targets.map((target) => monthOf(target.month.from)), month])].toSorted(
    (a, b) => b - a,
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={words.month}
          value={isoMonth(month)}
          onChange={(next) => showMonth(monthFrom(next) ?? month)}
          options={months.map((each) => ({ value: isoMonth(each), label: format.month(monthStart(each)) }))}
        />
        <span className="ml-auto">
          <AddButton onAdd={onAdd} />
        </span>
      </div>
      {ofMonth.length > 0 ? (
        <MonthTargets targets={ofMonth} basis={basis} today={status.asOf ?? today} entries={entries} />
      ) : (
        <PanelEmpty
          message={words.noneThisMonth(format.month(monthStart(month)))}
          hint={words.noneThisMonthHint}
          heightPx={120}
        />
      )}
      {metric && (
        <History result={result} metric={metric} onMonth={showMonth}>
          <Select
            label={words.metric}
            value={metric}
            onChange={(next) => setSearch({ tgoal: next })}
            options={metrics.map((value) => ({ value, label: words.metrics[value] }))}
          />
        </History>
      )}
    </>
  );
}

interface HistoryProps {
  readonly result: TargetsResult;
  readonly metric: TargetMetric;
  readonly onMonth: (month: MonthNumber) => void;
  /** The choice of the metric. */
  readonly children: ReactNode;
}

function History({ result, metric, onMonth, children }: HistoryProps) {
  const model = useMemo(() => historyModel(result.targets, metric), [result, metric]);
  if (!model) return null;
  const showMonth = (index: number): void => {
    const month = model.months[index];
    if (month) onMonth(monthOf(month.from));
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,10fr)_minmax(0,11fr)]">
      <HistoryPanel model={model} basis={result.basis} onMonth={showMonth} actions={children} />
      <MonthTable model={model} onMonth={showMonth} />
    </div>
  );
}

function AddButton({ onAdd }: { readonly onAdd: () => void }) {
  const words = useStrings(strings);
  return (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={onAdd}>
      {words.addTarget}
    </Button>
  );
}

/** The month that `YYYY-MM` names, or undefined. */
function monthFrom(text: string | undefined): MonthNumber | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? "");
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : undefined;
}
