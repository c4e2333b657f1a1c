import { useMemo } from "react";

import type { AcquisitionGroup } from "#src/engine/protocol.ts";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { TableMenu } from "#src/ui/TableMenu.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { acquisitionInfo } from "./acquisitionInfo.ts";
import { figureTableModel } from "./figureColumn.ts";
import { isSmall } from "./figures.ts";
import { FigureTable } from "./FigureTable.tsx";
import { funnelColumns } from "./funnelColumns.ts";
import { groupLabel } from "./groupLabel.ts";
import { groupRules } from "./groupLenders.ts";
import type { AcquisitionPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";

/** The funnel of every group, a row each. */
export function FunnelTable({ args, result }: AcquisitionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { status } = useEngine();
  const columns = useMemo(() => funnelColumns({ words, format }), [words, format]);
  const text = {
    caption: words.funnelTable,
    rowHeader: words.dimensions[args.by],
    nameOf: ({ name }: AcquisitionGroup) => groupLabel(name, args.by, { words, format }),
  };
  const rows = [...result.groups, result.total];
  return (
    <Card
      title={words.funnelTable}
      subtitle={words.funnelTableSubtitle}
      padded={false}
      info={acquisitionInfo(result.basis, {
        name: words.funnelTable,
        sentence: words.funnelSentence,
        formula: words.funnelFormula,
        rule: "AQ1 WI1",
      })}
      actions={<TableMenu model={figureTableModel(text, columns, rows)} fileName={`acquisition-funnel-${args.by}`} />}
    >
      <FigureTable
        key={args.by}
        text={text}
        columns={columns}
        rows={result.groups}
        total={result.total}
        initialSort={null}
        isSmall={isSmall}
        rulesOf={({ name }) => groupRules(name, args, status)}
      />
    </Card>
  );
}
