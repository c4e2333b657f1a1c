import type { ImportRecord } from "#src/domain/imports.ts";
import { Badge } from "#src/ui/Badge.tsx";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import type { Format } from "#src/ui/format.ts";

import { ROW_FATES, spanOf, warningsOf, type RowFate } from "./importModel.ts";
import type { strings } from "./strings.ts";

/** What a reader looks for among hundreds of files; there is no room for the arrow of every column. */
const SORTED: readonly RowFate[] = ["replaced", "rejected"];

export function importColumns(words: (typeof strings)["en"], format: Format): readonly DataColumn<ImportRecord>[] {
  const titles: Readonly<Record<RowFate, string>> = {
    accepted: words.acceptedTitle,
    replaced: words.replacedTitle,
    duplicate: words.duplicateTitle,
    rejected: words.rejectedTitle,
    ignored: words.ignoredTitle,
  };
  return [
    {
      id: "file",
      header: words.file,
      grow: 1,
      minWidthPx: 200,
      sortValue: ({ fileName }) => fileName,
      cell: ({ fileName, origin }) => (
        <span className="flex min-w-0 items-center gap-1.5">
          <span className="truncate font-medium" title={fileName}>
            {fileName}
          </span>
          {origin === "sample" && <Badge>{words.sample}</Badge>}
        </span>
      ),
    },
    {
      id: "imported",
      header: words.imported,
      widthPx: 146,
      sortValue: ({ importId }) => importId,
      cell: ({ importedAtMs }) => <span className="text-ink-2">{format.deviceTime(importedAtMs)}</span>,
    },
    {
      id: "size",
      header: words.size,
      widthPx: 76,
      align: "end",
      sortValue: ({ sizeBytes }) => sizeBytes,
      cell: ({ sizeBytes }) => <span className="text-ink-2">{format.bytes(sizeBytes)}</span>,
    },
    {
      id: "span",
      header: words.span,
      widthPx: 124,
      sortValue: ({ firstDay }) => firstDay,
      cell: (record) => {
        const span = spanOf(record);
        return span === null ? "—" : format.period(span);
      },
    },
    {
      id: "read",
      header: words.read,
      headerTitle: words.readTitle,
      widthPx: 72,
      align: "end",
      sortValue: ({ counts }) => counts.read,
      cell: ({ counts }) => format.count(counts.read),
    },
    ...ROW_FATES.map((fate): DataColumn<ImportRecord> => ({
      id: fate,
      header: words[fate],
      headerTitle: titles[fate],
      widthPx: SORTED.includes(fate) ? 98 : 80,
      align: "end",
      sortValue: ({ counts }) => counts[fate],
      sortable: SORTED.includes(fate),
      cell: ({ counts }) => <CountCell count={counts[fate]} text={format.count(counts[fate])} fate={fate} />,
    })),
    {
      id: "warnings",
      header: words.warnings,
      widthPx: 98,
      align: "end",
      sortValue: warningsOf,
      cell: (record) => <CountCell count={warningsOf(record)} text={format.count(warningsOf(record))} />,
    },
  ];
}

interface CountCellProps {
  readonly count: number;
  readonly text: string;
  readonly fate?: RowFate;
}

function CountCell({ count, text, fate }: CountCellProps) {
  if (count === 0) return <span className="text-ink-3">0</span>;
  return <span className={fate === "rejected" ? "font-strong text-warn" : undefined}>{text}</span>;
}
