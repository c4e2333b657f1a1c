import { Download } from "lucide-react";
import { useMemo } from "react";

import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { DataTable } from "#src/ui/DataTable.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { actualColumns, actualFile } from "./actualColumns.tsx";
import { TABLE_PX, type ModelPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";
import { useVintageLoans } from "./useVintageLoans.ts";
import { expectedInfo } from "./vintageInfo.ts";

const NEWEST_FIRST = { by: "month", descending: true };

export function ActualPanel({ view, result, model }: ModelPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const loans = useVintageLoans(view);
  const columns = useMemo(() => actualColumns(model.measure, { words, format }), [model.measure, words, format]);
  return (
    <Card
      title={words.table}
      subtitle={words.tableSubtitle}
      info={expectedInfo(result, { words, format })}
      actions={
        <Button
          size="sm"
          title={words.csvHint}
          icon={<Download size={14} aria-hidden />}
          onClick={() => downloadCsv(`vintages-${model.measure}-expected`, actualFile(model.lines, { words, format }))}
        >
          {words.csv}
        </Button>
      }
    >
      <DataTable
        name={words.table}
        columns={columns}
        rows={model.lines}
        initialSort={NEWEST_FIRST}
        onRowClick={(line) => loans.ofMonth(line, line.age)}
        heightPx={TABLE_PX}
      />
    </Card>
  );
}
