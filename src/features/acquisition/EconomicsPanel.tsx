import { useMemo } from "react";

import type { AcquisitionGroup } from "#src/engine/protocol.ts";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { TableMenu } from "#src/ui/TableMenu.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { acquisitionInfo } from "./acquisitionInfo.ts";
import { economicsColumns } from "./economicsColumns.ts";
import { figureTableModel } from "./figureColumn.ts";
import { isSmall } from "./figures.ts";
import { FigureTable } from "./FigureTable.tsx";
import { groupLabel } from "./groupLabel.ts";
import { groupRules } from "./groupLenders.ts";
import type { AcquisitionPanelProps } from "./panel.ts";
import { strings } from "./strings.ts";

const WHOLE_PPM = 1_000_000;

/** What each group costs and brings, and when the one covers the other. */
export function EconomicsPanel({ args, result }: AcquisitionPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { status } = useEngine();
  const { groups, total, horizonMonths, spreadPpm, unmatchedSpend } = result;
  const columns = useMemo(
    () => economicsColumns([...groups, total], { words, format }),
    [groups, total, words, format],
  );
  const text = {
    caption: words.economics,
    rowHeader: words.dimensions[args.by],
    nameOf: ({ name }: AcquisitionGroup) => groupLabel(name, args.by, { words, format }),
  };
  const paysBack = groups.some(({ payback }) => payback !== null);
  return (
    <Card
      title={words.economics}
      subtitle={words.economicsSubtitle(format.count(horizonMonths))}
      padded={false}
      info={acquisitionInfo(result.basis, {
        name: words.economics,
        sentence: words.economicsSentence,
        formula: words.economicsFormula,
        inputs: [
          {
            name: words.spreadInForce,
            value: format.percent(spreadPpm === null ? null : spreadPpm / WHOLE_PPM, 2),
          },
          { name: words.horizon, value: words.months(format.count(horizonMonths)) },
        ],
        rule: "AQ3 AQ5 LT6",
      })}
      actions={
        <TableMenu model={figureTableModel(text, columns, [...groups, total])} fileName={`acquisition-${args.by}`} />
      }
      footer={unmatchedSpend !== null && unmatchedSpend > 0 ? words.unmatched(format.money(unmatchedSpend)) : undefined}
    >
      <FigureTable
        key={args.by}
        text={text}
        columns={columns}
        rows={groups}
        total={total}
        initialSort={args.by === "month" || !paysBack ? null : { by: "payback", descending: false }}
        isSmall={isSmall}
        rulesOf={({ name }) => groupRules(name, args, status)}
      />
    </Card>
  );
}
