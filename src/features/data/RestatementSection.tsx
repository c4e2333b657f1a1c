import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useMemo } from "react";

import type { ImportRecord } from "#src/domain/imports.ts";
import type { Restatement } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { Facts } from "./Facts.tsx";
import { historyStrings } from "./historyStrings.ts";
import { restatementQuery } from "./queries.ts";
import { beforeAfter, changeColumns, changeTable, isChange } from "./restatementModel.ts";
import { Section } from "./Section.tsx";

const MOST_PX = 300;

export interface RestatementSectionProps {
  readonly record: ImportRecord;
}

/** What the import changed when it was made. */
export function RestatementSection({ record }: RestatementSectionProps) {
  const words = useStrings(historyStrings);
  const { methods, revision } = useEngine();
  const query = useQuery(restatementQuery(methods, record.importId, revision));
  return (
    <Section title={words.changed} hint={words.changedHint}>
      {query.isPending && <PanelPending heightPx={120} />}
      {query.isError && <PanelFailed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Change change={query.data} fileName={record.fileName} />}
    </Section>
  );
}

interface ChangeProps {
  readonly change: Restatement;
  readonly fileName: string;
}

function Change({ change, fileName }: ChangeProps) {
  const words = useStrings(historyStrings);
  const format = useFormat();
  const columns = useMemo(() => changeColumns(words, format), [words, format]);
  const { lastDay } = change;
  return (
    <>
      <Facts
        facts={[
          [words.rowsAdded, format.count(change.rowsAdded)],
          [words.rowsRemoved, format.count(change.rowsRemoved)],
          [words.rowsChanged, format.count(change.rowsChanged)],
          [words.rowsSame, format.count(change.rowsSame)],
          [words.volume, beforeAfter(change.volume, format)],
          [words.exits, beforeAfter(change.exits, format)],
          [
            lastDay === null ? words.outstanding : words.outstandingAt(format.day(lastDay)),
            beforeAfter(change.outstanding, format),
          ],
        ]}
      />
      {isChange(change) ? (
        <>
          <DataTable name={words.changed} columns={columns} rows={change.days} heightPx={MOST_PX} />
          <div>
            <Button
              size="sm"
              icon={<Download size={13} aria-hidden />}
              onClick={() => downloadCsv(words.changeFile(fileName), changeTable(change.days, words))}
            >
              {words.downloadChange}
            </Button>
          </div>
        </>
      ) : (
        <p className="text-ink-2">{words.noChange}</p>
      )}
    </>
  );
}
