import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";

import type { Basis, LeverageFigures, LeverageRules } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import type { ChartTokens } from "#src/ui/chartTokens.ts";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { useEngine } from "#src/view/engine.tsx";

import { backingSteps, backingTable } from "./buildUpModel.ts";
import { buildUpOption } from "./buildUpOption.ts";
import { hasProfit } from "./fundText.ts";
import { sourced } from "./leverageInfo.ts";
import { fundsQuery } from "./queries.ts";
import { strings } from "./strings.ts";

const HEIGHT_PX = 330;

export interface BuildUpPanelProps {
  /** Must keep its identity between renders. */
  readonly now: LeverageFigures;
  readonly basis: Basis;
  readonly rules: LeverageRules;
}

export function BuildUpPanel({ now, basis, rules }: BuildUpPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const { methods, revision } = useEngine();
  // The funds that the table below shows: asked once.
  const { data } = useQuery(fundsQuery(methods, { day: now.day, rules }, revision));
  const isAlone = now.ownFrom === "net_assets" && !hasProfit(data?.funds ?? []);
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
      footer={words.ownFromNote(isAlone ? words.netAssetsAlone : words.ownFrom[now.ownFrom])}
    />
  );
}
