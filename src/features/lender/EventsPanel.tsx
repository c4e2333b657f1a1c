import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import type { LedgerRow } from "#src/engine/protocol.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import { eventTypeNames } from "#src/ui/eventTypeNames.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { Mark } from "#src/ui/Legend.tsx";
import { PanelFailed } from "#src/ui/PanelFailed.tsx";
import { PanelPending } from "#src/ui/PanelPending.tsx";
import { useLenderText } from "#src/ui/reveal.tsx";
import { useEngine } from "#src/view/engine.tsx";
import { useShowRows } from "#src/view/rowsDrawer.tsx";

import { CsvButton } from "./CsvButton.tsx";
import { eventsTable } from "./eventsTable.ts";
import type { Spoken } from "./lenderInfo.ts";
import { productName } from "./lotsModel.ts";
import { lenderQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const NEWEST_FIRST = { by: "time", descending: true };
const TABLE_PX = 420;

export interface EventsPanelProps {
  readonly lender: string;
}

export function EventsPanel({ lender }: EventsPanelProps) {
  const { methods, revision } = useEngine();
  const words = useStrings(strings);
  const query = useQuery(lenderQuery(methods, { lender, withEvents: true }, revision));
  if (query.isPending) return <PanelPending title={words.events} heightPx={TABLE_PX} />;
  if (query.isError) {
    return <PanelFailed title={words.events} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { events, eventCount } = query.data ?? { events: null, eventCount: 0 };
  return <Events lender={lender} events={events ?? []} eventCount={eventCount} />;
}

interface EventsProps extends EventsPanelProps {
  readonly events: readonly LedgerRow[];
  readonly eventCount: number;
}

function Events({ lender, events, eventCount }: EventsProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const showRows = useShowRows();
  const lenderText = useLenderText();
  const columns = useMemo(() => eventColumns({ words, format }), [words, format]);
  const [shown, all] = [format.count(events.length), format.count(eventCount)];
  const title = `${words.events}: ${lenderText(lender)}`;
  return (
    <Card
      title={words.events}
      subtitle={events.length < eventCount ? words.eventsSome(shown, all) : words.eventsSubtitle(all)}
      actions={
        <>
          {eventCount > 0 && <Button onClick={() => showRows({ title, where: { lender } })}>{words.allRows}</Button>}
          <CsvButton fileName="lender-events" table={eventsTable(events, words)} />
        </>
      }
    >
      <DataTable name={words.events} columns={columns} rows={events} initialSort={NEWEST_FIRST} heightPx={TABLE_PX} />
    </Card>
  );
}

function eventColumns({ words, format }: Spoken): readonly DataColumn<LedgerRow>[] {
  const types = eventTypeNames[format.language];
  return [
    {
      id: "time",
      header: words.time,
      cell: (row) => format.instant(row.instant),
      sortValue: (row) => row.instant,
      widthPx: 196,
    },
    {
      id: "type",
      header: words.type,
      cell: (row) => (
        <span className="inline-flex items-center gap-1.5">
          {types[row.type]}
          {row.isNew !== null && (
            <>
              <Mark mark="square" tone={row.isNew ? "new" : "returning"} />
              <span className="text-label text-ink-3">{words.newness[row.isNew ? "new" : "returning"]}</span>
            </>
          )}
        </span>
      ),
      sortValue: (row) => types[row.type],
      minWidthPx: 148,
    },
    {
      id: "amount",
      header: words.amount,
      cell: (row) => format.moneyExact(row.amount),
      sortValue: (row) => row.amount,
      align: "end",
      minWidthPx: 124,
    },
    {
      id: "product",
      header: words.product,
      cell: (row) => productName(row.product, words),
      sortValue: (row) => row.product,
      minWidthPx: 104,
    },
    {
      id: "term",
      header: words.term,
      cell: (row) => (row.termDays === null ? words.none : format.days(row.termDays)),
      sortValue: (row) => row.termDays,
      align: "end",
      widthPx: 96,
    },
    { id: "txnId", header: words.transaction, cell: (row) => row.txnId ?? words.none, minWidthPx: 136 },
  ];
}
