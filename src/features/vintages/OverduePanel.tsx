import { Download } from "lucide-react";
import { useMemo } from "react";

import { OVERDUE_BUCKETS } from "#src/domain/loans.ts";
import { Button } from "#src/ui/Button.tsx";
import { Card } from "#src/ui/Card.tsx";
import { downloadCsv } from "#src/ui/csv.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { overdueFile } from "./overdueFile.ts";
import { overdueModel } from "./overdueModel.ts";
import { BUCKET_TONES, OverdueTable } from "./OverdueTable.tsx";
import type { VintagePanelProps } from "./panel.ts";
import { strings } from "./strings.ts";
import { useVintageLoans } from "./useVintageLoans.ts";
import { overdueInfo } from "./vintageInfo.ts";

export function OverduePanel({ view, result }: VintagePanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const loans = useVintageLoans(view);
  const model = useMemo(() => overdueModel(result.overdue), [result.overdue]);
  if (!result.hasOverdue) {
    return <PanelEmpty title={words.overdue} message={words.overdueUnknown} hint={words.overdueUnknownHint} />;
  }
  if (model.rows.length === 0) {
    return <PanelEmpty title={words.overdue} message={words.nothingOwed} hint={words.nothingOwedHint} />;
  }
  const { overdueBad } = result;
  const headline =
    overdueBad === null ? "" : words.overdueHeadline(format.money(model.total.owed), format.money(overdueBad));
  return (
    <Card
      title={words.overdue}
      subtitle={headline === "" ? words.overdueSubtitle : `${headline} · ${words.overdueSubtitle}`}
      legend={OVERDUE_BUCKETS.map((bucket) => ({
        name: words.buckets[bucket],
        mark: "square",
        tone: BUCKET_TONES[bucket],
      }))}
      info={overdueInfo(result, { words, format })}
      padded={false}
      actions={
        <Button
          size="sm"
          title={words.csvHint}
          icon={<Download size={14} aria-hidden />}
          onClick={() => downloadCsv("overdue-by-product", overdueFile(model, words))}
        >
          {words.csv}
        </Button>
      }
    >
      <OverdueTable model={model} onFigure={loans.ofOverdue} />
    </Card>
  );
}
