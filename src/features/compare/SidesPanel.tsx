import type { CompareArgs } from "#src/engine/protocol.ts";
import { Card } from "#src/ui/Card.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { NARROW, useMediaQuery } from "#src/ui/useMediaQuery.ts";
import { useEngine } from "#src/view/engine.tsx";

import { compareInfo, FEW_LENDERS, type ComparePanelProps } from "./comparePanel.ts";
import { figureRows, figureTable } from "./figureRows.ts";
import { lendersSearch, sideRules } from "./sideLenders.ts";
import { SidesStack, SidesTable } from "./SidesTable.tsx";
import { strings } from "./strings.ts";
import { TableExport } from "./TableExport.tsx";

export interface SidesPanelProps extends ComparePanelProps {
  readonly args: CompareArgs;
}

/** Every side's figures beside those of the others. */
export function SidesPanel({ args, result, names }: SidesPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { status } = useEngine();
  const isNarrow = useMediaQuery(NARROW);
  const { sides, missing } = result;
  const { segments } = status.settings;
  const rows = figureRows(sides, { words, format });
  const heads = sides.map(({ side, newLenders }, place) => ({
    name: names[place] ?? "",
    search: lendersSearch(sideRules(side, args.cohorts, { status, segments })),
    isSmall: newLenders < FEW_LENDERS,
  }));
  const isUnpriced =
    !missing.includes("spend") &&
    sides.some(({ newLenders, acquisitionCost }) => newLenders > 0 && acquisitionCost === null);
  return (
    <Card
      title={words.title}
      subtitle={words.subtitle}
      padded={false}
      info={compareInfo(result.basis, {
        name: words.title,
        sentence: words.sentence,
        rule: "AQ1 AQ3 AQ5 GA3",
        switches: result.basis.switches,
      })}
      actions={<TableExport model={figureTable(sides, names, { words, format })} fileName="compare-sides" />}
      footer={isUnpriced ? words.unpriced : undefined}
    >
      {isNarrow ? <SidesStack heads={heads} rows={rows} /> : <SidesTable heads={heads} rows={rows} />}
    </Card>
  );
}
