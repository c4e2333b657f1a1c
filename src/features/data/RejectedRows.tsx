import { useQuery } from "@tanstack/react-query";
import { Download, Wrench } from "lucide-react";
import { useMemo } from "react";

import type { ImportRecord, RejectedRow } from "#src/domain/imports.ts";
import { Button } from "#src/ui/Button.tsx";
import { download, downloadCsv } from "#src/ui/csv.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import { useFormat, useLanguage, useStrings } from "#src/ui/language.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useLenderText, useReveal } from "#src/ui/reveal.tsx";
import { useToast } from "#src/ui/ToastHost.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { rejectedTable, rejectedValue, rejectionReason, type RejectedFileOptions } from "./importModel.ts";
import { rejectedRowsQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const ROW_PX = 34;
const MOST_PX = 300;

export interface RejectedRowsProps {
  readonly record: ImportRecord;
}

export function RejectedRows({ record }: RejectedRowsProps) {
  const { fileName, importId, rejectsKept, counts, dataset } = record;
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const format = useFormat();
  const language = useLanguage();
  const toast = useToast();
  const { revealed, setRevealed } = useReveal();
  const lenderText = useLenderText();
  const columns = useMemo(
    () => columnsOf({ columns: words.columns, dataset, language, lenderText, withText: revealed }),
    [words, dataset, language, lenderText, revealed],
  );
  const query = useQuery(rejectedRowsQuery(methods, importId, revision));
  const tableOf = (rows: readonly RejectedRow[]) =>
    rejectedTable(rows, { columns: words.columns, dataset, language, lenderText, withText: revealed });

  async function mend() {
    try {
      download(mendName(record, words.mendFile), await methods.rejectedFile({ importId }));
    } catch (error) {
      const detail = error instanceof Error ? error.message : "";
      toast.show({ title: words.mendFailed, detail, tone: "bad" });
    }
  }

  const heightPx = Math.min(MOST_PX, (rejectsKept + 1) * ROW_PX + 2);
  return (
    <section aria-label={words.rejectedRows} className="flex flex-col gap-2">
      <header className="flex min-h-7 flex-wrap items-center gap-2">
        <h3 className="text-card font-strong">{words.rejectedRows}</h3>
        {rejectsKept < counts.rejected && (
          <span className="text-label text-ink-3">
            {words.rejectedKept(format.count(rejectsKept), format.count(counts.rejected))}
          </span>
        )}
        <span className="ml-auto flex flex-wrap gap-1.5">
          <Button size="sm" pressed={revealed} onClick={() => setRevealed(!revealed)}>
            {revealed ? words.hideLines : words.showLines}
          </Button>
          <Button
            size="sm"
            icon={<Download size={13} aria-hidden />}
            disabled={query.data === undefined}
            onClick={() => downloadCsv(words.rejectedFile(fileName), tableOf(query.data ?? []))}
          >
            {words.download}
          </Button>
          <Button
            size="sm"
            icon={<Wrench size={13} aria-hidden />}
            disabled={rejectsKept === 0}
            onClick={() => void mend()}
          >
            {words.mend}
          </Button>
        </span>
      </header>
      <p className="-mt-1 text-label text-ink-3">
        {words.mendHint} {!revealed && words.linesHidden}
      </p>
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

/** Named like the file, and as what its delimiter makes it. */
function mendName({ fileName, layout }: ImportRecord, named: (file: string) => string): string {
  const stem = fileName.replace(/^.*[/›] ?/u, "").replace(/\.[^.]+$/u, "");
  return `${named(stem)}.${layout.delimiter === "\t" ? "tsv" : "csv"}`;
}

function columnsOf(options: RejectedFileOptions): readonly DataColumn<RejectedRow>[] {
  const { columns: words, lenderText, withText } = options;
  const valueOf = (row: RejectedRow): string => rejectedValue(row, lenderText);
  const reasonOf = (row: RejectedRow): string => rejectionReason({ ...row, value: valueOf(row) }, options);
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
      cell: (row) => (
        <span className="block truncate font-medium" title={valueOf(row)}>
          {valueOf(row)}
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
    ...(withText ? [textColumn(words.text)] : []),
  ];
}

function textColumn(header: string): DataColumn<RejectedRow> {
  return {
    id: "text",
    header,
    minWidthPx: 240,
    grow: 1,
    cell: ({ text }) => (
      <code className="block truncate font-mono text-micro text-ink-2" title={text}>
        {text}
      </code>
    ),
  };
}
