import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useMemo, useState } from "react";

import type { ImportRecord } from "#src/domain/imports.ts";
import type { EpochDay } from "#src/domain/units.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { datasetNames } from "#src/ui/datasetNames.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { NARROW, useMediaQuery } from "#src/ui/useMediaQuery.ts";
import { useEngine } from "#src/view/engine.tsx";
import { importOfHash } from "#src/view/importLink.ts";

import { historyStrings } from "./historyStrings.ts";
import { importColumns } from "./importColumns.tsx";
import { ImportList } from "./ImportList.tsx";
import { importsQuery } from "./queries.ts";
import { strings } from "./strings.ts";
import { UndoDialog } from "./UndoDialog.tsx";
import { useCounted } from "./useCounted.ts";
import { useDeleteImports } from "./useDeleteImports.ts";

const ROW_PX = 34;
const MOST_PX = 460;

export interface ImportsPanelProps {
  readonly today: () => EpochDay;
  readonly onOpen: (record: ImportRecord) => void;
}

export function ImportsPanel({ today, onOpen }: ImportsPanelProps) {
  const { methods, revision, status } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(importsQuery(methods, revision));
  if (query.isPending) {
    return <PanelPending title={words.history} heightPx={Math.min(MOST_PX, (status.imports + 1) * ROW_PX)} />;
  }
  if (query.isError) {
    return <PanelFailed title={words.history} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.length === 0) {
    return <PanelEmpty title={words.history} message={words.noImports} hint={words.noImportsHint} />;
  }
  return <History records={query.data} today={today} onOpen={onOpen} />;
}

interface HistoryProps extends ImportsPanelProps {
  readonly records: readonly ImportRecord[];
}

function History({ records, today, onOpen }: HistoryProps) {
  const words = useStrings(strings);
  const history = useStrings(historyStrings);
  const datasets = useStrings(datasetNames);
  const format = useFormat();
  const counted = useCounted();
  const narrow = useMediaQuery(NARROW);
  const remove = useDeleteImports(today);
  const linked = useLocation({ select: ({ hash }) => importOfHash(hash) });
  const marked = records.find(({ importId }) => importId === linked);
  const [undone, setUndone] = useState<ImportRecord | null>(null);
  const columns = useMemo(
    () => importColumns({ words, history, datasets, format, onUndo: setUndone }),
    [words, history, datasets, format],
  );
  const sampleIds = records.filter(({ origin }) => origin === "sample").map(({ importId }) => importId);
  const rows = records.reduce((sum, { counts }) => sum + counts.read, 0);
  return (
    <Card
      title={words.history}
      subtitle={`${words.filesTotal(counted(records.length, words.files), counted(rows, words.rows))} · ${words.historySubtitle}`}
      padded={false}
      actions={
        sampleIds.length > 0 && (
          <Button
            size="sm"
            icon={<Trash2 size={13} aria-hidden />}
            disabled={remove.isPending}
            onClick={() => remove.mutate({ importIds: sampleIds, done: words.sampleRemoved })}
          >
            {words.removeSample}
          </Button>
        )
      }
    >
      {narrow ? (
        <ImportList key={linked} records={records} marked={marked} onOpen={onOpen} />
      ) : (
        <DataTable
          key={linked}
          name={words.history}
          columns={columns}
          rows={records}
          heightPx={Math.min(MOST_PX, (records.length + 1) * ROW_PX + 2)}
          onRowClick={onOpen}
          marked={marked}
        />
      )}
      {undone !== null && <UndoDialog record={undone} today={today} onClose={() => setUndone(null)} />}
    </Card>
  );
}
