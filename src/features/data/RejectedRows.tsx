import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useMemo } from "react";

import type { ImportRecord, RejectedRow } from "#src/domain/imports.ts";
import { Button } from "#src/ui/Button.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { rejectedTable, rejectionReason } from "./importModel.ts";
import { rejectedRowsQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const ROW_PX = 34;
const MOST_PX = 300;

export interface RejectedRowsProps {
  readonly record: ImportRecord;
}

export function RejectedRows({ record }: RejectedRowsProps) {
  const { fileName, importId, rejectsKept, counts } = record;
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const language = useLanguage();
  const columns = useMemo(() => columnsOf(words.columns, (row) => rejectionReason(row, language)), [words, language]);
  const query = useQuery(rejectedRowsQuery(methods, importId, revision));
  const heightPx = Math.min(MOST_PX, (rejectsKept + 1) * ROW_PX + 2);
  return (
    <section aria-label={words.rejectedRows} className="flex flex-col gap-2">
      <header className="flex min-h-7 items-center gap-2">
        <h3 className="text-card font-strong">{words.rejectedRows}</h3>
        {rejectsKept < counts.rejected && (
          <span className="text-label text-ink-3">
            {words.rejectedKept(format.count(rejectsKept), format.count(counts.rejected))}
          </span>
        )}
        <span className="ml-auto">
          <Button
            size="sm"
            icon={<Download size={13} aria-hidden />}
            disabled={query.data === undefined}
            onClick={() =>
              downloadCsv(words.rejectedFile(fileName), rejectedTable(query.data ?? [], words.columns, language))
            }
          >
            {words.download}
          </Button>
        </span>
      </header>
      {query.isPending && <PanelPending heightPx={heightPx} />}
      {query.isError && <PanelFailed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <div className="overflow-hidden rounded-control border border-line">
          <DataTable name={words.rejectedRows} columns={columns} rows={query.data} heightPx={heightPx} />
        </div>
      )}
    </section>
  );
}

type ColumnWords = (typeof strings)["en"]["columns"];

function columnsOf(words: ColumnWords, reasonOf: (row: RejectedRow) => string): readonly DataColumn<RejectedRow>[] {
  return [
    {
      id: "line",
      header: words.line,
      widthPx: 64,
      align: "end",
      sortValue: ({ line }) => line,
      cell: ({ line }) => line,
    },
    {
      id: "code",
      header: words.code,
      widthPx: 148,
      sortValue: ({ code }) => code,
      cell: ({ code }) => <code className="font-mono text-micro">{code}</code>,
    },
    {
      id: "column",
      header: words.column,
      widthPx: 96,
      sortValue: ({ column }) => column,
      cell: ({ column }) => column ?? "—",
    },
    {
      id: "value",
      header: words.value,
      widthPx: 120,
      sortValue: ({ value }) => value,
      cell: ({ value }) => (
        <span className="block truncate font-medium" title={value}>
          {value}
        </span>
      ),
    },
    {
      id: "reason",
      header: words.reason,
      minWidthPx: 260,
      grow: 1,
      cell: (row) => (
        <span className="block truncate" title={reasonOf(row)}>
          {reasonOf(row)}
        </span>
      ),
    },
    {
      id: "text",
      header: words.text,
      minWidthPx: 240,
      grow: 1,
      cell: ({ text }) => (
        <code className="block truncate font-mono text-micro text-ink-2" title={text}>
          {text}
        </code>
      ),
    },
  ];
}
