import { useMemo } from "react";

import type { LenderDetail } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";
import { PanelEmpty } from "#src/ui/PanelEmpty.tsx";

import { balanceModel, balanceOption, balanceTable } from "./balanceModel.ts";
import { sourced } from "./lenderInfo.ts";
import { strings } from "./strings.ts";

export interface BalancePanelProps {
  readonly detail: LenderDetail;
  readonly heightPx: number;
}

export function BalancePanel({ detail: { balance: steps, basis }, heightPx }: BalancePanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const model = useMemo(() => balanceModel(steps, basis.asOf), [steps, basis.asOf]);
  const option = useMemo(() => balanceOption(model, { words, format }), [model, words, format]);
  const first = steps[0];
  if (!first) return <PanelEmpty title={words.balanceTitle} message={words.noLots} heightPx={heightPx} />;
  const [from, to] = [format.day(first.day), format.day(basis.asOf)];
  return (
    <ChartCard
      title={words.balanceTitle}
      subtitle={words.balanceSubtitle(from, to)}
      info={sourced(basis, {
        name: words.balanceTitle,
        sentence: words.balanceSentence,
        formula: words.balanceFormula,
        rule: "OB2",
      })}
      name={words.balanceName(from, to, format.money(steps.at(-1)?.balance ?? 0))}
      option={option}
      heightPx={heightPx}
      table={balanceTable(steps, words)}
      fileName="lender-balance"
    />
  );
}
