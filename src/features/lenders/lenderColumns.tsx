import type { LenderRow } from "#src/engine/protocol.ts";
import { Badge } from "#src/ui/Badge.tsx";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import type { Format } from "#src/ui/format.ts";
import { LenderId } from "#src/ui/LenderId.tsx";
import { lenderStateHints, lenderStateNames, LENDER_STATE_TONES } from "#src/ui/lenderStateNames.ts";
import { Mark } from "#src/ui/Legend.tsx";

import { isLendersColumn } from "./lendersView.ts";
import { strings } from "./strings.ts";

/** Each at least as wide as its header with the mark of the order. */
export function lenderColumns(format: Format): readonly DataColumn<LenderRow>[] {
  const words = strings[format.language];
  const { columns } = words;
  const named = (name: string) => (name === "" ? <span className="text-ink-3">—</span> : name);
  const figure = { align: "end", minWidthPx: 124 } as const;
  const all: readonly DataColumn<LenderRow>[] = [
    { id: "lender", header: columns.lender, cell: (row) => <LenderCell row={row} format={format} />, minWidthPx: 152 },
    { id: "state", header: columns.state, cell: (row) => <StateCell row={row} format={format} />, minWidthPx: 120 },
    { id: "balance", header: columns.balance, cell: (row) => format.moneyExact(row.balance), ...figure },
    { id: "volume", header: columns.volume, cell: (row) => format.moneyExact(row.volume), ...figure },
    {
      id: "peakBalance",
      header: columns.peakBalance,
      cell: (row) => format.moneyExact(row.peakBalance),
      ...figure,
      minWidthPx: 136,
    },
    {
      id: "occasions",
      header: columns.occasions,
      headerTitle: words.occasionsHint,
      cell: (row) => format.count(row.occasions),
      align: "end",
      minWidthPx: 136,
    },
    { id: "channel", header: columns.channel, cell: (row) => named(row.channel), minWidthPx: 112 },
    { id: "campaign", header: columns.campaign, cell: (row) => named(row.campaign), minWidthPx: 112 },
    { id: "product", header: columns.product, cell: (row) => named(row.product), minWidthPx: 144 },
    { id: "firstLend", header: columns.firstLend, cell: (row) => format.day(row.firstLendDay), minWidthPx: 116 },
    { id: "lastLend", header: columns.lastLend, cell: (row) => format.day(row.lastLendDay), minWidthPx: 116 },
    {
      id: "nextDue",
      header: columns.nextDue,
      headerTitle: words.nextDueHint,
      cell: (row) => format.day(row.nextDueDay),
      minWidthPx: 116,
    },
    { id: "registered", header: columns.registered, cell: (row) => format.day(row.registeredDay), minWidthPx: 116 },
  ];
  return all.map((column) => ({ ...column, sortable: isLendersColumn(column.id) }));
}

interface CellProps {
  readonly row: LenderRow;
  readonly format: Format;
}

function LenderCell({ row, format }: CellProps) {
  const words = strings[format.language];
  return (
    <span className="inline-flex max-w-full items-center gap-1.5">
      <LenderId id={row.lender} />
      {row.isHunter && <Badge tone="warn">{words.hunter}</Badge>}
      {row.isInternal && <Badge>{words.internal}</Badge>}
    </span>
  );
}

function StateCell({ row: { state }, format }: CellProps) {
  return (
    <span className="inline-flex items-center gap-1.5" title={lenderStateHints[format.language][state]}>
      <Mark mark="square" tone={LENDER_STATE_TONES[state]} />
      {lenderStateNames[format.language][state]}
    </span>
  );
}
