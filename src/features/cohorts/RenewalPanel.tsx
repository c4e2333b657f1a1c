import { useMemo } from "react";

import type { Basis } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { renewalModel, type RenewalGroup } from "./renewalModel.ts";
import { renewalOption, renewalTable } from "./renewalOption.ts";
import { renewalStrings } from "./renewalStrings.ts";

const HEIGHT_PX = 200;

export interface RenewalPanelProps {
  readonly group: RenewalGroup;
  readonly basis: Basis;
}

/** One term. */
export function RenewalPanel({ group, basis }: RenewalPanelProps) {
  const words = useStrings(renewalStrings);
  const format = useFormat();
  const model = useMemo(() => renewalModel(group), [group]);
  const option = useMemo(() => renewalOption(model, { words, format }), [model, words, format]);
  const { maturities, observed, alpha, beta, logLikelihood, refusal } = group;
  const term = format.days(group.termDays);
  const [lenders, count] = [format.count(maturities[0]?.lenders ?? 0), format.count(maturities.length)];
  const followed = words.lenders(lenders, count);
  return (
    <ChartCard
      title={words.panel(term)}
      subtitle={refusal === null ? followed : `${followed}. ${words.refusals[refusal]}`}
      legend={[
        { name: words.observed, mark: "line", tone: "returning" },
        ...(refusal === null ? [{ name: words.fitted, mark: "dash" as const, tone: "comparison" as const }] : []),
      ]}
      info={{
        name: `${words.title}, ${words.panel(term)}`,
        sentence: words.sentence,
        formula: words.formula,
        rule: "RN1",
        inputs: [
          { name: words.alpha, value: format.number(alpha, 4) },
          { name: words.beta, value: format.number(beta, 4) },
          { name: words.logLikelihood, value: format.number(logLikelihood, 2) },
        ],
        asOf: basis.asOf,
        sourceRows: basis.sourceRows,
        rejectedRows: basis.rejectedRows,
        switches: basis.switches,
      }}
      name={words.name({
        term,
        lenders,
        share: format.percent(observed.at(-1) ?? null, 0),
        maturities: count,
      })}
      option={option}
      heightPx={HEIGHT_PX}
      table={renewalTable(model, { words, format })}
      fileName={`renewal-${group.termDays}-days`}
    />
  );
}
