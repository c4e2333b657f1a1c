import { useMemo } from "react";

import type { EpochDay } from "#src/domain/units.ts";
import { Badge } from "#src/ui/Badge.tsx";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import type { DataColumn } from "#src/ui/dataColumn.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { plainText, type CohortUnit } from "./figures.ts";
import type { ProjectionPanelProps } from "./ProjectionChart.tsx";
import { projectionInfo } from "./projectionInfo.ts";
import type { ProjectionSpoken } from "./projectionOption.ts";
import { projectionFile, projectionRows, type ProjectionRow } from "./projectionRows.ts";
import { projectionStrings } from "./projectionStrings.ts";
import { strings } from "./strings.ts";

export interface ProjectionTableProps extends ProjectionPanelProps {
  readonly onCohort: (day: EpochDay) => void;
}

export function ProjectionTable({ view, result, onCohort }: ProjectionTableProps) {
  const words = useStrings(projectionStrings);
  const common = useStrings(strings);
  const format = useFormat();
  const rows = useMemo(() => projectionRows(result, view.per), [result, view.per]);
  const horizon = format.age(result.horizon ?? 0, "month");
  const columns = useMemo(
    () => columnsOf({ words, common, format }, { unit: result.unit, horizon }),
    [words, common, format, result.unit, horizon],
  );
  return (
    <Card
      title={words.table}
      subtitle={words.tableSubtitle(horizon)}
      info={projectionInfo(words, { measure: view.args.measure, isAll: true, basis: result.basis })}
      actions={
        <Button
          size="sm"
          title={words.csvHint}
          onClick={() =>
            downloadCsv(`projection-cohorts-${view.args.measure}`, projectionFile(rows, { words, format, horizon }))
          }
        >
          {words.csv}
        </Button>
      }
    >
      <DataTable
        name={words.table}
        columns={columns}
        rows={rows}
        onRowClick={({ cohort }) => {
          if (cohort !== null) onCohort(cohort);
        }}
      />
    </Card>
  );
}

interface ColumnUnits {
  readonly unit: CohortUnit;
  readonly horizon: string;
}

function columnsOf(
  { words, common, format }: ProjectionSpoken,
  { unit, horizon }: ColumnUnits,
): readonly DataColumn<ProjectionRow>[] {
  const text = (value: number | null) => plainText(value, unit, { words: common, format });
  return [
    {
      id: "cohort",
      header: words.cohort,
      minWidthPx: 160,
      // All cohorts together stay below them.
      sortValue: ({ cohort }) => cohort,
      cell: ({ cohort, isIndicative }) => (
        <span className="flex items-center gap-2" title={isIndicative ? words.indicativeHint : undefined}>
          {cohort === null ? words.total : format.month(cohort)}
          {isIndicative && <Badge tone="warn">{words.indicative}</Badge>}
        </span>
      ),
    },
    {
      id: "size",
      header: words.lenders,
      align: "end",
      sortValue: ({ size }) => size,
      cell: ({ size }) => format.count(size),
    },
    {
      id: "age",
      header: words.soFarAge,
      align: "end",
      sortValue: ({ age }) => age,
      cell: ({ age }) => (age === null ? "—" : format.age(age, "month")),
    },
    {
      id: "observed",
      header: words.soFar,
      align: "end",
      minWidthPx: 112,
      sortValue: ({ observed }) => observed,
      cell: ({ observed }) => text(observed),
    },
    {
      id: "ultimate",
      header: words.ultimate(horizon),
      align: "end",
      minWidthPx: 128,
      sortValue: ({ ultimate }) => ultimate,
      cell: ({ ultimate, method }) => (method === "observed" ? text(ultimate) : words.estimate(text(ultimate))),
    },
    {
      id: "error",
      header: words.standardError,
      align: "end",
      minWidthPx: 144,
      sortValue: ({ standardError }) => standardError,
      cell: ({ standardError }) => text(standardError),
    },
    {
      id: "interval",
      header: words.interval,
      align: "end",
      minWidthPx: 168,
      sortValue: ({ interval }) => interval?.low ?? null,
      cell: ({ interval }) => (interval === null ? "—" : words.range(text(interval.low), text(interval.high))),
    },
    {
      id: "method",
      header: words.method,
      minWidthPx: 184,
      sortValue: ({ method }) => method,
      cell: ({ method }) => (method === null ? "" : words.methods[method]),
    },
  ];
}
