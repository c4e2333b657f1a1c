import { Undo2 } from "lucide-react";

import type { ImportRecord } from "#src/domain/imports.ts";
import { Badge } from "#src/ui/Badge.tsx";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import type { datasetNames } from "#src/ui/datasetNames.ts";
import type { Format } from "#src/ui/format.ts";
import { IconButton } from "#src/ui/IconButton.tsx";

import type { historyStrings } from "./historyStrings.ts";
import { ROW_FATES, spanOf, type RowFate } from "./importModel.ts";
import { ImportStatus } from "./ImportStatus.tsx";
import type { strings } from "./strings.ts";

/** What a reader looks for among hundreds of files; there is no room for the arrow of every column. */
const SORTED: readonly RowFate[] = ["rejected"];

/** Of new rows most files have thousands, of all others few. */
const WIDTH_PX: Readonly<Record<RowFate, number>> = {
  accepted: 64,
  replaced: 58,
  duplicate: 58,
  rejected: 66,
  ignored: 54,
};

export interface ImportColumnParts {
  readonly words: (typeof strings)["en"];
  readonly history: (typeof historyStrings)["en"];
  readonly datasets: (typeof datasetNames)["en"];
  readonly format: Format;
  readonly onUndo: (record: ImportRecord) => void;
}

export function importColumns(parts: ImportColumnParts): readonly DataColumn<ImportRecord>[] {
  const { words, history, datasets, format, onUndo } = parts;
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
      minWidthPx: 188,
      sortValue: ({ fileName }) => fileName,
      cell: ({ fileName, origin, container }) => (
        <span className="flex min-w-0 items-center gap-1.5">
          <span
            className="truncate font-medium"
            title={container ? history.inside(container.fileName, container.member) : fileName}
          >
            {fileName}
          </span>
          {origin === "sample" && <Badge>{words.sample}</Badge>}
        </span>
      ),
    },
    {
      id: "status",
      header: history.status,
      widthPx: 104,
      cell: (record) => <ImportStatus record={record} />,
    },
    {
      id: "span",
      header: words.span,
      widthPx: 140,
      sortValue: ({ firstDay }) => firstDay,
      cell: (record) => {
        const span = spanOf(record);
        if (span === null) return "—";
        if (span.from === span.to) return format.day(span.from);
        return (
          <span className="block text-label leading-[15px]" title={format.period(span)}>
            {`${format.day(span.from)} –`}
            <br />
            {format.day(span.to)}
          </span>
        );
      },
    },
    {
      id: "dataset",
      header: history.dataset,
      widthPx: 136,
      sortValue: ({ dataset = "transactions" }) => datasets[dataset],
      cell: ({ dataset = "transactions", mode = "merge" }) => (
        <span
          className="text-ink-2"
          title={`${datasets[dataset]} · ${history.modes[mode]}: ${history.modeHints[mode]}`}
        >
          {datasets[dataset]}
        </span>
      ),
    },
    {
      id: "read",
      header: words.read,
      headerTitle: words.readTitle,
      widthPx: 64,
      align: "end",
      sortValue: ({ counts }) => counts.read,
      sortable: false,
      cell: ({ counts }) => format.count(counts.read),
    },
    ...ROW_FATES.map((fate): DataColumn<ImportRecord> => ({
      id: fate,
      header: words.short[fate],
      headerTitle: `${words[fate]}: ${titles[fate]}`,
      widthPx: WIDTH_PX[fate],
      align: "end",
      sortValue: ({ counts }) => counts[fate],
      sortable: SORTED.includes(fate),
      cell: ({ counts }) => <CountCell count={counts[fate]} text={format.count(counts[fate])} fate={fate} />,
    })),
    {
      id: "undo",
      header: history.undo,
      widthPx: 56,
      align: "end",
      cell: (record) => <UndoCell record={record} words={history} onUndo={onUndo} />,
    },
    {
      id: "imported",
      header: words.imported,
      widthPx: 146,
      sortValue: ({ importId }) => importId,
      cell: ({ importedAtMs }) => <span className="text-ink-2">{format.deviceTime(importedAtMs)}</span>,
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

interface UndoCellProps {
  readonly record: ImportRecord;
  readonly words: (typeof historyStrings)["en"];
  readonly onUndo: (record: ImportRecord) => void;
}

function UndoCell({ record, words, onUndo }: UndoCellProps) {
  const isCompacted = record.isCompacted === true;
  return (
    // A click on it is not one on its row, which opens the details.
    <span className="inline-flex" role="presentation" onClick={(event) => event.stopPropagation()}>
      <IconButton
        size="sm"
        label={isCompacted ? words.compacted : words.undoThis(record.fileName)}
        icon={<Undo2 size={14} aria-hidden />}
        disabled={isCompacted}
        onClick={() => onUndo(record)}
      />
    </span>
  );
}
