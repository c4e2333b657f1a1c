import { useCallback, useMemo } from "react";

import type { Basis, LeverageFigures } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { backingSteps, backingTable } from "./buildUpModel.ts";
import { buildUpOption } from "./buildUpOption.ts";
import { sourced } from "./leverageInfo.ts";
import { strings } from "./strings.ts";

const HEIGHT_PX = 250;

export interface BuildUpPanelProps {
  /** Must keep its identity between renders. */
  readonly now: LeverageFigures;
  readonly basis: Basis;
}

export function BuildUpPanel({ now, basis }: BuildUpPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const steps = useMemo(() => backingSteps(now), [now]);
  const option = useCallback(
    (tokens: ChartTokens) => buildUpOption(steps, { words, format }, tokens),
    [steps, words, format],
  );
  return (
    <ChartCard
      title={words.buildUp}
      subtitle={words.buildUpSubtitle(format.money(now.partner), format.money(now.own), format.money(now.shareholders))}
      info={sourced(basis, {
        name: words.backing,
        sentence: words.backingSentence,
        formula: words.backingFormula,
        inputs: steps.map(({ id, amount }) => ({
          name: id === "backing" ? words.groups.backing : words.parts[id],
          value: format.money(amount),
          title: format.moneyExact(amount),
        })),
        rule: "LV2–LV6",
      })}
      name={words.buildUpName(format.money(now.backing))}
      option={option}
      heightPx={HEIGHT_PX}
      table={backingTable(now, words)}
      fileName="backing"
      footer={words.ownFromNote(words.ownFrom[now.ownFrom])}
    />
  );
}
