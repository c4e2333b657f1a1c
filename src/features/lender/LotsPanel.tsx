import { useMemo, useState } from "react";

import type { LenderDetail } from "#src/engine/protocol.ts";
import { epochDay } from "#src/domain/units.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";
import { Segmented } from "#src/ui/Segmented.tsx";

import { sourced } from "./lenderInfo.ts";
import { LotsList } from "./LotsList.tsx";
import { lotsModel, lotsTable } from "./lotsModel.ts";
import { lotsHeightPx, lotsOption } from "./lotsOption.ts";
import { strings } from "./strings.ts";

export interface LotsPanelProps {
  readonly detail: LenderDetail;
}

type LotsView = "timeline" | "list";

/** What became of every lend: as bars over time, and as a list. */
export function LotsPanel({ detail: { lots, basis, orphans, matchedBy } }: LotsPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const [view, setView] = useState<LotsView>("timeline");
  const model = useMemo(() => lotsModel(lots, basis.asOf ?? epochDay(0)), [lots, basis.asOf]);
  const option = useMemo(() => lotsOption(model, { words, format }), [model, words, format]);
  if (lots.length === 0) return <PanelEmpty title={words.lots} message={words.noLots} />;
  const count = format.count(lots.length);
  const isPart = model.bars.length < lots.length;
  const head = {
    title: words.lots,
    subtitle:
      isPart && view === "timeline" ? words.lotsSome(format.count(model.bars.length), count) : words.lotsSubtitle,
    info: sourced(basis, {
      name: words.lots,
      sentence: matchedBy === "ids" ? words.lotsByIds : words.lotsSentence,
      formula: words.lotsFormula,
      rule: "LO1",
    }),
    footer: orphans > 0 ? words.orphans(format.money(orphans)) : undefined,
    actions: (
      <Segmented
        label={words.lotsView}
        value={view}
        onChange={setView}
        options={[
          { value: "timeline", label: words.timeline },
          { value: "list", label: words.list },
        ]}
      />
    ),
  };
  if (view === "list") return <LotsList {...head} lots={lots} />;
  return (
    <ChartCard
      {...head}
      legend={[
        { name: words.open, mark: "square", tone: "outstandingFill" },
        { name: words.returned, mark: "outline", tone: "outstandingFill" },
        { name: words.leftEarly, mark: "square", tone: "exits" },
        { name: words.leftOther, mark: "outline", tone: "exits" },
        { name: words.today, mark: "dots", tone: "comparison" },
      ]}
      name={words.lotsName(count, format.count(lots.filter(({ open }) => open > 0).length))}
      option={option}
      heightPx={lotsHeightPx(model)}
      table={lotsTable(
        model.bars.map(({ lot }) => lot),
        words,
      )}
      fileName="lender-lots"
    />
  );
}
