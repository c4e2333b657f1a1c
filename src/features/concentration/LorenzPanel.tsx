import { useMemo } from "react";

import type { ConcentrationResult } from "#src/engine/protocol.ts";
import { ChartCard } from "#src/ui/ChartCard.tsx";
import { useFormat, useStrings } from "#src/ui/language.tsx";

import { figureText, sourced } from "./figures.ts";
import { heldBySmallest, lorenzOption, lorenzTable } from "./lorenz.ts";
import { strings } from "./strings.ts";

export interface LorenzPanelProps {
  readonly result: ConcentrationResult;
  readonly heightPx: number;
}

export function LorenzPanel({ result: { lorenz, total, basis }, heightPx }: LorenzPanelProps) {
  const words = useStrings(strings);
  const format = useFormat();
  const option = useMemo(() => lorenzOption(lorenz, { words, format }), [lorenz, words, format]);
  const half = format.percent(heldBySmallest(lorenz, 0.5));
  const tenth = format.percent(1 - heldBySmallest(lorenz, 0.9));
  return (
    <ChartCard
      title={words.lorenz}
      subtitle={words.lorenzSubtitle(half, tenth)}
      legend={[
        { name: words.curve, mark: "line", tone: "outstanding" },
        { name: words.equality, mark: "dash", tone: "comparison" },
      ]}
      info={sourced(basis, {
        name: words.lorenz,
        sentence: words.lorenzSentence,
        formula: words.lorenzFormula,
        inputs: [{ name: words.names.gini, value: figureText("gini", total, format) }],
        rule: "KN6",
      })}
      name={words.lorenzName(figureText("gini", total, format))}
      option={option}
      heightPx={heightPx}
      table={lorenzTable(lorenz, words)}
      fileName="lorenz-curve"
    />
  );
}
